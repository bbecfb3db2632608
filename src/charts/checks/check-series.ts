import { roundTogether } from '../lines/places.ts';
import type { Label, Series, SeriesPoint, Shape, SolvedPoint, ValueScale } from '../types.ts';
import { isExact } from './exact-axis.ts';
import { type Pairing, type PrintedValue, pairUp, printedValues } from './printed-values.ts';
import { provenStacks } from './totals.ts';

/** Series with the axis that they were measured on. */
export interface Measured {
  readonly series: Series;
  readonly scale: ValueScale;
  /** Values run along the horizontal axis. */
  readonly turned: boolean;
  /** Its marks stand on those of other series. */
  readonly stacked: boolean;
}

export interface Evidence {
  /** Those that are no tick, category, title or legend: numbers among them may be values. */
  readonly labels: readonly Label[];
  readonly shapes: readonly Shape[];
}

/**
 * Every point with what vouches for it. A value is verified where a number is printed at its mark that agrees; where
 * its stack adds up to a printed total or to 100 %; or where the axis is exact (`isExact`), or most of the numbers
 * printed at the axis' marks agree with it, and the value is larger than 50 times its tolerance or the tolerance is
 * below a thousandth of the axis. A number at a mark that says something else leaves the point unverified.
 * Where printed numbers agree they are the values; what was measured is rounded to the fewest decimals that it bears.
 */
export function checkSeries(measured: readonly Measured[], evidence: Evidence): readonly SolvedPoint[] {
  const values = printedValues(evidence.labels);
  const all = measured.map(one => ({ ...one, points: one.series.points.map(point => ({ ...point })) }));
  const pairs = pairUp(
    all.flatMap(one => one.points),
    values,
  );
  const byPoint = new Map<SeriesPoint, Pairing<SeriesPoint>>(pairs.map(pair => [pair.point, pair]));
  const proven = provenIn(all, values);
  return [...scalesOf(all)].flatMap(scale => {
    const own = all.filter(one => one.scale === scale);
    const points = own.flatMap(one => one.points);
    const sure = isSure(scale, own, { byPoint, shapes: evidence.shapes });
    const rounded = roundTogether(
      points.map(p => p.y),
      points.map(p => 0.25 * p.tolerance),
    );
    const settled = new Map(points.map((point, i) => [point, rounded[i]!]));
    return own.flatMap(({ series, points }) =>
      points.map(point => {
        const vouched = proven.has(point) || (sure && isFine(point, scale));
        return solvedPoint(
          series.name,
          { ...point, y: settled.get(point)! },
          { pair: byPoint.get(point), vouched },
        );
      }),
    );
  });
}

type Listed = Measured & { readonly points: readonly SeriesPoint[] };

function scalesOf(all: readonly Listed[]): ReadonlySet<ValueScale> {
  return new Set(all.map(one => one.scale));
}

function provenIn(all: readonly Listed[], values: readonly PrintedValue[]): ReadonlySet<SeriesPoint> {
  return provenStacks(
    all.filter(one => one.stacked).flatMap(one => one.points),
    values,
  );
}

/** Exact by its own ticks, or borne out by at least two printed numbers and by most of them; never against them. */
function isSure(
  scale: ValueScale,
  own: readonly Listed[],
  { byPoint, shapes }: { byPoint: ReadonlyMap<SeriesPoint, Pairing<SeriesPoint>>; shapes: readonly Shape[] },
): boolean {
  const pairs = own.flatMap(one => one.points.flatMap(point => byPoint.get(point) ?? []));
  const agreeing = pairs.filter(pair => pair.agrees).length;
  if (pairs.length - agreeing > agreeing) return false;
  return agreeing >= 2 || isExact(scale, shapes, own[0]?.turned ?? false);
}

/** Fine enough that rounding and a line's width can't make it wrong by two percent. */
function isFine({ y, tolerance }: SeriesPoint, { ticks }: ValueScale): boolean {
  const values = ticks.map(tick => tick.value);
  const range = Math.max(...values) - Math.min(...values);
  return tolerance <= Math.abs(y) / 50 || tolerance <= range / 1000;
}

interface Vouching {
  readonly pair: Pairing<SeriesPoint> | undefined;
  readonly vouched: boolean;
}

function solvedPoint(series: string, point: SeriesPoint, { pair, vouched }: Vouching): SolvedPoint {
  const { x, y, tolerance, bounds } = point;
  if (pair?.agrees) {
    const { value, half } = pair.printed;
    const finer = half > 4 * tolerance && half > 0.01 * Math.abs(value);
    if (finer && vouched) return { series, x, y, how: 'geometry', verified: true, tolerance, bounds };
    return { series, x, y: value, how: 'label', verified: true, tolerance: half, bounds };
  }
  return { series, x, y, how: 'geometry', verified: vouched && pair === undefined, tolerance, bounds };
}
