import { WHOLE_PAGE } from '../../domain/box.ts';
import type { Marks } from '../../domain/mark.ts';
import type { Region } from '../../domain/region.ts';
import type { Backend, OpenOptions } from '../backend.ts';
import { choosePages } from '../page-choice.ts';
import { linesOf, textRegion } from './lines.ts';
import { isCountable, marksOf } from './marks.ts';
import type { SvgNode } from './parse.ts';
import { raster } from './raster.ts';
import { readSvg } from './read.ts';
import { pagesOf } from './slides.ts';

/** Drawings in SVG: a page with one figure and the words on it. Nothing in them is run, followed or fetched. */
export const backend: Backend = { open, raster };

async function open(path: string, options: OpenOptions) {
  const { root } = await readSvg(path);
  const title = titleOf(root);
  const drawn = pagesOf(root);
  const pageCount = drawn.length;
  options.onStart?.({ title, pageCount });
  const { pages: numbers, warnings } = choosePages(pageCount, options);
  const pages = numbers.map(page => pageOf(page, marksOf(drawn[page - 1]!), title));
  for (const page of pages) options.onPage?.(page);
  return { ok: true, document: { kind: 'svg', title, pageCount, pages, warnings } } as const;
}

function pageOf(page: number, marks: Marks, caption: string) {
  const { width, height, texts } = marks;
  const lines = linesOf(texts).map(line => textRegion(line, marks));
  const figure = { kind: 'figure', box: WHOLE_PAGE, caption } as const;
  // Without a word in it, a drawing's letters are outlines, or it has none: both have to be seen.
  const drawing = texts.length === 0 ? 'raster' : 'vector';
  const isReadable = drawing === 'vector' && isCountable(marks);
  const seen: Region = { ...figure, drawing, ...(isReadable && { marks }) };
  return { page, width, height, regions: [seen, ...lines] };
}

function titleOf({ children }: SvgNode): string {
  const title = children.find(child => typeof child !== 'string' && child.name === 'title');
  const text =
    typeof title === 'object' ? title.children.filter(child => typeof child === 'string').join('') : '';
  const words = text.replace(/\s+/g, ' ').trim();
  return NO_TITLE.test(words) ? '' : words;
}

/** What programs call a drawing that nobody named. */
const NO_TITLE = /^(?:gnuplot|matplotlib|untitled|drawing|chart|figure|plot|graph)[ \d-]*$/i;
