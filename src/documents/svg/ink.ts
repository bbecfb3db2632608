import type { PathMark } from '../../domain/mark.ts';
import type { Matrix } from '../pdf/matrix.ts';
import type { Drawing } from './drawing.ts';
import { parseLength, parseNumbers } from './length.ts';
import { paintOf } from './paint.ts';
import type { SvgNode } from './parse.ts';
import type { Style } from './style.ts';
import { POINTS } from './viewport.ts';

/** Opacity below which nothing can be seen. */
export const INVISIBLE = 0.02;

interface Painted {
  readonly style: Style;
  /** Of all groups around it. */
  readonly opacity: number;
  readonly matrix: Matrix;
}

/** What a shape is painted with; widths in page units. */
export function inkOf(
  { name }: SvgNode,
  { style, opacity, matrix }: Painted,
  drawing: Drawing,
): Pick<PathMark, 'fill' | 'stroke' | 'strokeWidth' | 'dashed' | 'opacity'> {
  const fill = paintOf(name === 'line' ? 'none' : (style.fill ?? 'black'), style, drawing);
  const stroke = paintOf(style.stroke, style, drawing);
  const width = parseLength(style['stroke-width'] ?? '1') ?? 1;
  const fillAlpha = fill.alpha * opacityOf(style['fill-opacity']) * opacity;
  const strokeAlpha = width > 0 ? stroke.alpha * opacityOf(style['stroke-opacity']) * opacity : 0;
  const filled = fillAlpha >= INVISIBLE;
  const stroked = strokeAlpha >= INVISIBLE;
  const scale = style['vector-effect'] === 'non-scaling-stroke' ? POINTS : scaleOf(matrix);
  return {
    fill: filled ? fill.hex : '',
    stroke: stroked ? stroke.hex : '',
    strokeWidth: stroked ? width * scale : 0,
    dashed: stroked && hasGaps(parseNumbers(style['stroke-dasharray'])),
    opacity: Math.min(1, filled ? fillAlpha : strokeAlpha),
  };
}

/** What letters are painted with; '' where they can't be seen. */
export function letterColor(style: Style, opacity: number, drawing: Drawing): string {
  const fill = paintOf(style.fill ?? 'black', style, drawing);
  if (fill.alpha * opacityOf(style['fill-opacity']) * opacity >= INVISIBLE) return fill.hex;
  const stroke = paintOf(style.stroke, style, drawing);
  return stroke.alpha * opacityOf(style['stroke-opacity']) * opacity >= INVISIBLE ? stroke.hex : '';
}

/** 0 to 1; 1 where it isn't given. */
export function opacityOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const value = Number.parseFloat(text) / (text.trim().endsWith('%') ? 100 : 1);
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** "1,0" is a whole line. Dashes and gaps take turns; an odd list is gone through twice. */
function hasGaps(lengths: readonly number[]): boolean {
  return lengths.some((length, i) => length > 0 && (i % 2 === 1 || lengths.length % 2 === 1));
}
