import type { Bounds } from './bounds.ts';
import { applyX, applyY, type Matrix } from './matrix.ts';
import type { Fill, Rule } from './tables/types.ts';

/** Something drawn that is neither a straight rule nor a filled rectangle: a curve, a wedge, a slanted line. */
export interface Shape extends Bounds {
  readonly color: string;
}

export interface Drawn {
  readonly rules: Rule[];
  readonly fills: Fill[];
  readonly shapes: Shape[];
}

export function newDrawn(): Drawn {
  return { rules: [], fills: [], shapes: [] };
}

export interface Paint {
  /** `#rrggbb`; '' where the path isn't filled (or stroked). */
  readonly fill: string;
  readonly stroke: string;
  /** In points. */
  readonly lineWidth: number;
}

/** Sorts every subpath of a path into rules, filled rectangles and shapes. `data` is pdf.js's packed path. */
export function sortPath(data: ArrayLike<number>, ctm: Matrix, paint: Paint, into: Drawn): void {
  let points: number[] = [];
  let curved = false;
  const flush = () => {
    if (points.length >= 4) addSubpath(points, curved, paint, into);
    points = [];
    curved = false;
  };
  for (let i = 0; i < data.length; ) {
    const op = data[i++]!;
    const length = OPERANDS[op];
    if (length === undefined) break;
    if (op === MOVE) flush();
    if (op === CURVE || op === QUADRATIC) curved = true;
    for (const end = i + length; i < end; i += 2) {
      points.push(applyX(ctm, data[i]!, data[i + 1]!), applyY(ctm, data[i]!, data[i + 1]!));
    }
    if (op === CLOSE && points.length >= 2) points.push(points[0]!, points[1]!);
  }
  flush();
}

const MOVE = 0;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
/** Numbers that follow moveTo, lineTo, curveTo, quadraticCurveTo, closePath. */
const OPERANDS = [2, 2, 6, 4, 0];

/** Thinner than this, in points, a filled rectangle is a rule. */
const THIN = 2.6;
const STRAIGHT = 0.35;

function addSubpath(points: readonly number[], curved: boolean, paint: Paint, into: Drawn): void {
  const box = boundsOf(points);
  if (!(Number.isFinite(box.x0) && Number.isFinite(box.y1))) return;
  const square = !curved && isSquare(points);
  if (paint.fill !== '') addFilled(box, square, paint.fill, into);
  if (paint.stroke === '') return;
  if (square) addStrokes(points, paint, into);
  else into.shapes.push({ ...box, color: paint.stroke });
}

function addFilled(box: Bounds, square: boolean, color: string, into: Drawn): void {
  const w = box.x1 - box.x0;
  const h = box.y1 - box.y0;
  if (square && Math.min(w, h) <= THIN) addRule(box, into);
  else if (square) into.fills.push({ x: box.x0, y: box.y0, w, h, color });
  else into.shapes.push({ ...box, color });
}

function addRule({ x0, y0, x1, y1 }: Bounds, into: Drawn): void {
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  const flat = x1 - x0 >= y1 - y0;
  into.rules.push(
    flat
      ? { x1: x0, y1: y, x2: x1, y2: y, thickness: y1 - y0 }
      : { x1: x, y1: y0, x2: x, y2: y1, thickness: x1 - x0 },
  );
}

function addStrokes(points: readonly number[], paint: Paint, into: Drawn): void {
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
    if (ax === bx && ay === by) continue;
    into.rules.push({
      x1: Math.min(ax, bx),
      y1: Math.min(ay, by),
      x2: Math.max(ax, bx),
      y2: Math.max(ay, by),
      thickness: paint.lineWidth,
    });
  }
}

/** Only runs along the axes, and so is a rule, a rectangle or a staircase of them. */
function isSquare(points: readonly number[]): boolean {
  for (let i = 0; i + 3 < points.length; i += 2) {
    const dx = Math.abs(points[i]! - points[i + 2]!);
    const dy = Math.abs(points[i + 1]! - points[i + 3]!);
    if (dx > STRAIGHT && dy > STRAIGHT) return false;
  }
  return points.length <= 14;
}

function boundsOf(points: readonly number[]): Bounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    x0 = Math.min(x0, points[i]!);
    x1 = Math.max(x1, points[i]!);
    y0 = Math.min(y0, points[i + 1]!);
    y1 = Math.max(y1, points[i + 1]!);
  }
  return { x0, y0, x1, y1 };
}
