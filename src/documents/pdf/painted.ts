import { type Bounds, intersect } from './bounds.ts';
import { applyBounds, type Matrix, multiply } from './matrix.ts';

/** pdf.js's packed path: 0 x y moves, 1 x y draws a line, 2 and six numbers a curve, 3 and four a quadratic one, 4 closes. */
export type PathData = ArrayLike<number>;

/** Where ink is let through: a box and, where what was clipped to is no rectangle, its outline. */
export interface Clip {
  readonly box: Bounds;
  readonly path: { readonly data: PathData; readonly ctm: Matrix } | null;
}

/** One path-painting operator, kept as pdf.js hands it over: only what lies in a figure is worth converting. */
export interface PaintedPath {
  readonly kind: 'path';
  /** null where everything inside the clip is painted. */
  readonly data: PathData | null;
  readonly ctm: Matrix;
  readonly clip: Clip;
  /** Inside the clip, in points. */
  readonly box: Bounds;
  readonly fill: string;
  readonly stroke: string;
  /** In points. */
  readonly lineWidth: number;
  readonly dashed: boolean;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface PaintedImage {
  readonly kind: 'image';
  readonly box: Bounds;
}

/** In drawing order. */
export type Painted = PaintedPath | PaintedImage;

/** The same on a page that is moved or turned by `matrix`. */
export function transformed(painted: Painted, matrix: Matrix): Painted {
  const box = moved(painted.box, matrix);
  if (painted.kind === 'image') return { kind: 'image', box };
  const { ctm, clip } = painted;
  const path = clip.path && { data: clip.path.data, ctm: multiply(matrix, clip.path.ctm) };
  return { ...painted, box, ctm: multiply(matrix, ctm), clip: { box: moved(clip.box, matrix), path } };
}

/** `clip` with a further path in its way. */
export function clipped(clip: Clip, data: PathData | null, ctm: Matrix, edges: ArrayLike<number>): Clip {
  const box = intersect(clip.box, applyBounds(ctm, edges));
  return { box, path: data && !isRectangle(data, ctm) ? { data, ctm } : clip.path };
}

/** One subpath that runs along the axes from corner to corner of its bounds. */
export function isRectangle(data: PathData, ctm: Matrix): boolean {
  if (data.length > LONGEST_RECTANGLE || data[0] !== 0) return false;
  const level = Math.abs(ctm[1]) + Math.abs(ctm[2]) < SKEW || Math.abs(ctm[0]) + Math.abs(ctm[3]) < SKEW;
  if (!level) return false;
  let corners = 1;
  for (let i = 3; i < data.length; i += data[i] === 1 ? 3 : 1) {
    if (data[i] === 4) return corners >= 4 && i === data.length - 1;
    if (data[i] !== 1) return false;
    const [dx, dy] = [Math.abs(data[i + 1]! - data[i - 2]!), Math.abs(data[i + 2]! - data[i - 1]!)];
    if (Math.min(dx, dy) > SKEW * Math.max(dx, dy)) return false;
    corners++;
  }
  return corners >= 4;
}

/** Five corners and the close. */
const LONGEST_RECTANGLE = 16;
const SKEW = 1e-3;

function moved({ x0, y0, x1, y1 }: Bounds, matrix: Matrix): Bounds {
  return applyBounds(matrix, [x0, y0, x1, y1]);
}
