import type { ChartSpec } from '../../../domain/report.ts';
import { type ChartLook, chartLook, seriesName } from '../../chart-look.ts';
import { contrast } from '../../colour.ts';
import { wrapText } from '../../font/measure.ts';
import { formatNumber } from '../../number.ts';
import { plain } from '../../plain.ts';
import { seriesColours, type Theme } from '../../theme.ts';
import { FIGURE, FONT } from '../page.ts';

/** A part of a Vega-Lite specification. */
export type Spec = Readonly<Record<string, unknown>>;

/** A chart on its way to a Vega-Lite specification. */
export interface Sketch {
  readonly chart: ChartSpec;
  readonly look: ChartLook;
  readonly theme: Theme;
  readonly rows: readonly Row[];
}

/** One value as the specification's data hold it; `key` is the category's index, as text. */
export interface Row {
  readonly key: string;
  readonly category: string;
  readonly series: string;
  readonly value: number;
  readonly label: string;
}

export function sketchOf(chart: ChartSpec, theme: Theme): Sketch {
  const { width } = FIGURE.plot;
  const look = chartLook(chart, { width, height: plotHeight(chart), label: FIGURE.label });
  return { chart, look, theme, rows: rowsOf(chart, look) };
}

/** Lying bars get as much height as they need. */
export function plotHeight(chart: ChartSpec): number {
  if (chart.kind !== 'bar' && chart.kind !== 'pie') return FIGURE.plot.height;
  const each = Math.max(FIGURE.barHeight, chart.series.length * 22 + 12);
  return Math.max(chart.kind === 'pie' ? 240 : 120, chart.categories.length * each);
}

/** What all figures share: message, unit and period, colours, fonts, data. */
export function framed({ chart, theme, rows }: Sketch, content: Spec): Spec {
  const { width } = FIGURE.plot;
  const { colours } = theme;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: plain(chart.title),
    usermeta: { id: chart.id, source: plain(chart.sourceLine) },
    background: `#${colours.background}`,
    padding: { left: FIGURE.margin, right: FIGURE.margin, top: FIGURE.margin, bottom: FIGURE.margin + 26 },
    autosize: { type: 'pad' },
    title: {
      text: wrapText(plain(chart.title), width, { size: FIGURE.title, bold: true }),
      subtitle: wrapText(plain(chart.subtitle), width, { size: FIGURE.subtitle }),
      anchor: 'start',
      frame: 'bounds',
      offset: 18,
      subtitlePadding: 6,
    },
    data: { values: rows },
    ...content,
    config: config(theme),
  };
}

/** Series with a colour each, in their order. */
export function colourScale({ chart, theme }: Sketch): {
  readonly domain: readonly string[];
  readonly range: readonly string[];
} {
  const palette = seriesColours(theme);
  const domain = chart.series.map((_, index) => seriesName(chart, index));
  return { domain, range: domain.map((_, index) => `#${palette[index % palette.length]}`) };
}

/** The same for texts: a colour too light for text on the background gives way to the text colour. */
export function inkScale(sketch: Sketch): Spec {
  const { colours } = sketch.theme;
  const { domain, range } = colourScale(sketch);
  const dark = (colour: string) => contrast(colour.slice(1), colours.background) >= 3;
  return { domain, range: range.map(colour => (dark(colour) ? colour : `#${colours.text}`)) };
}

/** Above the plot, clear of the value that may stand on its highest bar. */
export function legend({ look }: Sketch): Spec | null {
  const offset = look.labels ? 8 + 1.2 * FIGURE.label : 8;
  return look.legend ? { orient: 'top', direction: 'horizontal', title: null, offset } : null;
}

function rowsOf(chart: ChartSpec, look: ChartLook): readonly Row[] {
  return chart.series.flatMap((series, index) =>
    series.values.flatMap((value, point) =>
      value === null
        ? []
        : [
            {
              key: String(point),
              category: plain(chart.categories[point] ?? ''),
              series: seriesName(chart, index),
              value,
              label: formatNumber(value, look.decimals),
            },
          ],
    ),
  );
}

function config({ colours }: Theme): Spec {
  const text = { labelColor: `#${colours.text}`, labelFont: FONT, labelFontSize: FIGURE.label };
  return {
    aria: false,
    font: FONT,
    view: { stroke: null },
    title: {
      color: `#${colours.heading}`,
      font: FONT,
      fontSize: FIGURE.title,
      fontWeight: 'bold',
      lineHeight: FIGURE.title * 1.25,
      subtitleColor: `#${colours.muted}`,
      subtitleFont: FONT,
      subtitleFontSize: FIGURE.subtitle,
      subtitleLineHeight: FIGURE.subtitle * 1.3,
    },
    axis: {
      ...text,
      domainColor: `#${colours.muted}`,
      gridColor: `#${colours.rule}`,
      ticks: false,
      title: null,
      labelPadding: 8,
    },
    legend: { ...text, labelLimit: 420, symbolType: 'square', symbolSize: 110 },
    text: { font: FONT, fontSize: FIGURE.label, fill: `#${colours.text}` },
  };
}
