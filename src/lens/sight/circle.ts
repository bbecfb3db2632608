export interface Circle {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
  /** Points of an outline on it. */
  readonly on: number;
}

export type Points = readonly (readonly [x: number, y: number])[];

/** Pixels: smaller ones are letters and markers. */
const SMALLEST_RADIUS = 14;
/** Pixels that a point of an outline may lie off its circle. */
const NEAR = 0.9;

/** The circle that most of an outline's points lie on; null where it is no tenth of them. */
export function fitCircle(points: Points): Circle | null {
  let best: Circle | null = null;
  let seed = 7;
  const next = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed % limit;
  };
  for (let trial = 0; trial < 160; trial++) {
    const [a, b, c] = [
      points[next(points.length)]!,
      points[next(points.length)]!,
      points[next(points.length)]!,
    ];
    const circle = through(a, b, c);
    if (!circle || circle.radius < SMALLEST_RADIUS || circle.radius > 2_000) continue;
    const on = points.reduce((n, point) => n + (isOn(point, circle) ? 1 : 0), 0);
    if (on > (best?.on ?? 0)) best = { ...circle, on };
  }
  if (!best || best.on < Math.max(16, 0.15 * points.length)) return null;
  return refined(best, points);
}

function isOn([x, y]: readonly [number, number], { cx, cy, radius }: Omit<Circle, 'on'>): boolean {
  return Math.abs(Math.hypot(x - cx, y - cy) - radius) < NEAR;
}

function through([ax, ay]: Points[0], [bx, by]: Points[0], [cx, cy]: Points[0]): Omit<Circle, 'on'> | null {
  const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (Math.abs(d) < 1) return null;
  const [a, b, c] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  const [x, y] = [
    (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / d,
    (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / d,
  ];
  return { cx: x, cy: y, radius: Math.hypot(ax - x, ay - y) };
}

/** Least squares over the points on it (Kåsa). */
function refined(circle: Circle, points: Points): Circle {
  const on = points.filter(point => isOn(point, circle));
  const [mx, my] = [mean(on.map(([x]) => x)), mean(on.map(([, y]) => y))];
  let [suu, suv, svv, suz, svz] = [0, 0, 0, 0, 0];
  for (const [x, y] of on) {
    const [u, v] = [x - mx, y - my];
    const z = u * u + v * v;
    suu += u * u;
    suv += u * v;
    svv += v * v;
    suz += u * z;
    svz += v * z;
  }
  const d = 2 * (suu * svv - suv * suv);
  if (Math.abs(d) < 1e-6) return circle;
  const [cx, cy] = [mx + (suz * svv - svz * suv) / d, my + (svz * suu - suz * suv) / d];
  const radius = mean(on.map(([x, y]) => Math.hypot(x - cx, y - cy)));
  return { cx, cy, radius, on: on.length };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
