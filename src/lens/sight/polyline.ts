import { type Bump, throughBumps } from './bumps.ts';
import type { Run, Track } from './tracks.ts';

export type Point = readonly [x: number, y: number];

/** Pixels that a line may stray from straight between two nodes. */
const STRAY = 0.75;

/** The nodes of the polyline that a track draws: where its straight stretches meet. */
export function nodesOf(track: Track, bumps: readonly Bump[] = []): Point[] {
  const covered = new Set(
    track.runs.flatMap(({ hidden, x }) => (hidden ? [x - 2, x - 1, x, x + 1, x + 2] : [])),
  );
  const open = track.runs.filter(({ x }) => !covered.has(x));
  const points = pointsOf(open.length > 0.5 * track.runs.length ? { ...track, runs: open } : track);
  const cap = Math.max(CAP, 1.2 * track.thickness);
  return bumps.length > 0 ? alongMarkers(points, bumps) : nodesThrough(points, cap);
}

/** The same of points along a line, in their order. */
export function nodesThrough(points: readonly Point[], cap = CAP): Point[] {
  return withoutIdle(sharpened(withoutStubs(simplified(points, STRAY), points, cap), points));
}

/** With markers, nodes stand at them; others only where the line bends between them. */
function alongMarkers(points: readonly Point[], bumps: readonly Bump[]): Point[] {
  const all = throughBumps(points, bumps);
  const [first, last] = [bumps[0]!.cx, bumps.at(-1)!.cx];
  const before = all.filter(([x]) => x <= first);
  const after = all.filter(([x]) => x >= last);
  const isLong = (part: readonly Point[]) => part.length > 20;
  const middle = bumps.map(({ cx, cy }): Point => [cx, cy]);
  const head = isLong(before) ? nodesThrough(before).slice(0, -1) : [];
  const tail = isLong(after) ? nodesThrough(after).slice(1) : [];
  return [...head, ...middle, ...tail];
}

/** Nodes as near to an end as this belong to the line's cap. */
const CAP = 3;

function withoutStubs(kept: readonly number[], points: readonly Point[], cap: number): number[] {
  const [first, last] = [kept[0]!, kept.at(-1)!];
  const isClose = (a: number, b: number) =>
    Math.hypot(points[a]![0] - points[b]![0], points[a]![1] - points[b]![1]) <= cap;
  const inner = kept.slice(1, -1).filter(at => !isClose(at, first) && !isClose(at, last));
  const out = [first];
  inner.forEach((at, i) => {
    const before = out.at(-1)!;
    if (out.length < 2 || !isClose(before, at)) out.push(at);
    // A tip that is flat for some pixels is one node: the one that stands out more.
    else {
      const [start, end] = [points[out.at(-2)!]!, points[inner[i + 1] ?? last]!];
      if (distance(points[at]!, start, end) > distance(points[before]!, start, end)) out[out.length - 1] = at;
    }
  });
  return first === last ? out : [...out, last];
}

/** Nodes that their neighbours' line passes anyway say nothing. */
function withoutIdle(nodes: readonly Point[]): Point[] {
  const kept = [...nodes];
  for (let i = 1; i + 1 < kept.length; ) {
    if (distance(kept[i]!, kept[i - 1]!, kept[i + 1]!) < 0.5 * STRAY) kept.splice(i, 1);
    else i++;
  }
  return kept;
}

/** The middle of each column's ink; at a peak its tip, and where it steps both ends of the step. */
function pointsOf({ runs, thickness }: Track): Point[] {
  const half = thickness / 2;
  const steps = withoutTwins(runs, thickness);
  return steps.flatMap((run, i): Point[] => {
    const x = run.x + 0.5;
    const [before, after] = [steps[i - 1], steps[i + 1]];
    const [entry, exit] = [sideOf(before, run), sideOf(after, run)];
    const [top, bottom] = [run.top + half, run.bottom - half];
    if (bottom - top < thickness + 1) return [[x, run.middle]];
    if (entry && entry === exit) return [[x, entry === 'top' ? bottom : top]];
    const usual = Math.max(...[before, after].flatMap(one => (one ? [one.bottom - one.top] : [])), thickness);
    if (run.bottom - run.top < 3 * usual) return [[x, run.middle]];
    const downwards = entry ? entry === 'top' : exit === 'bottom';
    return downwards
      ? [
          [x, top],
          [x, bottom],
        ]
      : [
          [x, bottom],
          [x, top],
        ];
  });
}

/** An upright stroke of several columns as one run in its middle. */
function withoutTwins(runs: readonly Run[], thickness: number): readonly Run[] {
  const out: Run[] = [];
  let first = 0;
  for (const run of runs) {
    const last = out.at(-1);
    const tall = run.bottom - run.top > 3 * thickness + 3;
    const twins = last && tall && Math.abs(last.top - run.top) < 2 && Math.abs(last.bottom - run.bottom) < 2;
    if (twins) out[out.length - 1] = { ...run, x: (first + run.x) / 2 };
    else {
      out.push(run);
      first = run.x;
    }
  }
  return out;
}

/** At which end of a tall run its neighbour joins. */
function sideOf(neighbour: Run | undefined, run: Run): 'top' | 'bottom' | null {
  if (!neighbour || Math.abs(neighbour.x - run.x) > 2) return null;
  return Math.abs(neighbour.middle - run.top) < Math.abs(neighbour.middle - run.bottom) ? 'top' : 'bottom';
}

/** Ramer, Douglas and Peucker; the answer holds indices. */
function simplified(points: readonly Point[], tolerance: number): number[] {
  const keep = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [a, b] = span;
    let [worst, at] = [tolerance, -1];
    for (let i = a + 1; i < b; i++) {
      const off = distance(points[i]!, points[a]!, points[b]!);
      if (off > worst) [worst, at] = [off, i];
    }
    if (at === -1) continue;
    keep.add(at);
    spans.push([a, at], [at, b]);
  }
  return [...keep].sort((a, b) => a - b);
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dx * (y - ay) - dy * (x - ax)) / length;
}

interface Fitted {
  readonly mx: number;
  readonly my: number;
  readonly ux: number;
  readonly uy: number;
}

/** Nodes moved to where the straight lines through the points between them cross. */
function sharpened(kept: readonly number[], points: readonly Point[]): Point[] {
  const lines = kept.slice(1).map((to, i) => fitted(points, kept[i]!, to));
  return kept.map((index, i): Point => {
    const own = points[index]!;
    const [before, after] = [lines[i - 1], lines[i]];
    if (before && after) {
      const crossing = cross(before, after);
      return crossing && Math.hypot(crossing[0] - own[0], crossing[1] - own[1]) < 3 ? crossing : own;
    }
    const line = before ?? after;
    return line ? onto(own, line) : own;
  });
}

/** The line through the inner points of a stretch by least squares across it; null where they are too few. */
function fitted(points: readonly Point[], from: number, to: number): Fitted | null {
  const inner = points
    .slice(from, to + 1)
    .filter((_, i, all) => all.length < 8 || (i >= 2 && i < all.length - 2));
  if (inner.length < 3) return null;
  const mx = inner.reduce((sum, [x]) => sum + x, 0) / inner.length;
  const my = inner.reduce((sum, [, y]) => sum + y, 0) / inner.length;
  let [sxx, sxy, syy] = [0, 0, 0];
  for (const [x, y] of inner) {
    sxx += (x - mx) ** 2;
    sxy += (x - mx) * (y - my);
    syy += (y - my) ** 2;
  }
  const turn = Math.atan2(2 * sxy, sxx - syy) / 2;
  return { mx, my, ux: Math.cos(turn), uy: Math.sin(turn) };
}

function cross(a: Fitted, b: Fitted): Point | null {
  const turn = a.ux * b.uy - a.uy * b.ux;
  if (Math.abs(turn) < 0.04) return null;
  const t = ((b.mx - a.mx) * b.uy - (b.my - a.my) * b.ux) / turn;
  return [a.mx + t * a.ux, a.my + t * a.uy];
}

function onto([x, y]: Point, { mx, my, ux, uy }: Fitted): Point {
  const along = (x - mx) * ux + (y - my) * uy;
  return [mx + along * ux, my + along * uy];
}
