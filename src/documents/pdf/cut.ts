import type { Bounds } from './bounds.ts';

/** The part of a filled outline (`x, y, x, y, …`, closed) inside a box; empty where there is none. */
export function cutArea(points: readonly number[], box: Bounds): number[] {
  let cut = points as number[];
  for (const edge of edgesOf(box)) {
    cut = cutByEdge(cut, edge);
    if (cut.length === 0) break;
  }
  return cut;
}

/** The parts of a drawn line inside a box, each `x, y, x, y, …`. */
export function cutLine(points: readonly number[], box: Bounds): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
    const span = spanInside([ax, ay, bx, by], box);
    if (!span) continue;
    const [from, to] = span;
    if (from > 0 || part.length === 0) {
      part = [ax + from * (bx - ax), ay + from * (by - ay)];
      parts.push(part);
    }
    part.push(ax + to * (bx - ax), ay + to * (by - ay));
    if (to < 1) part = [];
  }
  return parts;
}

/** Which coordinate (0 is x), where, and whether what is kept lies above that. */
interface Edge {
  readonly axis: 0 | 1;
  readonly at: number;
  readonly above: boolean;
}

function edgesOf({ x0, y0, x1, y1 }: Bounds): Edge[] {
  return [
    { axis: 0, at: x0, above: true },
    { axis: 0, at: x1, above: false },
    { axis: 1, at: y0, above: true },
    { axis: 1, at: y1, above: false },
  ];
}

function cutByEdge(points: readonly number[], { axis, at, above }: Edge): number[] {
  const kept: number[] = [];
  const inside = (i: number) => (above ? points[i + axis]! >= at : points[i + axis]! <= at);
  for (let i = 0; i < points.length; i += 2) {
    const before = i === 0 ? points.length - 2 : i - 2;
    if (inside(before) !== inside(i)) {
      const t = (at - points[before + axis]!) / (points[i + axis]! - points[before + axis]!);
      const other = points[before + 1 - axis]! + t * (points[i + 1 - axis]! - points[before + 1 - axis]!);
      kept.push(...(axis === 0 ? [at, other] : [other, at]));
    }
    if (inside(i)) kept.push(points[i]!, points[i + 1]!);
  }
  return kept;
}

/** Which part of a segment, from 0 to 1, lies inside; null where none does. */
function spanInside(
  [ax, ay, bx, by]: readonly [number, number, number, number],
  box: Bounds,
): readonly [number, number] | null {
  let [from, to] = [0, 1];
  for (const [start, step, low, high] of [
    [ax, bx - ax, box.x0, box.x1],
    [ay, by - ay, box.y0, box.y1],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return null;
      continue;
    }
    const [a, b] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from <= to ? [from, to] : null;
}
