import type { Bounds } from '../../domain/mark.ts';
import type { Direction } from '../axes/aligned.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function lengthOf({ from, to }: Span): number {
  return to - from;
}

export function spanOf(values: readonly number[]): Span {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  return { from, to };
}

/** A rectangle's extent along a direction. */
export function alongOf(direction: Direction, { x0, y0, x1, y1 }: Bounds): Span {
  return direction === 'x' ? { from: x0, to: x1 } : { from: y0, to: y1 };
}

/** Its extent across that direction. */
export function acrossOf(direction: Direction, bounds: Bounds): Span {
  return alongOf(direction === 'x' ? 'y' : 'x', bounds);
}

export function boundsFrom(direction: Direction, along: Span, across: Span): Bounds {
  const [x, y] = direction === 'x' ? [along, across] : [across, along];
  return { x0: x.from, y0: y.from, x1: x.to, y1: y.to };
}

/** Share of the shorter one that both have in common; negative where they lie apart. */
export function sharedBy(a: Span, b: Span): number {
  const common = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return common / Math.max(Math.min(lengthOf(a), lengthOf(b)), 1e-6);
}
