import type { PathMark } from '../../domain/mark.ts';

export interface Sector {
  readonly cx: number;
  readonly cy: number;
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
}

type Point = readonly [x: number, y: number];

/** The sector of a circle or ring that a closed mark draws; null where it draws none. */
export function sectorOf(mark: PathMark): Sector | null {
  const points = pointsOf(mark.outline);
  if (points.length < 3 || points.length > 4000) return null;
  if (!mark.curved && points.length < 8) return null;
  if (Math.max(mark.x1 - mark.x0, mark.y1 - mark.y0) < 0.8 * SMALLEST) return null;
  const sample =
    points.length > 24 ? points.filter((_, i) => i % Math.floor(points.length / 12) === 0) : points;
  for (const center of centers(mark, points)) {
    const sector = isOnArcs(center, sample) ? around(center, points) : null;
    if (sector) return sector;
  }
  return null;
}

/** Clockwise from twelve o'clock, in radians. */
export function angleOf([x, y]: Point, [cx, cy]: Point): number {
  return Math.atan2(x - cx, cy - y);
}

function pointsOf(flat: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [last, point] = [points.at(-1), [flat[i]!, flat[i + 1]!] as const];
    if (!last || Math.hypot(last[0] - point[0], last[1] - point[1]) > 1e-3) points.push(point);
  }
  return points;
}

/** Where the centre may be: a corner of a pie's slice; the crossing of a ring's straight ends; or that of its arc. */
function* centers(mark: PathMark, points: readonly Point[]): Generator<Point> {
  const nodes = pointsOf(mark.nodes);
  if (nodes.length <= 24) yield* nodes;
  else yield* sharpest(points);
  const straights = straightEdges(points);
  if (straights.length === 2) {
    const crossing = cross(straights[0]!, straights[1]!);
    if (crossing) yield crossing;
  }
  for (const share of [0.25, 0.125, 0.0625]) {
    const step = Math.max(1, Math.floor(points.length * share));
    for (const start of [0, Math.floor(points.length / 3), Math.floor((2 * points.length) / 3)]) {
      const at = (i: number) => points[(start + i * step) % points.length]!;
      const center = circumcenter(at(0), at(1), at(2));
      if (center) yield center;
    }
  }
}

/** Of a finely flattened slice, the points between the longest edges. */
function sharpest(points: readonly Point[]): Point[] {
  const next = (i: number) => points[(i + 1) % points.length]!;
  const edges = points.map((p, i) => ({ i, length: Math.hypot(next(i)[0] - p[0], next(i)[1] - p[1]) }));
  const longest = edges.sort((a, b) => b.length - a.length).slice(0, 2);
  return longest.flatMap(({ i }) => [points[i]!, next(i)]);
}

/** Edges at least thrice as long as the usual one. */
function straightEdges(points: readonly Point[]): (readonly [Point, Point])[] {
  const edges = points.map((p, i) => [p, points[(i + 1) % points.length]!] as const);
  const length = ([a, b]: readonly [Point, Point]) => Math.hypot(b[0] - a[0], b[1] - a[1]);
  const sorted = edges.map(length).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)]!;
  return edges.filter(edge => length(edge) > 3 * usual);
}

function cross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): Point | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const turn = rx * sy - ry * sx;
  if (Math.abs(turn) < 1e-6 * (Math.hypot(rx, ry) * Math.hypot(sx, sy))) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / turn;
  return [a[0] + t * rx, a[1] + t * ry];
}

function circumcenter([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): Point | null {
  const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (Math.abs(d) < 1e-3) return null;
  const [a, b, c] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  return [
    (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / d,
    (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / d,
  ];
}

/** Whether points lie at the centre or in at most two distances from it: most outlines are told apart by a few. */
function isOnArcs([cx, cy]: Point, sample: readonly Point[]): boolean {
  const radii = sample.map(([x, y]) => Math.hypot(x - cx, y - cy)).filter(r => r > 0.5);
  const [least, most] = [Math.min(...radii), Math.max(...radii)];
  const slack = Math.max(0.5, 0.03 * most);
  return radii.every(r => r - least < slack || most - r < slack);
}

/** The sector about a centre, where every point lies on one of two arcs around it or at it. */
function around(center: Point, points: readonly Point[]): Sector | null {
  const radii = points.map(([x, y]) => Math.hypot(x - center[0], y - center[1]));
  const outer = Math.max(...radii);
  const slack = Math.max(0.2, 0.012 * outer);
  if (outer < SMALLEST) return null;
  const onOuter = radii.map(r => outer - r <= slack);
  const rest = radii.filter((_, i) => !onOuter[i]);
  if (rest.length === 0 || onOuter.filter(Boolean).length < 2) return null;
  const inner = rest.reduce((sum, r) => sum + r, 0) / rest.length;
  if (inner > 0.97 * outer || rest.some(r => Math.abs(r - inner) > slack)) return null;
  const arc = runOf(points, onOuter);
  const [from, to] = arc ? sweep(arc, center) : [0, 0];
  if (to - from < 1e-3 || to - from > 2 * Math.PI - 1e-3) return null;
  const [cx, cy] = center;
  return { cx, cy, inner: inner <= 2 * slack ? 0 : inner, outer, from, to };
}

/** Units: anything smaller is a marker. */
const SMALLEST = 6;

/** The points that are on, in cyclic order; null where they come in several runs. */
function runOf(points: readonly Point[], on: readonly boolean[]): Point[] | null {
  const starts = on.flatMap((is, i) => (is && !on[(i + on.length - 1) % on.length] ? [i] : []));
  if (starts.length !== 1) return null;
  const run: Point[] = [];
  for (let i = starts[0]!; on[i % on.length] && run.length < points.length; i++)
    run.push(points[i % points.length]!);
  return run.length >= 2 ? run : null;
}

function sweep(arc: readonly Point[], center: Point): readonly [from: number, to: number] {
  const angles = arc.map(point => angleOf(point, center));
  let turned = 0;
  for (let i = 1; i < angles.length; i++) {
    const step = angles[i]! - angles[i - 1]!;
    turned += step - 2 * Math.PI * Math.round(step / (2 * Math.PI));
  }
  const start = turned >= 0 ? angles[0]! : angles.at(-1)!;
  return [start, start + Math.abs(turned)];
}
