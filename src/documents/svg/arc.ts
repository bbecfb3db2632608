type Point = readonly [x: number, y: number];

/**
 * An elliptical arc of SVG as cubic curves of at most a quarter each.
 * Formulas: https://www.w3.org/TR/SVG2/implnote.html#ArcImplementationNotes
 * @param values `rx, ry, rotation in degrees, large, sweep, x, y`
 */
export function arcToCurves(from: Point, values: readonly number[]): readonly (readonly number[])[] {
  const [, , , , , x = 0, y = 0] = values;
  const [rx, ry] = [Math.abs(values[0] ?? 0), Math.abs(values[1] ?? 0)];
  if (from[0] === x && from[1] === y) return [];
  if (rx === 0 || ry === 0) return [[x, y]];
  const ellipse = place(from, [x, y], { rx, ry, values });
  const count = Math.max(1, Math.ceil(Math.abs(ellipse.sweep) / (Math.PI / 2) - 1e-9));
  const step = ellipse.sweep / count;
  return Array.from({ length: count }, (_, i) => {
    const start = ellipse.start + i * step;
    const curve = quarter(ellipse, start, start + step);
    return i === count - 1 ? [...curve.slice(0, 4), x, y] : curve;
  });
}

interface Ellipse {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
  readonly cos: number;
  readonly sin: number;
  readonly start: number;
  readonly sweep: number;
}

function place(
  from: Point,
  to: Point,
  given: { readonly rx: number; readonly ry: number; readonly values: readonly number[] },
): Ellipse {
  const [, , rotation = 0, large = 0, sweepFlag = 0] = given.values;
  const phi = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const px = cos * dx + sin * dy;
  const py = cos * dy - sin * dx;
  const tooFar = (px / given.rx) ** 2 + (py / given.ry) ** 2;
  const grow = tooFar > 1 ? Math.sqrt(tooFar) : 1;
  const [rx, ry] = [given.rx * grow, given.ry * grow];
  const rest = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2;
  const size = Math.sqrt(Math.max(0, rest / ((rx * py) ** 2 + (ry * px) ** 2)));
  const side = large === sweepFlag ? -size : size;
  const [ox, oy] = [(side * rx * py) / ry, (-side * ry * px) / rx];
  const start = Math.atan2((py - oy) / ry, (px - ox) / rx);
  const end = Math.atan2((-py - oy) / ry, (-px - ox) / rx);
  return {
    cx: cos * ox - sin * oy + (from[0] + to[0]) / 2,
    cy: sin * ox + cos * oy + (from[1] + to[1]) / 2,
    rx,
    ry,
    cos,
    sin,
    start,
    sweep: sweepOf(end - start, sweepFlag === 1),
  };
}

function sweepOf(angle: number, clockwise: boolean): number {
  if (clockwise && angle < 0) return angle + 2 * Math.PI;
  return !clockwise && angle > 0 ? angle - 2 * Math.PI : angle;
}

function quarter(e: Ellipse, from: number, to: number): number[] {
  const reach = (4 / 3) * Math.tan((to - from) / 4);
  const at = (u: number, v: number): Point => [
    e.cx + e.cos * e.rx * u - e.sin * e.ry * v,
    e.cy + e.sin * e.rx * u + e.cos * e.ry * v,
  ];
  const [c0, s0, c1, s1] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
  return [...at(c0 - reach * s0, s0 + reach * c0), ...at(c1 + reach * s1, s1 - reach * c1), ...at(c1, s1)];
}
