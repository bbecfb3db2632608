import type { ChartSpec } from '../../domain/report.ts';
import { seriesName } from '../chart-look.ts';
import { plain } from '../plain.ts';

/** A chart's data as CSV (RFC 4180): the category, then one column a series; a gap is an empty field. */
export function chartCsv(chart: ChartSpec): string {
  const head = ['', ...chart.series.map((_, index) => textField(seriesName(chart, index)))];
  const rows = chart.categories.map((category, row) => [
    textField(category),
    ...chart.series.map(series => String(series.values[row] ?? '')),
  ]);
  return [head, ...rows].map(fields => `${fields.join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function textField(text: string): string {
  const shown = plain(text).replace(/^[=+\-@]/, "'$&");
  return /[",]/.test(shown) ? `"${shown.replace(/"/g, '""')}"` : shown;
}
