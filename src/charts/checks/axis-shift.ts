import { gapOf } from '../bounds.ts';
import type { SeriesPoint, ValueScale } from '../types.ts';
import type { PrintedValue } from './printed-values.ts';

/**
 * By how much an axis reads all values too low, as the numbers printed at its marks say; 0 where they don't say so
 * together. Labels without ticks stand a little above or below what they mean: then each point is off by the same.
 */
export function shiftOf(
  points: readonly SeriesPoint[],
  values: readonly PrintedValue[],
  scale: ValueScale,
): number {
  const ticks = scale.ticks.map(tick => tick.value);
  const range = Math.max(...ticks) - Math.min(...ticks);
  if (scale.kind !== 'linear' || !(range > 0)) return 0;
  const offs = points.flatMap(point => {
    const printed = nearest(point, values);
    const off = printed ? printed.value - point.y : Number.POSITIVE_INFINITY;
    return printed && Math.abs(off) < MOST * range ? [{ off, slack: printed.half + point.tolerance }] : [];
  });
  if (offs.length < LEAST) return 0;
  const sorted = offs.map(({ off }) => off).sort((a, b) => a - b);
  const shift = sorted[Math.floor(sorted.length / 2)]!;
  const alike = offs.filter(({ off, slack }) => Math.abs(off - shift) <= slack + 0.002 * range);
  const real = offs.every(({ slack }) => Math.abs(shift) > slack);
  return real && alike.length >= LEAST && alike.length > 0.8 * offs.length ? shift : 0;
}

/** Share of the axis: half a letter's height on most. */
const MOST = 0.04;
/** Fewer numbers prove nothing. */
const LEAST = 3;

function nearest(point: SeriesPoint, values: readonly PrintedValue[]): PrintedValue | null {
  let best: PrintedValue | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const printed of values) {
    const gap = gapOf(printed.label, point.bounds);
    if (gap > 1.3 * printed.label.size || gap >= least) continue;
    [best, least] = [printed, gap];
  }
  return best;
}
