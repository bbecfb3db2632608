import type { Series, SeriesPoint } from './types.ts';

/** Columns and rows, as `SolvedChart.table`. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Heads {
  /** Of the first column. */
  readonly x: string;
  /** Of the values of a series without a name. */
  readonly y: string;
}

/** One row a place in the order of the axis, one column a series; '' where a series has no value. */
export function tableOf(series: readonly Series[], heads: Heads): Table {
  const rows: { readonly x: string; readonly at: number; readonly cells: string[] }[] = [];
  series.forEach((one, column) => {
    const taken = new Set<unknown>();
    for (const point of one.points) {
      let row = rows.find(r => r.x === point.x && !taken.has(r));
      if (!row) {
        row = { x: point.x, at: point.at, cells: series.map(() => '') };
        rows.push(row);
      }
      taken.add(row);
      row.cells[column] = written(point.y);
    }
  });
  rows.sort((a, b) => a.at - b.at);
  const names = series.map(({ name }) => name || (series.length === 1 ? heads.y : ''));
  return { columns: [heads.x, ...names], rows: rows.map(({ x, cells }) => [x, ...cells]) };
}

/** One row a point: x, y, and the series' name where there are several. */
export function pointTable(series: readonly Series[], heads: Heads): Table {
  const several = series.length > 1;
  const rows = series.flatMap(({ name, points }) =>
    points.map(({ x, y }) => [x, written(y), ...(several ? [name] : [])]),
  );
  return { columns: [heads.x || 'x', heads.y || 'y', ...(several ? ['series'] : [])], rows };
}

/** Without an exponent, and without the dust of binary fractions. */
export function written(y: number): string {
  const plain = String(Number(y.toPrecision(12)));
  return /e/.test(plain)
    ? y.toFixed(Math.min(20, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(y))))))
    : plain;
}

/** The series with values rounded to what the drawing determines. */
export function rounded(series: Series): Series {
  const common = commonDecimals(series.points);
  const points = series.points.map(point => {
    const decimals = common ?? ownDecimals(point);
    const y = roundTo(point.y, decimals);
    return { ...point, y };
  });
  return { ...series, points };
}

/** Decimals with which all values agree, where that is no accident; null where they need their own. */
function commonDecimals(points: readonly SeriesPoint[]): number | null {
  const tolerance = Math.max(...points.map(point => point.tolerance));
  if (!(tolerance > 0) || points.length < 2) return null;
  const finest = Math.floor(-Math.log10(tolerance));
  for (let decimals = finest - 6; decimals <= finest; decimals++) {
    if (0.5 * 10 ** -decimals < 1.8 * tolerance) return null;
    if (points.every(({ y }) => Math.abs(roundTo(y, decimals) - y) <= tolerance)) return decimals;
  }
  return null;
}

/** A digit past the tolerance, so that rounding adds next to nothing to it. */
function ownDecimals({ y, tolerance }: SeriesPoint): number {
  if (tolerance > 0) return Math.ceil(-Math.log10(tolerance)) + 1;
  return y === 0 ? 0 : 6 - Math.floor(Math.log10(Math.abs(y)));
}

function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const result = Math.round(value * factor) / factor;
  return Object.is(result, -0) ? 0 : Number(result.toPrecision(12));
}
