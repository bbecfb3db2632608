import { plain } from '../../plain.ts';
import { type Canvas, drawBullets, drawSource, drawTitle } from '../draw.ts';
import { bulletSize } from '../fit.ts';
import { BODY, SIZES } from '../page.ts';
import type { SlideOf } from './index.ts';

export function sources(page: SlideOf<'sources'>, canvas: Canvas): void {
  const entries = page.entries.map(plain);
  drawTitle(canvas, page.title);
  drawBullets(canvas, entries, { ...BODY, size: bulletSize(entries, BODY, SIZES.entries) ?? 12 });
  drawSource(canvas, page);
}
