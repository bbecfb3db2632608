import { plain, shorten } from '../../plain.ts';
import type { Canvas } from '../draw.ts';
import { lineCount } from '../fit.ts';
import { COVER_TEXT, COVER_TITLE, LINE, SIZES } from '../page.ts';
import type { SlideOf } from './index.ts';

/** The cover: the subject, and the question it answers. */
export function title(page: SlideOf<'title'>, { slide }: Canvas): void {
  const heading = shorten(page.title, 160);
  const subtitle = shorten(plain(page.subtitle), 480);
  const fits = (text: string, frame: { w: number; h: number }, bold: boolean) => (size: number) =>
    lineCount(text, frame.w, { size, bold }) * size * LINE <= frame.h * 72;
  const titleSize = SIZES.coverTitle.find(fits(heading, COVER_TITLE, true)) ?? 24;
  const textSize = SIZES.coverText.find(fits(subtitle, COVER_TEXT, false)) ?? 12;
  slide.addText(heading, { placeholder: 'title', fontSize: titleSize });
  slide.addText(subtitle, { placeholder: 'subtitle', fontSize: textSize });
}
