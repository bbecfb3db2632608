import { colorDistance, isGray } from '../colors.ts';
import { straightsOf } from '../shapes/straights.ts';
import type { Axis, Frame, Series, Shape, ValueScale } from '../types.ts';
import type { View } from '../view.ts';

/** A series on the axis that measures it. */
export interface OnAxis {
  readonly series: Series;
  readonly view: View;
  /** Something says that it is this axis. */
  readonly sure: boolean;
}

/**
 * Series, measured so far on the view's axis, each on the one that it belongs to where a frame has two: by the axis'
 * ink, its title, its unit or a word such as "right" in the series' name. Without such a sign lines over bars are
 * measured by the second axis and all others by the first, and neither is sure.
 */
export function onAxes(
  series: readonly Series[],
  frame: Frame,
  { view, overBars, shapes }: Plotted,
): readonly OnAxis[] {
  const axes = (view.turned ? frame.x : frame.y).filter(axis => axis.scale.kind !== 'category');
  const [first, second] = axes;
  if (first && !second && hasOtherTicks(view, scaleOf(first), shapes)) {
    return series.map(one => ({ series: one, view, sure: false }));
  }
  if (!first || !second || measureAlike(scaleOf(first), scaleOf(second))) {
    return series.map(one => ({ series: one, view, sure: true }));
  }
  return series.map(one => {
    const lean = signsFor(one, second, first) - signsFor(one, first, second);
    const toSecond = lean > 0 || (lean === 0 && overBars);
    if (!toSecond) return { series: one, view, sure: lean !== 0 };
    const value = scaleOf(second);
    return { series: moved(one, view.value, value), view: { ...view, value }, sure: lean !== 0 };
  });
}

interface Plotted {
  readonly view: View;
  /** Bars stand in the same plot. */
  readonly overBars: boolean;
  readonly shapes: readonly Shape[];
}

/** Ticks along the plot's far side that are none of the axis': another axis stands there whose numbers are unknown. */
function hasOtherTicks({ plot, turned }: View, { ticks }: ValueScale, shapes: readonly Shape[]): boolean {
  const side = turned ? plot.y0 : plot.x1;
  const far = straightsOf(shapes, turned ? 'y' : 'x').filter(({ from, to }) => {
    const outwards = turned ? side - to : from - side;
    return to - from < 12 && Math.abs(outwards) < 1.5;
  });
  const places = [...new Set(far.map(({ at }) => Math.round(at)))];
  const others = places.filter(place => ticks.every(tick => Math.abs(tick.at - place) > 1));
  return others.length >= 3 && others.length > places.length / 2;
}

function scaleOf({ scale }: Axis): ValueScale {
  return scale as ValueScale;
}

/** An axis that is printed on both sides. */
function measureAlike(a: ValueScale, b: ValueScale): boolean {
  const [p, q] = [a.ticks[0]!, a.ticks.at(-1)!];
  const range = Math.abs(q.value - p.value);
  return [p, q].every(({ at, value }) => Math.abs(b.toValue(at) - value) < 0.01 * range);
}

/** What says that a series is measured by an axis and not by the other: each sign counts once. */
function signsFor(series: Series, own: Axis, other: Axis): number {
  return [
    hasItsInk(series, own, other),
    isTitledSo(series, own),
    saysSide(series, own),
    hasItsUnit(series, own, other),
  ]
    .map(Number)
    .reduce((sum, sign) => sum + sign, 0);
}

function hasItsInk({ color }: Series, own: Axis, other: Axis): boolean {
  const [ink, otherInk] = [inkOf(own), inkOf(other)];
  if (isGray(ink)) return false;
  return colorDistance(ink, color) < 0.16 && colorDistance(ink, color) < colorDistance(otherInk, color);
}

function inkOf(axis: Axis): string {
  return scaleOf(axis).ticks[0]?.label.color ?? '';
}

function isTitledSo({ name }: Series, { title }: Axis): boolean {
  const [a, b] = [plain(name), plain(title)];
  return a.length > 1 && b.length > 1 && (b.includes(a) || a.includes(b));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function saysSide({ name }: Series, { side }: Axis): boolean {
  const right = /\b(?:rhs|right|secondary|rechts|droite)\b/i.test(name);
  const left = /\b(?:lhs|left|primary|links|gauche)\b/i.test(name);
  return side === 'right' ? right : side === 'left' && left;
}

function hasItsUnit({ name }: Series, own: Axis, other: Axis): boolean {
  const [unit, otherUnit] = [scaleOf(own).unit, scaleOf(other).unit];
  return (
    unit === '%' &&
    otherUnit !== '%' &&
    /%|\b(?:rate|margin|share|growth|yield|percent(?:age)?)\b/i.test(name)
  );
}

function moved(series: Series, from: ValueScale, to: ValueScale): Series {
  const points = series.points.map(point => {
    const place = from.toPlace(point.y);
    const edge = from.toPlace(point.y + point.tolerance);
    const y = to.toValue(place);
    return { ...point, y, tolerance: Math.abs(to.toValue(edge) - y) };
  });
  return { ...series, points };
}
