import type { Bounds } from '../../domain/mark.ts';
import { groupBy } from '../../lib/group.ts';
import { gapOf, unionOf } from '../bounds.ts';
import type { SeriesPoint } from '../types.ts';
import type { PrintedValue } from './printed-values.ts';

/** The stacks that something else proves: their parts add up to a hundred percent, or to the total printed at their end. */
export function provenStacks<P extends SeriesPoint>(
  points: readonly P[],
  values: readonly PrintedValue[],
): ReadonlySet<P> {
  const stacks = [...groupBy(points, point => point.x).values()].filter(isPile);
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

/** Parts drawn one on the other, upwards or sideways: each but one begins where another ends. */
function isPile(parts: readonly SeriesPoint[]): boolean {
  if (parts.length < 2) return false;
  const boxes = parts.map(part => part.bounds);
  const meets = (
    of: (b: Bounds) => readonly [number, number],
    across: (b: Bounds) => readonly [number, number],
  ) =>
    boxes.filter(a =>
      boxes.some(b => a !== b && Math.abs(of(a)[0] - of(b)[1]) < 1 && overlap(across(a), across(b)) > 0.8),
    ).length >=
    parts.length - 1;
  const upright = (b: Bounds) => [b.y0, b.y1] as const;
  const level = (b: Bounds) => [b.x0, b.x1] as const;
  return meets(upright, level) || meets(level, upright);
}

/** Share of the shorter one that both have in common. */
function overlap(a: readonly [number, number], b: readonly [number, number]): number {
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return common / Math.max(Math.min(a[1] - a[0], b[1] - b[0]), 1e-6);
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
