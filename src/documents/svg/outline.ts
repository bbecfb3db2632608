import type { Bounds } from '../../domain/mark.ts';
import { applyX, applyY, type Matrix } from '../pdf/matrix.ts';
import type { Subpath } from './path-data.ts';

export interface Outline {
  /** `x, y, …`: ends of segments, without repetitions in place and without the first point again at the end. */
  readonly nodes: readonly number[];
  /** The same with curves flattened. */
  readonly outline: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** Page units: how far a flattened curve may lie off, and how near points are one. */
const FLATNESS = 0.1;
const SAME = 1e-3;
/** Past this, a curve is no longer cut finer. */
const MOST_PIECES = 48;

/** A subpath after `matrix`, its curves flattened; null where nothing finite is left. */
export function outlineOf({ x, y, segments, closed }: Subpath, matrix: Matrix): Outline | null {
  const nodes: number[] = [];
  const outline: number[] = [];
  let curved = false;
  const start = [applyX(matrix, x, y), applyY(matrix, x, y)] as const;
  let at: readonly [number, number] = start;
  push(nodes, at[0], at[1]);
  push(outline, at[0], at[1]);
  for (const segment of segments) {
    const placed: number[] = [];
    for (let i = 0; i < segment.length; i += 2) {
      placed.push(applyX(matrix, segment[i]!, segment[i + 1]!), applyY(matrix, segment[i]!, segment[i + 1]!));
    }
    if (placed.length === 6 && !isStraight(at, placed)) {
      curved = true;
      flatten(at, placed, outline);
    }
    at = placed.slice(-2) as [number, number];
    push(nodes, at[0], at[1]);
    push(outline, at[0], at[1]);
  }
  if (!outline.every(Number.isFinite)) return null;
  const returns = nodes.length > 4 && near(at[0], at[1], start[0], start[1]);
  if (returns) for (const list of [nodes, outline]) list.length -= 2;
  return { nodes, outline, closed: closed || returns, curved };
}

export function boundsOfPoints(points: readonly number[]): Bounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    x0 = Math.min(x0, points[i]!);
    x1 = Math.max(x1, points[i]!);
    y0 = Math.min(y0, points[i + 1]!);
    y1 = Math.max(y1, points[i + 1]!);
  }
  return { x0, y0, x1, y1 };
}

function push(list: number[], x: number, y: number): void {
  const count = list.length;
  if (count >= 2 && near(x, y, list[count - 2]!, list[count - 1]!)) return;
  list.push(x, y);
}

function near(ax: number, ay: number, bx: number, by: number): boolean {
  return Math.abs(ax - bx) < SAME && Math.abs(ay - by) < SAME;
}

/** Control points on the way from end to end: programs write straight lines as curves. */
function isStraight([x0, y0]: readonly [number, number], curve: readonly number[]): boolean {
  const [x1, y1, x2, y2, x, y] = curve as unknown as [number, number, number, number, number, number];
  const length = Math.hypot(x - x0, y - y0);
  if (length < SAME) return Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x0, y2 - y0) < SAME;
  const off = (px: number, py: number) => Math.abs((x - x0) * (py - y0) - (y - y0) * (px - x0)) / length;
  return off(x1, y1) < 0.01 && off(x2, y2) < 0.01;
}

function flatten([x0, y0]: readonly [number, number], curve: readonly number[], into: number[]): void {
  const [x1, y1, x2, y2, x, y] = curve as unknown as [number, number, number, number, number, number];
  const bend = Math.max(
    Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
    Math.hypot(x1 - 2 * x2 + x, y1 - 2 * y2 + y),
  );
  const pieces = Math.min(MOST_PIECES, Math.ceil(Math.sqrt((0.75 * bend) / FLATNESS)));
  for (let i = 1; i < pieces; i++) {
    const t = i / pieces;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    push(into, a * x0 + b * x1 + c * x2 + d * x, a * y0 + b * y1 + c * y2 + d * y);
  }
}
