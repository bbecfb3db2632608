import { IDENTITY, type Matrix } from '../pdf/matrix.ts';
import { parseDeclarations } from './css.ts';
import { parseLength, parseNumbers } from './length.ts';
import type { SvgNode } from './parse.ts';

/** CSS pixels to points. */
export const POINTS = 0.75;
/** In points: the longer side of a drawing that states no size where its own units would be no size of a page. */
const USUAL_SIDE = 600;
const SMALLEST_SIDE = 72;
const LARGEST_SIDE = 3_000;
/** As a browser draws what states nothing at all. */
const DEFAULT_SIZE = { width: 300, height: 150 } as const;

/** A drawing as a page: its size in points, and the matrix from its own units to them. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly matrix: Matrix;
  /** In its own units: of which percentages are. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** It states no size and no view box: it is as large as what it draws. */
  readonly open: boolean;
}

export function pageSizeOf(root: SvgNode): PageSize {
  const box = viewBoxOf(root);
  const stated = [statedSide(root, 'width'), statedSide(root, 'height')] as const;
  const [width, height] = sizeFrom(...stated, box);
  const inner = fitViewBox(root, { x: 0, y: 0, width, height });
  const scale = POINTS * (stated.some(side => side !== null) ? 1 : usual(Math.max(width, height) * POINTS));
  return {
    width: tidy(width * scale),
    height: tidy(height * scale),
    matrix: inner.map(value => tidy(value * scale)) as unknown as Matrix,
    viewport: box ?? { width, height },
    open: box === null && stated.includes(null),
  };
}

/** In pixels; null where it is left to what is around the drawing. */
function statedSide({ attributes }: SvgNode, side: 'width' | 'height'): number | null {
  return parseLength(attributes[side]) ?? parseLength(parseDeclarations(attributes.style ?? '')[side]);
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `x y width height`; null where it is absent or empty. */
export function viewBoxOf({ attributes }: SvgNode): Rectangle | null {
  const [x = 0, y = 0, width = 0, height = 0] = parseNumbers(attributes.viewbox);
  const usable = width > 0 && height > 0 && [x, y, width, height].every(Number.isFinite);
  return usable ? { x, y, width, height } : null;
}

/** From the units of an element's view box to those of the rectangle that it fills. */
export function fitViewBox(element: SvgNode, into: Rectangle): Matrix {
  const box = viewBoxOf(element);
  if (!box) return [1, 0, 0, 1, into.x, into.y];
  if (into.width <= 0 || into.height <= 0) return IDENTITY;
  const [sx, sy] = [into.width / box.width, into.height / box.height];
  const { preserveaspectratio: aspect = 'xMidYMid meet' } = element.attributes;
  if (/none/.test(aspect)) return [sx, 0, 0, sy, into.x - box.x * sx, into.y - box.y * sy];
  const scale = /slice/.test(aspect) ? Math.max(sx, sy) : Math.min(sx, sy);
  const share = (axis: 'x' | 'Y') =>
    new RegExp(`${axis}Min`).test(aspect) ? 0 : new RegExp(`${axis}Max`).test(aspect) ? 1 : 0.5;
  const x = into.x + (into.width - box.width * scale) * share('x') - box.x * scale;
  const y = into.y + (into.height - box.height * scale) * share('Y') - box.y * scale;
  return [scale, 0, 0, scale, x, y];
}

function sizeFrom(
  width: number | null,
  height: number | null,
  box: Rectangle | null,
): readonly [number, number] {
  const ratio = box ? box.height / box.width : DEFAULT_SIZE.height / DEFAULT_SIZE.width;
  const both = [
    width ?? (height === null ? null : height / ratio),
    height ?? (width === null ? null : width * ratio),
  ];
  const [w, h] = [both[0] ?? box?.width ?? DEFAULT_SIZE.width, both[1] ?? box?.height ?? DEFAULT_SIZE.height];
  return [Math.max(w, 1), Math.max(h, 1)];
}

function usual(side: number): number {
  return side < SMALLEST_SIDE || side > LARGEST_SIDE ? USUAL_SIDE / side : 1;
}

/** Without the dust of changing units. */
function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
