import type { Bounds } from './bounds.ts';
import type { Run } from './pen.ts';

/** A circle in points, as pdf.js packs paths. */
export interface Dot {
  readonly data: readonly number[];
  readonly box: Bounds;
}

/**
 * The marker that a lone dot of Zapf Dingbats stands for: older R sets the points of its plots in it.
 * The glyph's disc has its centre 0.396 em along and 0.347 em over the baseline's start, and a radius of 0.378 em.
 */
export function dotOf(
  { glyphs, x, y, dx, dy, size }: Omit<Run, 'id' | 'color'>,
  fontName: string,
): Dot | null {
  if (glyphs.length !== 1 || glyphs[0]!.text !== '●' || !/dingbats/i.test(fontName)) return null;
  const [cx, cy] = [x + (ALONG * dx + OVER * dy) * size, y + (ALONG * dy - OVER * dx) * size];
  const r = RADIUS * size;
  const k = r * KAPPA;
  const data = [
    [0, cx + r, cy],
    [2, cx + r, cy + k, cx + k, cy + r, cx, cy + r],
    [2, cx - k, cy + r, cx - r, cy + k, cx - r, cy],
    [2, cx - r, cy - k, cx - k, cy - r, cx, cy - r],
    [2, cx + k, cy - r, cx + r, cy - k, cx + r, cy],
    [4],
  ].flat();
  return { data, box: { x0: cx - r, y0: cy - r, x1: cx + r, y1: cy + r } };
}

const ALONG = 0.396;
const OVER = 0.347;
const RADIUS = 0.378;
/** How far along a quarter's tangent the control points of a circle lie, in radii. */
const KAPPA = 0.5523;
