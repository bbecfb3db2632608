import { plain } from '../../plain.ts';
import { type Canvas, drawBullets, drawSource, drawTitle } from '../draw.ts';
import { bulletSize } from '../fit.ts';
import { BODY, SIZES } from '../page.ts';
import type { SlideOf } from './index.ts';

export function text(page: SlideOf<'text'>, canvas: Canvas): void {
  const texts = page.points.map(point => plain(point.text));
  drawTitle(canvas, page.title);
  drawBullets(canvas, texts, { ...BODY, size: bulletSize(texts, BODY, SIZES.points) ?? 14 });
  drawSource(canvas, page);
}
