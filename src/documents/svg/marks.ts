import type { Bounds, Marks } from '../../domain/mark.ts';
import { Painter } from './draw.ts';
import { drawingOf } from './drawing.ts';
import { boundsOfPoints } from './outline.ts';
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
  const { width, height, matrix, viewport, open } = pageSizeOf(root);
  const painter = new Painter(drawing);
  const style = styleOf(root, INITIAL, drawing.sheet, []);
  const page = { x0: 0, y0: 0, x1: width, y1: height };
  const clip = open ? null : page;
  painter.drawChildren(root, { matrix, style, opacity: 1, clip, viewport, above: [] });
  const { texts, paths, images } = painter;
  const frame = open ? around([...texts, ...paths, ...images], page) : page;
  return { width: frame.x1, height: frame.y1, turn: 0, frame, texts, paths, images };
}

/** Space beyond the last mark, in points. */
const MARGIN = 4;

/** From the corner to the last mark; the page itself where nothing is drawn. */
function around(marks: readonly Bounds[], page: Bounds): Bounds {
  if (marks.length === 0) return page;
  const { x1, y1 } = boundsOfPoints(marks.flatMap(mark => [mark.x1, mark.y1]));
  return { x0: 0, y0: 0, x1: Math.max(x1, 1) + MARGIN, y1: Math.max(y1, 1) + MARGIN };
}

/** Whether there are few enough to be looked at one by one. */
export function isCountable({ paths }: Marks): boolean {
  return paths.reduce((sum, { outline }) => sum + outline.length / 2, 0) <= MOST_POINTS;
}
