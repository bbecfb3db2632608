import type { ChartSpec } from '../../../domain/report.ts';
import { textWidth } from '../../font/measure.ts';
import { decimalsOf, formatNumber } from '../../number.ts';
import { plain } from '../../plain.ts';

/** Points; nothing on a slide but its source line is smaller. */
export const LABEL_SIZE = 12;

/** What is decided about a chart before it is drawn. */
export interface ChartLook {
  /** Values stand at the marks, and the value axis is left out; or the axis stands, and the labels are left out. */
  readonly labels: boolean;
  /** Excel number format of labels and axis. */
  readonly format: string;
  readonly legend: boolean;
  /** Lines name themselves at their last point. */
  readonly endNames: boolean;
  /** Lowest value of the value axis; null leaves it to the application. */
  readonly min: number | null;
  /** Percent of a bar's width between bars. */
  readonly gap: number;
}

/** `width` and `height` of the chart's frame are in inches. */
export function chartLook(
  chart: ChartSpec,
  frame: { readonly width: number; readonly height: number },
): ChartLook {
  const amounts = chart.series.flatMap(series => series.values).filter(value => value !== null);
  const decimals = Math.min(decimalsOf(amounts), 2);
  const many = chart.series.length > 1;
  const endNames = chart.kind === 'line' && many && chart.series.length <= 6;
  return {
    labels: chart.kind === 'pie' || labelsFit(chart, frame, decimals),
    format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
    legend: many && chart.kind !== 'pie' && !endNames,
    endNames,
    min: lowest(chart, amounts),
    gap: chart.categories.length <= 4 && !many ? 90 : 55,
  };
}

/** Whether a value at every mark leaves the values apart. */
function labelsFit(
  chart: ChartSpec,
  frame: { readonly width: number; readonly height: number },
  decimals: number,
): boolean {
  const values = chart.series.flatMap(series => series.values).filter(value => value !== null);
  const widest = Math.max(
    0,
    ...values.map(value => textWidth(formatNumber(value, decimals), { size: LABEL_SIZE })),
  );
  const slots = Math.max(1, chart.categories.length);
  const rows = (frame.height * 72 * 0.85) / slots;
  const columns = (frame.width * 72 * 0.94) / slots;
  if (chart.kind === 'bar') return rows / chart.series.length >= LABEL_SIZE * 1.3;
  if (chart.kind === 'stacked-column') return widest <= columns * 0.62 && roomInStack(chart, frame.height);
  if (chart.kind === 'line') return chart.series.length === 1 && widest + 4 <= columns;
  return widest + 2 <= (columns * 0.75) / chart.series.length;
}

/** A label needs a segment about as tall as its text. */
function roomInStack(chart: ChartSpec, height: number): boolean {
  const totals = chart.categories.map((_, index) =>
    chart.series.reduce((sum, series) => sum + Math.abs(series.values[index] ?? 0), 0),
  );
  const perUnit = (height * 72 * 0.75) / Math.max(1e-9, ...totals);
  return chart.series.every(series =>
    series.values.every(
      value => value === null || value === 0 || Math.abs(value) * perUnit >= LABEL_SIZE * 1.15,
    ),
  );
}

/** Bars begin at zero; lines do where that doesn't flatten them out of sight. */
function lowest(chart: ChartSpec, amounts: readonly number[]): number | null {
  const min = Math.min(...amounts);
  const max = Math.max(...amounts);
  if (amounts.length === 0 || min < 0) return null;
  return chart.kind !== 'line' || min < max * 0.6 ? 0 : null;
}

/** A series' name, or a word where there is none. */
export function seriesName(chart: ChartSpec, index: number): string {
  return plain(chart.series[index]?.name ?? '') || plain(chart.unit) || `Series ${index + 1}`;
}
