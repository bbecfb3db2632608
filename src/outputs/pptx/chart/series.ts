import type { ChartSpec } from '../../../domain/report.ts';
import { seriesName } from '../../chart-look.ts';
import { contrast, contrastColour } from '../../colour.ts';
import type { Side } from '../../label-sides.ts';
import type { Theme } from '../../theme.ts';
import { seriesColours } from '../../theme.ts';
import { el, val, xmlText } from '../xml.ts';
import { LABEL_SIZE, type NativeLook } from './look.ts';
import { line, solid, textProperties } from './text.ts';
import { seriesColumn } from './workbook.ts';

export interface Drawn {
  readonly chart: ChartSpec;
  readonly look: NativeLook;
  readonly theme: Theme;
}

/** The colour of a series or wedge as a theme colour; there are six, then they repeat. */
export function accent(index: number): string {
  return `accent${(index % 6) + 1}`;
}

/** `c:ser` of a bar or column chart. */
export function barSeries(drawn: Drawn, index: number): string {
  const { chart, look, theme } = drawn;
  const stacked = look.kind === 'stacked-column';
  const inside = contrastColour(seriesColours(theme)[index % 6] ?? theme.colours.muted);
  const labels = look.labels
    ? valueLabels(look, stacked ? 'ctr' : 'outEnd', stacked ? inside : 'tx1')
    : noLabels();
  return el(
    'c:ser',
    {},
    ...identity(drawn, index),
    el('c:spPr', {}, solid(accent(index)), stacked ? line('bg1', 0.75) : line(null)),
    val('c:invertIfNegative', 0),
    labels,
    ...data(chart, index),
  );
}

/** `c:ser` of a line chart: a name at its last point where there are several, a value at each where there is room. */
export function lineSeries(drawn: Drawn, index: number): string {
  const { chart, look } = drawn;
  const colour = accent(index);
  return el(
    'c:ser',
    {},
    ...identity(drawn, index),
    el('c:spPr', {}, el('a:ln', { w: 28575, cap: 'rnd' }, solid(colour), el('a:round'))),
    look.markers ? dots(colour) : el('c:marker', {}, val('c:symbol', 'none')),
    look.endNames ? endLabel(drawn, index) : look.labels ? pointLabels(look) : noLabels(),
    ...data(chart, index),
    val('c:smooth', 0),
  );
}

function dots(colour: string): string {
  const look = el('c:spPr', {}, solid(colour), line('bg1', 0.75));
  return el('c:marker', {}, val('c:symbol', 'circle'), val('c:size', 6), look);
}

/** `c:ser` of a pie: every wedge its colour, with category and value beside it. */
export function pieSeries(drawn: Drawn): string {
  const { chart, look } = drawn;
  const wedges = chart.categories.map((_, point) =>
    el(
      'c:dPt',
      {},
      val('c:idx', point),
      val('c:bubble3D', 0),
      el('c:spPr', {}, solid(accent(point)), line('bg1', 1.5)),
    ),
  );
  const labels = el(
    'c:dLbls',
    {},
    el('c:numFmt', { formatCode: look.format + percentSuffix(chart), sourceLinked: 0 }),
    el('c:spPr', {}, el('a:noFill'), line(null)),
    textProperties({ size: LABEL_SIZE, colour: 'tx1' }),
    val('c:dLblPos', 'outEnd'),
    ...shown({ value: 1, category: 1 }),
    el('c:separator', {}, ', '),
    val('c:showLeaderLines', 1),
  );
  return el('c:ser', {}, ...identity(drawn, 0), ...wedges, labels, ...data(chart, 0));
}

function percentSuffix(chart: ChartSpec): string {
  return chart.unit.trim() === '%' ? '"%"' : '';
}

function identity({ chart }: Drawn, index: number): readonly string[] {
  const name = el('c:v', {}, xmlText(seriesName(chart, index)));
  const cache = el('c:strCache', {}, val('c:ptCount', 1), el('c:pt', { idx: 0 }, name));
  const reference = el('c:strRef', {}, el('c:f', {}, `Sheet1!$${seriesColumn(index)}$1`), cache);
  return [val('c:idx', index), val('c:order', index), el('c:tx', {}, reference)];
}

function data(chart: ChartSpec, index: number): readonly string[] {
  const last = chart.categories.length + 1;
  const column = seriesColumn(index);
  const categories = chart.categories.map((text, point) => cached(point, xmlText(text)));
  const values = chart.categories.map((_, point) => {
    const value = chart.series[index]?.values[point] ?? null;
    return value === null ? '' : cached(point, String(value));
  });
  const count = val('c:ptCount', chart.categories.length);
  return [
    el(
      'c:cat',
      {},
      el('c:strRef', {}, el('c:f', {}, `Sheet1!$A$2:$A$${last}`), el('c:strCache', {}, count, ...categories)),
    ),
    el(
      'c:val',
      {},
      el(
        'c:numRef',
        {},
        el('c:f', {}, `Sheet1!$${column}$2:$${column}$${last}`),
        el('c:numCache', {}, el('c:formatCode', {}, 'General'), count, ...values),
      ),
    ),
  ];
}

function cached(point: number, value: string): string {
  return el('c:pt', { idx: point }, el('c:v', {}, value));
}

function valueLabels(look: NativeLook, position: string, colour: string): string {
  return el('c:dLbls', {}, ...valueLabel(look, position, colour));
}

function valueLabel(look: NativeLook, position: string, colour: string): readonly string[] {
  return [
    el('c:numFmt', { formatCode: look.format, sourceLinked: 0 }),
    el('c:spPr', {}, el('a:noFill'), line(null)),
    textProperties({ size: LABEL_SIZE, colour }),
    val('c:dLblPos', position),
    ...shown({ value: 1 }),
  ];
}

/** The series' name at its last point, in its colour where that can be read on the background. */
function endLabel({ chart, theme }: Drawn, index: number): string {
  const hex = seriesColours(theme)[index % 6] ?? theme.colours.text;
  const colour = contrast(hex, theme.colours.background) >= 3 ? accent(index) : 'tx1';
  const values = chart.series[index]?.values ?? [];
  const last = values.findLastIndex(value => value !== null);
  if (last < 0) return noLabels();
  const label = el(
    'c:dLbl',
    {},
    val('c:idx', last),
    el('c:spPr', {}, el('a:noFill'), line(null)),
    textProperties({ size: LABEL_SIZE, colour, bold: true }),
    val('c:dLblPos', 'r'),
    ...shown({ series: 1 }),
  );
  return el('c:dLbls', {}, label, ...shown({}));
}

const POSITIONS = { above: 't', below: 'b', left: 'l', right: 'r' } satisfies Record<Side, string>;

/** Values along a line, each on the side where the line doesn't run through it. */
function pointLabels(look: NativeLook): string {
  const single = look.sides.map((side, point) =>
    side === 'above'
      ? ''
      : el('c:dLbl', {}, val('c:idx', point), ...valueLabel(look, POSITIONS[side], 'tx1')),
  );
  return el('c:dLbls', {}, ...single, ...valueLabel(look, 't', 'tx1'));
}

function noLabels(): string {
  return el('c:dLbls', {}, ...shown({}));
}

function shown({ value = 0, category = 0, series = 0 }): readonly string[] {
  return [
    val('c:showLegendKey', 0),
    val('c:showVal', value),
    val('c:showCatName', category),
    val('c:showSerName', series),
    val('c:showPercent', 0),
    val('c:showBubbleSize', 0),
  ];
}
