import type { ChartSpec } from '../../domain/report.ts';
import { chartAlt } from '../chart-data.ts';
import { plain } from '../plain.ts';
import { defaultTheme, type Theme } from '../theme.ts';
import { chartCsv } from './csv.ts';
import { drawPng } from './png.ts';
import { vegaLiteSpec } from './spec/index.ts';
import { drawSvg, withFoot } from './svg.ts';

export interface Figure {
  readonly svg: string;
  /** Two pixels for one of the SVG. */
  readonly png: Uint8Array;
  /** The specification behind the drawing, with its data, as JSON. */
  readonly vegaLite: string;
  /** The data alone. */
  readonly csv: string;
}

/** A chart drawn again from its data. The same chart and theme give the same bytes. */
export async function renderChart(chart: ChartSpec, theme: Theme = defaultTheme()): Promise<Figure> {
  const spec = vegaLiteSpec(chart, theme);
  const foot = { source: plain(chart.sourceLine), alt: chartAlt(chart), colour: theme.colours.muted };
  const svg = withFoot(await drawSvg(spec), foot);
  const vegaLite = `${JSON.stringify(spec, null, 2)}\n`;
  return { svg, png: await drawPng(svg), vegaLite, csv: chartCsv(chart) };
}
