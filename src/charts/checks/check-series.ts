import type { Label, Series, SeriesPoint, Shape, SolvedPoint, ValueScale } from '../types.ts';
import type { View } from '../view.ts';
import { shiftOf } from './axis-shift.ts';
import { isExact } from './exact-axis.ts';
import { type Pairing, type PrintedValue, pairUp, printedValues } from './printed-values.ts';
import { provenStacks } from './totals.ts';

/** Series with the axis that they were measured on. */
export interface Measured {
  /** With values rounded to what the drawing bears. */
  readonly series: Series;
  readonly view: View;
  /** It is known which of two axes measures it. */
  readonly sure: boolean;
}

export interface Evidence {
  /** Those that are no tick, category, title or legend: numbers among them may be values. */
  readonly labels: readonly Label[];
  readonly shapes: readonly Shape[];
}

/** A series whose values are settled, with what vouches for each. */
export interface Checked extends Measured {
  readonly points: readonly SolvedPoint[];
}

/**
 * Every point with what vouches for it. A value is verified where a number is printed at its mark that agrees; where
 * its stack adds up to a printed total or to 100 %; or where the axis is exact (`isExact`), or most of the numbers
 * printed at the axis' marks agree with it, and the value is 25 times its tolerance, or nothing at all. A number at a
 * mark that says something else leaves the point unverified, and so do series that no name tells apart.
 * Where printed numbers agree they are the values.
 */
export function checkSeries(drawn: readonly Measured[], { labels, shapes }: Evidence): readonly Checked[] {
  const values = printedValues(labels);
  const measured = drawn.map(one => ({ ...one, series: shifted(one, drawn, values) }));
  const all = measured.flatMap(one => one.series.points);
  const pairs = pairUp(all, values);
  const byPoint = new Map(pairs.map(pair => [pair.point, pair]));
  const proven = provenStacks(all, values);
  const sure = new Map<ValueScale, boolean>();
  for (const { view } of measured) {
    const own = measured.filter(one => one.view.value === view.value).flatMap(one => one.series.points);
    if (!sure.has(view.value))
      sure.set(
        view.value,
        isSure(
          view,
          own.flatMap(p => byPoint.get(p) ?? []),
          shapes,
        ),
      );
  }
  return measured.map(one => {
    const { series, view } = one;
    const points = series.points.map(point => {
      const fine = one.sure && sure.get(view.value) === true && isFine(point);
      const vouched = isTold(one, measured) && !point.sampled && (proven.has(point) || fine);
      return solvedPoint(series.name, point, { pair: byPoint.get(point), vouched });
    });
    const settled = series.points.map((point, i) => ({ ...point, y: points[i]!.y }));
    return { ...one, series: { ...series, points: settled }, points };
  });
}

/** A series put right where the numbers printed at an axis' marks say that all of it is off by the same. */
function shifted(
  { series, view }: Measured,
  all: readonly Measured[],
  values: readonly PrintedValue[],
): Series {
  const own = all.filter(one => one.view.value === view.value).flatMap(one => one.series.points);
  const shift = shiftOf(own, values, view.value);
  return shift === 0
    ? series
    : { ...series, points: series.points.map(point => ({ ...point, y: point.y + shift })) };
}

/**
 * Of several series each needs a name of its own, or nobody knows whose value it is; and a place needs one too. Two
 * values of one series at one category or date are those of two that nothing tells apart.
 */
function isTold({ series, view }: Measured, all: readonly Measured[]): boolean {
  const alike = all.filter(one => one.series.name === series.name).length;
  if (view.base === null || (all.length > 1 && (series.name === '' || alike > 1))) return false;
  const named = view.base.kind === 'category' || view.base.kind === 'date';
  // Letters of months come round; a longer name that does is another panel's.
  const places = series.points.map(({ x, at }) => (x.length === 1 ? `${x} ${Math.round(at)}` : x));
  return !named || new Set(places).size === places.length;
}

/** Exact by its own ticks, or borne out by at least two printed numbers and by most of them; never against them. */
function isSure(view: View, pairs: readonly Pairing<SeriesPoint>[], shapes: readonly Shape[]): boolean {
  const agreeing = pairs.filter(pair => pair.agrees).length;
  if (pairs.length - agreeing > agreeing) return false;
  return agreeing >= 2 || isExact(view.value, shapes, view.turned);
}

/** So much larger than its tolerance that no rounding of the drawing makes it wrong by two percent; or nothing at all. */
function isFine({ y, tolerance }: SeriesPoint): boolean {
  return tolerance <= Math.abs(y) / LEAST || Math.abs(y) <= tolerance;
}

/** Tolerances are about twice what drawings are off by. */
const LEAST = 25;

interface Vouching {
  readonly pair: Pairing<SeriesPoint> | undefined;
  readonly vouched: boolean;
}

function solvedPoint(series: string, point: SeriesPoint, { pair, vouched }: Vouching): SolvedPoint {
  const { x, y, tolerance, bounds } = point;
  if (pair?.agrees) {
    const { value, half } = pair.printed;
    const apart = Math.abs(value - y) > 2 * tolerance;
    const finer = apart && half > 4 * tolerance && half > 0.01 * Math.abs(value);
    if (finer && vouched) return { series, x, y, how: 'geometry', verified: true, tolerance, bounds };
    return { series, x, y: value, how: 'label', verified: true, tolerance: half, bounds };
  }
  return { series, x, y, how: 'geometry', verified: vouched && pair === undefined, tolerance, bounds };
}
