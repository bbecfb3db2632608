import type { Bounds } from '../domain/mark.ts';

export function widthOf({ x0, x1 }: Bounds): number {
  return x1 - x0;
}

export function heightOf({ y0, y1 }: Bounds): number {
  return y1 - y0;
}

export function middleOf({ x0, y0, x1, y1 }: Bounds): { readonly x: number; readonly y: number } {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}

/** The smallest rectangle around all of them; an empty one at the origin where there are none. */
export function unionOf(all: readonly Bounds[]): Bounds {
  if (all.length === 0) return { x0: 0, y0: 0, x1: 0, y1: 0 };
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const b of all) {
    x0 = Math.min(x0, b.x0);
    y0 = Math.min(y0, b.y0);
    x1 = Math.max(x1, b.x1);
    y1 = Math.max(y1, b.y1);
  }
  return { x0, y0, x1, y1 };
}

/** Larger by so much on each side; smaller where `by` is negative. */
export function grown({ x0, y0, x1, y1 }: Bounds, by: number): Bounds {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

/** Whether `inner` lies in `outer`, give or take `slack`. */
export function holds(outer: Bounds, inner: Bounds, slack = 0): boolean {
  return (
    inner.x0 >= outer.x0 - slack &&
    inner.y0 >= outer.y0 - slack &&
    inner.x1 <= outer.x1 + slack &&
    inner.y1 <= outer.y1 + slack
  );
}

export function touches(a: Bounds, b: Bounds, slack = 0): boolean {
  return a.x0 <= b.x1 + slack && b.x0 <= a.x1 + slack && a.y0 <= b.y1 + slack && b.y0 <= a.y1 + slack;
}

/** The distance between two rectangles; 0 where they touch. */
export function gapOf(a: Bounds, b: Bounds): number {
  const dx = Math.max(a.x0 - b.x1, b.x0 - a.x1, 0);
  const dy = Math.max(a.y0 - b.y1, b.y0 - a.y1, 0);
  return Math.hypot(dx, dy);
}
