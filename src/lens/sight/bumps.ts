import type { Point } from './polyline.ts';
import type { Run, Track } from './tracks.ts';

/** A place where a line is thicker than elsewhere: a marker in its ink. */
export interface Bump {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
}

/** Pixels by which a marker is thicker than its line. */
const EXCESS = 2.2;
const LARGEST = 12;

/** Markers on a line in the line's own ink; none where there are fewer than two. */
export function bumpsOf({ runs, thickness }: Track): Bump[] {
  const bumps: Bump[] = [];
  let start = -1;
  for (let i = 0; i <= runs.length; i++) {
    const thick = i < runs.length && excess(runs, i, thickness) > EXCESS;
    if (thick && start === -1) start = i;
    if (thick || start === -1) continue;
    const bump = bumpOf(runs.slice(start, i), thickness);
    if (bump) bumps.push(bump);
    start = -1;
  }
  return bumps.length >= 2 && bumps.length < 0.12 * runs.length ? bumps : [];
}

/** How much taller a run is than the line's slope around it asks for. */
function excess(runs: readonly Run[], i: number, thickness: number): number {
  const [before, after] = [runs[Math.max(0, i - 9)]!, runs[Math.min(runs.length - 1, i + 9)]!];
  const own = runs[i]!;
  const slope = (a: Run, b: Run) => (a === b ? 0 : Math.abs((b.middle - a.middle) / (b.x - a.x)));
  const steepest = Math.max(slope(before, own), slope(own, after));
  return own.bottom - own.top - thickness * Math.hypot(1, steepest) - steepest;
}

function bumpOf(runs: readonly Run[], thickness: number): Bump | null {
  const wide = runs.at(-1)!.x - runs[0]!.x + 1;
  const [top, bottom] = [Math.min(...runs.map(run => run.top)), Math.max(...runs.map(run => run.bottom))];
  const tall = bottom - top;
  if (wide < 2 || tall > 2 * LARGEST || wide > 2 * LARGEST || tall > 2.2 * wide + thickness + 2) return null;
  const tallest = runs.reduce((best, run) => (run.bottom - run.top > best.bottom - best.top ? run : best));
  const level = tall < 1.5 * (tallest.bottom - tallest.top);
  const cy = level ? (tallest.top + tallest.bottom) / 2 : (top + bottom) / 2;
  return { cx: (runs[0]!.x + runs.at(-1)!.x + 1) / 2, cy, radius: (tallest.bottom - tallest.top) / 2 };
}

/** A line's points with those of its markers replaced by the markers' middles. */
export function throughBumps(points: readonly Point[], bumps: readonly Bump[]): Point[] {
  const isIn = ([x]: Point) => bumps.some(({ cx, radius }) => Math.abs(x - cx) < radius + 1);
  const rest = points.filter(point => !isIn(point));
  return [...rest, ...bumps.map(({ cx, cy }): Point => [cx, cy])].sort((a, b) => a[0] - b[0]);
}
