import { DOMParser, type Element } from '@xmldom/xmldom';
import type { Bounds } from '../domain/mark.ts';

/** A label of a drawn chart: what it says and the box that its layout gives it, in pixels of the picture. */
export interface ChartLabel {
  readonly text: string;
  readonly box: Bounds;
  /** 0: level; 90: reads downwards; -90: reads upwards. */
  readonly angle: 0 | 90 | -90;
  /** Height of the letters' em. */
  readonly size: number;
}

/** `a, b, c, d, e, f` as in SVG. */
type Matrix = readonly [number, number, number, number, number, number];

/** Advance widths of sans-serif characters in thousandths of an em, the usual ones; others count as `OTHER`. */
const ADVANCES: Readonly<Record<string, number>> = {
  ...widths(' ', 318),
  ...widths("'", 275),
  ...widths('ijl', 278),
  ...widths('.,', 318),
  ...widths(':;|\\/', 337),
  ...widths('()[]', 390),
  ...widths('I', 295),
  ...widths('J', 295),
  ...widths('-', 361),
  ...widths('f', 352),
  ...widths('t', 392),
  ...widths('r', 411),
  ...widths('sz', 523),
  ...widths('c_', 550),
  ...widths('kvxy', 590),
  ...widths('aeo', 613),
  ...widths('bdpqghnu', 634),
  ...widths('FL', 566),
  ...widths('ETSPYZ', 630),
  ...widths('ABKRVXC', 685),
  ...widths('DGHUNOQ', 765),
  ...widths('wM', 840),
  ...widths('m', 974),
  ...widths('W', 989),
  ...widths('%', 950),
  ...widths('−+=<>~', 838),
};
const OTHER = 636;
const BOLD = 1.09;
const ASCENT = 0.8;
const DESCENT = 0.22;

/** The texts of an SVG that are drawn level or at a right angle. */
export function chartLabels(svg: string): readonly ChartLabel[] {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return [...document.getElementsByTagName('text')].flatMap(element => labelOf(element));
}

function labelOf(element: Element): readonly ChartLabel[] {
  const text = (element.textContent ?? '').trim();
  const size = Number.parseFloat(element.getAttribute('font-size') ?? '');
  const [a, b, c, d, e, f] = placed(element);
  const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI);
  const hidden = element.getAttribute('opacity') === '0' || element.getAttribute('display') === 'none';
  if (text === '' || hidden || !(size > 0) || (angle !== 0 && angle !== 90 && angle !== -90)) return [];
  const width = widthOf(text, size, /bold|[6-9]00/.test(element.getAttribute('font-weight') ?? ''));
  const anchor = element.getAttribute('text-anchor');
  const x = anchor === 'middle' ? -width / 2 : anchor === 'end' ? -width : 0;
  const corners = [
    [x, -ASCENT * size],
    [x + width, DESCENT * size],
  ].map(([px, py]) => [a * px! + c * py! + e, b * px! + d * py! + f] as const);
  const [xs, ys] = [corners.map(([px]) => px), corners.map(([, py]) => py)];
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  return [{ text, box, angle, size: size * Math.hypot(a, b) }];
}

function widthOf(text: string, size: number, bold: boolean): number {
  const thousandths = [...text].reduce((sum, char) => sum + (ADVANCES[char] ?? OTHER), 0);
  return (thousandths / 1000) * size * (bold ? BOLD : 1);
}

/** The product of the transforms of an element and all that hold it. */
function placed(element: Element): Matrix {
  const own = transformOf(element.getAttribute('transform') ?? '');
  const above = element.parentNode as Element | null;
  return above?.getAttribute ? multiply(placed(above), own) : own;
}

function transformOf(transform: string): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, list = ''] of transform.matchAll(/(translate|rotate|scale|matrix)\(([^)]*)\)/g)) {
    const [p = 0, q, ...rest] = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (name === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, p, q ?? 0]);
    if (name === 'scale') matrix = multiply(matrix, [p, 0, 0, q ?? p, 0, 0]);
    if (name === 'matrix') matrix = multiply(matrix, [p, q ?? 0, ...rest] as unknown as Matrix);
    if (name === 'rotate') matrix = multiply(matrix, rotation((p * Math.PI) / 180));
  }
  return matrix;
}

function rotation(angle: number): Matrix {
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function widths(chars: string, width: number): Record<string, number> {
  return Object.fromEntries([...chars].map(char => [char, width]));
}
