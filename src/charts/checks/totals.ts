import { groupBy } from '../../lib/group.ts';
import { gapOf, unionOf } from '../bounds.ts';
import type { SeriesPoint } from '../types.ts';
import type { PrintedValue } from './printed-values.ts';

/** The stacks that something else proves: their parts add up to a hundred percent, or to the total printed at their end. */
export function provenStacks<P extends SeriesPoint>(
  points: readonly P[],
  values: readonly PrintedValue[],
): ReadonlySet<P> {
  const stacks = [...groupBy(points, point => point.x).values()].filter(parts => parts.length > 1);
  const whole = wholeOf(stacks);
  const proven = stacks.filter(parts => {
    const sum = sumOf(parts);
    if (whole !== null) return Math.abs(sum - whole) <= 0.005 * whole;
    const bounds = unionOf(parts.map(part => part.bounds));
    const slack = parts.reduce((total, part) => total + part.tolerance, 0);
    return values.some(
      ({ label, value, half }) =>
        gapOf(label, bounds) < 1.5 * label.size && Math.abs(value - sum) <= half + slack && value !== 0,
    );
  });
  return new Set(proven.flat());
}

/** 100 or 1 where all stacks add up to it; null where they differ. */
function wholeOf(stacks: readonly (readonly SeriesPoint[])[]): number | null {
  const sums = stacks.map(sumOf);
  if (sums.length < 2) return null;
  return [100, 1].find(whole => sums.every(sum => Math.abs(sum - whole) <= 0.005 * whole)) ?? null;
}

function sumOf(parts: readonly SeriesPoint[]): number {
  return parts.reduce((sum, part) => sum + part.y, 0);
}
