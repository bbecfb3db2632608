import type { ChartReading } from '../domain/reading.ts';
import { scaleIn } from '../lib/quantity/scales.ts';
import type { GoldChart, Shown } from './chart-gold.ts';

/** One value of a chart: of a series, at a category or an x. */
export interface Datum {
  readonly series: string;
  readonly x: string;
  readonly y: number;
  readonly verified: boolean;
  /** Gold that the drawing shows otherwise: whoever reads it is neither right nor wrong. */
  readonly ignored?: boolean;
}

/** The values that the drawing shows of its data. A row is a point in `xy` gold; sizes of bubbles are left out. */
export function goldData({ format, columns, rows, shown, otherwise }: GoldChart): readonly Datum[] {
  if (format === 'xy') return pointRows(columns, rows);
  const data = rows.flatMap(([x = '', ...cells]) =>
    cells.flatMap((cell, i) =>
      cell.trim() === '' ? [] : [datumOf({ series: columns[i + 1] ?? '', x, y: Number(cell) }, otherwise)],
    ),
  );
  return asShown(
    data.filter(({ y }) => Number.isFinite(y)),
    shown,
  );
}

function datumOf(datum: Pick<Datum, 'series' | 'x' | 'y'>, otherwise: ReadonlySet<string>): Datum {
  const ignored = otherwise.has(`${datum.x}\n${datum.series}`);
  return { ...datum, verified: true, ...(ignored && { ignored }) };
}

/** What was read, in each scale that the gold may be in: fractions for percentages, whole numbers for millions. */
export function readData({ points, unit }: ChartReading, shown: Shown): readonly (readonly Datum[])[] {
  const data = points.flatMap(({ series, x, y, verified }) =>
    y === null || !Number.isFinite(y) ? [] : [{ series, x, y, verified }],
  );
  if (shown === 'series-shares') return [isPercent(data, unit) ? data : asShown(data, shown)];
  if (shown === 'row-shares' || shown === 'row-sum-shares') return [data, times(data, 100)];
  const factors = [1, /%/.test(unit) ? 0.01 : 1, scaleIn(unit) ?? 1];
  return [...new Set(factors)].map(factor => times(data, factor));
}

/** Data as a table: a row for each `x`, a column for each series, in the order in which they come. */
export function tableOf(
  corner: string,
  data: readonly Datum[],
): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const names = [...new Set(data.map(({ series }) => series))];
  const cells = new Map(data.map(({ series, x, y }) => [`${x}\n${series}`, String(y)]));
  const heads = [...new Set(data.map(({ x }) => x))];
  return {
    columns: [corner, ...names],
    rows: heads.map(x => [x, ...names.map(name => cells.get(`${x}\n${name}`) ?? '')]),
  };
}

function pointRows(columns: readonly string[], rows: readonly (readonly string[])[]): readonly Datum[] {
  const lower = columns.map(column => column.toLowerCase());
  const isNumeric = (i: number) => rows.every(row => row[i] !== '' && Number.isFinite(Number(row[i])));
  const named = ['x', 'y'].map(name => lower.indexOf(name));
  const numeric = columns.map((_, i) => i).filter(isNumeric);
  const [ix = 0, iy = 1] = named.includes(-1) ? numeric : named;
  const series = lower.indexOf('series');
  return rows.map(row => ({
    series: series < 0 ? '' : (row[series] ?? ''),
    x: row[ix] ?? '',
    y: Number(row[iy]),
    verified: true,
  }));
}

function times(data: readonly Datum[], factor: number): readonly Datum[] {
  return factor === 1 ? data : data.map(datum => ({ ...datum, y: datum.y * factor }));
}

function asShown(data: readonly Datum[], shown: Shown): readonly Datum[] {
  switch (shown) {
    case 'values':
      return data;
    case 'series-shares':
      return shares(data, datum => datum.series);
    case 'row-shares':
      return shares(data, datum => datum.x);
    case 'sums':
      return sums(data);
    case 'row-sum-shares':
      return sums(shares(data, datum => datum.x));
  }
}

function shares(data: readonly Datum[], group: (datum: Datum) => string): readonly Datum[] {
  const totals = new Map<string, number>();
  for (const datum of data) totals.set(group(datum), (totals.get(group(datum)) ?? 0) + Math.abs(datum.y));
  return data.map(datum => ({ ...datum, y: (100 * datum.y) / (totals.get(group(datum)) || 1) }));
}

function sums(data: readonly Datum[]): readonly Datum[] {
  const soFar = new Map<string, number>();
  return data.map(datum => {
    const y = (soFar.get(datum.x) ?? 0) + datum.y;
    soFar.set(datum.x, y);
    return { ...datum, y };
  });
}

/** Shares may be read of a part of a pie only, so that they must not be made to fill it. */
function isPercent(data: readonly Datum[], unit: string): boolean {
  return /%/.test(unit) && data.reduce((sum, { y }) => sum + y, 0) <= 101;
}
