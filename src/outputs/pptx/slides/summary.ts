import { plain } from '../../plain.ts';
import { type Canvas, drawBullets, drawSource, drawTitle } from '../draw.ts';
import { bulletSize } from '../fit.ts';
import { BODY, SIZES } from '../page.ts';
import type { SlideOf } from './index.ts';

/** The whole story on one slide: what a reader with no time takes away. */
export function summary(page: SlideOf<'summary'>, canvas: Canvas): void {
  const texts = page.points.map(point => plain(point.text));
  drawTitle(canvas, page.title);
  drawBullets(canvas, texts, { ...BODY, size: bulletSize(texts, BODY, SIZES.points) ?? 14, numbered: true });
  drawSource(canvas, page);
}
