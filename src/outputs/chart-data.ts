import type { ChartSpec } from '../domain/report.ts';
import { decimalsOf, formatNumber } from './number.ts';
import { plain } from './plain.ts';

/** A chart's data as a table of texts: the category, then one column a series. */
export interface ChartData {
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export function chartData(chart: ChartSpec): ChartData {
  const decimals = chart.series.map(series => decimalsOf(series.values));
  return {
    columns: [
      { label: '', number: false },
      ...chart.series.map(series => ({
        label: withUnit(plain(series.name), chart.unit),
        number: true,
      })),
    ],
    rows: chart.categories.map((category, row) => [
      plain(category),
      ...chart.series.map((series, column) => {
        const value = series.values[row] ?? null;
        return value === null ? 'n/a' : formatNumber(value, decimals[column]);
      }),
    ]),
  };
}

/** The chart in one sentence for those who can't see it: "Column chart: Revenue rose. Revenue, USD million." */
export function chartAlt(chart: ChartSpec): string {
  const parts = [`${KIND_WORDS[chart.kind]}: ${plain(chart.title)}`, plain(chart.subtitle)];
  return parts
    .filter(part => part !== '')
    .map(part => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

const KIND_WORDS = {
  column: 'Column chart',
  bar: 'Bar chart',
  line: 'Line chart',
  'stacked-column': 'Stacked column chart',
  pie: 'Pie chart',
} satisfies Record<ChartSpec['kind'], string>;

function withUnit(name: string, unit: string): string {
  const shown = plain(unit);
  return shown === '' || name.includes(shown) ? name : `${name} (${shown})`.trim();
}
