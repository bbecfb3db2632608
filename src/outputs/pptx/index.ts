import type { Deck } from '../../domain/deck.ts';
import { plain } from '../plain.ts';
import { defaultTheme, type Theme } from '../theme.ts';
import type { Canvas } from './draw.ts';
import { type FinishedSlide, finish } from './finish/index.ts';
import { defineLayouts } from './layouts.ts';
import { newPresentation } from './library.ts';
import { SLIDE } from './page.ts';
import { paginate } from './paginate.ts';
import { drawSlide, layoutOf } from './slides/index.ts';

/**
 * The deck as a PowerPoint package: native charts with their workbooks, native tables, notes. The same deck and theme
 * give the same bytes.
 */
export async function renderPptx(deck: Deck, theme: Theme = defaultTheme()): Promise<Uint8Array> {
  const pptx = newPresentation();
  pptx.defineLayout({ name: 'Wide', width: SLIDE.w, height: SLIDE.h });
  pptx.layout = 'Wide';
  pptx.title = plain(deck.title);
  pptx.theme = { headFontFace: theme.fonts.heading, bodyFontFace: theme.fonts.body };
  defineLayouts(pptx);

  const { slides, titleSize } = paginate(deck);
  const drawn = slides.map((slide): FinishedSlide => {
    const canvas: Canvas = {
      slide: pptx.addSlide({ masterName: layoutOf(slide) }),
      charts: [],
      alts: new Map(),
      titleSize,
    };
    drawSlide(slide, canvas);
    return { charts: canvas.charts, alts: canvas.alts, notes: slide.notes.map(plain) };
  });
  const raw = await pptx.write({ outputType: 'uint8array' });
  return finish(raw as Uint8Array, { title: plain(deck.title), lang: deck.lang, slides: drawn, theme });
}
