/** A rectangle by its edges, in points, origin at the top left, y downwards. */
export interface Bounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export function union(all: readonly Bounds[]): Bounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const b of all) {
    if (b.x0 < x0) x0 = b.x0;
    if (b.y0 < y0) y0 = b.y0;
    if (b.x1 > x1) x1 = b.x1;
    if (b.y1 > y1) y1 = b.y1;
  }
  return { x0, y0, x1, y1 };
}

/** What `a` and `b` have in common; its edges cross where that is nothing. */
export function intersect(a: Bounds, b: Bounds): Bounds {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

export function isEmpty(b: Bounds): boolean {
  return !(b.x1 > b.x0 && b.y1 > b.y0);
}

export function area(b: Bounds): number {
  return isEmpty(b) ? 0 : (b.x1 - b.x0) * (b.y1 - b.y0);
}

export function grow(b: Bounds, by: number): Bounds {
  return { x0: b.x0 - by, y0: b.y0 - by, x1: b.x1 + by, y1: b.y1 + by };
}

export function touches(a: Bounds, b: Bounds): boolean {
  return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

/** The share of `a` that lies inside `b`, 0 to 1. */
export function shareInside(a: Bounds, b: Bounds): number {
  const whole = area(a);
  return whole === 0 ? 0 : area(intersect(a, b)) / whole;
}

export function overlapX(a: Bounds, b: Bounds): number {
  return Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0));
}

export function overlapY(a: Bounds, b: Bounds): number {
  return Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
}

/** How far apart two boxes are; 0 where they touch. */
export function gap(a: Bounds, b: Bounds): number {
  const across = Math.max(0, a.x0 - b.x1, b.x0 - a.x1);
  const down = Math.max(0, a.y0 - b.y1, b.y0 - a.y1);
  return Math.hypot(across, down);
}

export function centreInside(a: Bounds, b: Bounds): boolean {
  const x = (a.x0 + a.x1) / 2;
  const y = (a.y0 + a.y1) / 2;
  return x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1;
}
