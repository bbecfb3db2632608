import { plain } from '../../plain.ts';
import { type Canvas, drawBullets, drawSource, drawTitle } from '../draw.ts';
import { BODY, SIZES } from '../page.ts';
import type { SlideOf } from './index.ts';

export function sources(page: SlideOf<'sources'>, canvas: Canvas): void {
  drawTitle(canvas, page.title);
  drawBullets(canvas, page.entries.map(plain), BODY, SIZES.entries);
  drawSource(canvas, page);
}
