import type { Marks } from '../../domain/mark.ts';
import { Painter } from './draw.ts';
import { drawingOf } from './drawing.ts';
import type { SvgNode } from './parse.ts';
import { INITIAL, styleOf } from './style.ts';
import { pageSizeOf } from './viewport.ts';

/** Of all paths together. A map or a scan turned into paths has more. */
const MOST_POINTS = 60_000;

/**
 * Everything that a drawing draws, in points; its `svg` element is the page.
 * @throws FailureError `too_large` where its parts are repeated beyond reason
 */
export function marksOf(root: SvgNode): Marks {
  const drawing = drawingOf(root);
  const { width, height, matrix, viewport } = pageSizeOf(root);
  const painter = new Painter(drawing);
  const style = styleOf(root, INITIAL, drawing.sheet, []);
  const frame = { x0: 0, y0: 0, x1: width, y1: height };
  painter.drawChildren(root, { matrix, style, opacity: 1, clip: frame, viewport, above: [] });
  const { texts, paths, images } = painter;
  return { width, height, turn: 0, frame, texts, paths, images };
}

/** Whether there are few enough to be looked at one by one. */
export function isCountable({ paths }: Marks): boolean {
  return paths.reduce((sum, { outline }) => sum + outline.length / 2, 0) <= MOST_POINTS;
}
