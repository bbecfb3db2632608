import type { Line, Shape } from '../types.ts';
import { TURN, turned, turnOf } from './wedges.ts';

/** The web of a radar: lines from one middle outwards, evenly turned. */
export interface Web {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
  /** Angles of its spokes, clockwise from twelve o'clock, in order. */
  readonly angles: readonly number[];
  readonly shapes: readonly Line[];
}

/** Every web among shapes. */
export function findWebs(shapes: readonly Shape[]): readonly Web[] {
  const lines = shapes.filter((shape): shape is Line => shape.shape === 'line' && shape.nodes.length === 4);
  const webs: Web[] = [];
  for (const line of lines) {
    for (const [x, y] of endsOf(line)) {
      if (webs.some(web => Math.hypot(web.cx - x, web.cy - y) < 0.5 * web.radius)) continue;
      const web = webAround(x, y, lines);
      if (web) webs.push(web);
    }
  }
  return webs;
}

function endsOf({ nodes }: Line): readonly (readonly [number, number])[] {
  return [
    [nodes[0]!, nodes[1]!],
    [nodes[2]!, nodes[3]!],
  ];
}

/** At least three lines of one length whose turns around a place are even; one across counts as two. */
function webAround(cx: number, cy: number, lines: readonly Line[]): Web | null {
  const rays = lines.flatMap(line => {
    const [a, b] = endsOf(line);
    const [p, q] = [Math.hypot(a![0] - cx, a![1] - cy), Math.hypot(b![0] - cx, b![1] - cy)];
    if (Math.min(p, q) > 0.6) return [];
    const [x, y] = p > q ? a! : b!;
    return [{ line, length: Math.max(p, q), angle: turnOf(Math.atan2(x - cx, cy - y)) }];
  });
  const radius = Math.max(0, ...rays.map(ray => ray.length));
  const long = rays.filter(ray => ray.length > 0.98 * radius - 0.3);
  const angles = distinct(long.map(ray => ray.angle));
  if (angles.length < 3 || radius < 15 || !areEven(angles)) return null;
  return { cx, cy, radius, angles, shapes: long.map(ray => ray.line) };
}

function distinct(angles: readonly number[]): readonly number[] {
  const sorted = angles.map(angle => (TURN - angle < 0.02 ? 0 : angle)).sort((a, b) => a - b);
  return sorted.filter((angle, i) => i === 0 || angle - sorted[i - 1]! > 0.02);
}

function areEven(angles: readonly number[]): boolean {
  const step = TURN / angles.length;
  return angles.every((angle, i) => Math.abs(turned(angles[(i + 1) % angles.length]! - angle - step)) < 0.03);
}
