import type { PointBox } from './types.ts';

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export function right(box: PointBox): number {
  return box.x + box.w;
}

export function bottom(box: PointBox): number {
  return box.y + box.h;
}

export function middleX(box: PointBox): number {
  return box.x + box.w / 2;
}

export function middleY(box: PointBox): number {
  return box.y + box.h / 2;
}

/** The smallest box around all of `boxes`, of which there is at least one. */
export function around(boxes: readonly PointBox[]): PointBox {
  const x = Math.min(...boxes.map(box => box.x));
  const y = Math.min(...boxes.map(box => box.y));
  return { x, y, w: Math.max(...boxes.map(right)) - x, h: Math.max(...boxes.map(bottom)) - y };
}

/** Length in common; negative where the intervals are apart. */
export function overlap(a: Interval, b: Interval): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from);
}

export function acrossX(box: PointBox): Interval {
  return { from: box.x, to: right(box) };
}

export function acrossY(box: PointBox): Interval {
  return { from: box.y, to: bottom(box) };
}

/** Whether the boxes share more than half of the smaller one's area. */
export function sharesPlace(a: PointBox, b: PointBox): boolean {
  const w = overlap(acrossX(a), acrossX(b));
  const h = overlap(acrossY(a), acrossY(b));
  return w > 0 && h > 0 && w * h > 0.5 * Math.min(a.w * a.h, b.w * b.h);
}

/** Middles of groups of numbers, where a group reaches `tolerance` from its smallest. */
export function clusters(numbers: readonly number[], tolerance: number): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const n of sorted) {
    const last = groups.at(-1);
    if (last && n - last[0]! <= tolerance) last.push(n);
    else groups.push([n]);
  }
  return groups.map(group => group.reduce((sum, n) => sum + n, 0) / group.length);
}
