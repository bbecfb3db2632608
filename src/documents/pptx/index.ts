import type { Opened, Page } from '../../domain/region.ts';
import { type Backend, FailureError, type OpenOptions } from '../backend.ts';
import { OfficePackage } from '../package/office-package.ts';
import { choosePages } from '../page-choice.ts';
import { failureOfPage } from '../page-failure.ts';
import { type Presentation, readPresentation, type SlideRef } from './presentation.ts';
import { readSlide, type Slide } from './slide.ts';

/** PowerPoint decks: a slide is a page, boxes are fractions of the slide. Slides have no pixels here. */
export const backend: Backend = { open };

async function open(path: string, options: OpenOptions): Promise<Opened> {
  using pack = await OfficePackage.open(path);
  const presentation = await readPresentation(pack);
  if (!presentation)
    throw new FailureError('damaged', 'The deck has no presentation part that could be read.');
  const title = await pack.title();
  const pageCount = presentation.slides.length;
  options.onStart?.({ title, pageCount });
  const chosen = choosePages(pageCount, options);
  const pages: Page[] = [];
  const hidden: number[] = [];
  for (const number of chosen.pages) {
    const slide = await readOne(pack, presentation, presentation.slides[number - 1] as SlideRef);
    if (slide.hidden) hidden.push(number);
    pages.push(slide.page);
    options.onPage?.(slide.page);
  }
  const warnings = [...pack.warnings, ...chosen.warnings];
  if (hidden.length > 0) warnings.push(`Hidden slides were read too: ${hidden.join(', ')}.`);
  const named = title || firstTitle(pages);
  return { ok: true, document: { kind: 'pptx', title: named, pageCount, pages, warnings } };
}

async function readOne(pack: OfficePackage, presentation: Presentation, slide: SlideRef): Promise<Slide> {
  try {
    return await readSlide(pack, presentation, slide);
  } catch (error) {
    const { width, height } = presentation;
    const failure = failureOfPage(error, 'slide');
    return { page: { page: slide.number, width, height, regions: [], failure }, hidden: false };
  }
}

function firstTitle(pages: readonly Page[]): string {
  const region = pages.flatMap(page => page.regions).find(r => r.kind === 'text' && r.role === 'title');
  return region?.kind === 'text' ? region.text : '';
}
