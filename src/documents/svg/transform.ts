import { IDENTITY, type Matrix, multiply } from '../pdf/matrix.ts';
import { parseNumbers } from './length.ts';

/** A `transform` attribute or CSS property; what can't be understood changes nothing. */
export function parseTransform(text: string | undefined): Matrix {
  if (!text) return IDENTITY;
  let matrix = IDENTITY;
  for (const [, name = '', body = ''] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const make = MAKERS.get(name.toLowerCase());
    if (make) matrix = multiply(matrix, make(parseNumbers(body), body));
  }
  return matrix;
}

type Maker = (values: readonly number[], body: string) => Matrix;

const MAKERS: ReadonlyMap<string, Maker> = new Map(
  Object.entries<Maker>({
    matrix: values => (values.length === 6 ? (values as unknown as Matrix) : IDENTITY),
    translate: ([x = 0, y = 0]) => [1, 0, 0, 1, x, y],
    translatex: ([x = 0]) => [1, 0, 0, 1, x, 0],
    translatey: ([y = 0]) => [1, 0, 0, 1, 0, y],
    scale: ([x = 1, y = x]) => [x, 0, 0, y, 0, 0],
    scalex: ([x = 1]) => [x, 0, 0, 1, 0, 0],
    scaley: ([y = 1]) => [1, 0, 0, y, 0, 0],
    rotate: ([angle = 0, x = 0, y = 0], body) => {
      const turn = radians(angle, body);
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
    },
    skewx: ([angle = 0], body) => [1, 0, Math.tan(radians(angle, body)), 1, 0, 0],
    skewy: ([angle = 0], body) => [1, Math.tan(radians(angle, body)), 0, 1, 0, 0],
  }),
);

function radians(angle: number, body: string): number {
  if (/rad\b/.test(body)) return angle;
  return (/turn\b/.test(body) ? angle * 360 : angle) * (Math.PI / 180);
}
