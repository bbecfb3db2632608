import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Document, Opened, Page } from '../../domain/region.ts';
import type { Failure } from '../../domain/source.ts';
import { type Backend, FailureError, type OpenOptions } from '../backend.ts';
import { Book } from './book.ts';
import { documentTitle, statedTitle } from './document-title.ts';
import { close, load } from './load.ts';
import { joinOverleaf } from './overleaf.ts';
import { layOut } from './page-layout.ts';
import { raster } from './raster.ts';
import { readSheet } from './read-sheet.ts';
import { toSegments } from './segments.ts';
import type { Sheet } from './sheet.ts';
import { withoutStrays } from './stray.ts';

/** Reads PDFs by their text layer and drawing operators, and draws their pages. */
export const backend: Backend = {
  open: (path, options) => withoutStrays(() => open(path, options)),
  raster: (path, page, options) => withoutStrays(() => raster(path, page, options)),
};

async function open(path: string, options: OpenOptions): Promise<Opened> {
  let document: PDFDocumentProxy;
  try {
    document = await load(path, {
      for: 'reading',
      ...(options.passwords && { passwords: options.passwords }),
    });
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: error.failure };
    throw error;
  }
  try {
    return await readDocument(document, options);
  } finally {
    await close(document);
  }
}

async function readDocument(proxy: PDFDocumentProxy, options: OpenOptions): Promise<Opened> {
  const pageCount = proxy.numPages;
  if (pageCount === 0) return { ok: false, failure: { code: 'empty', message: 'The PDF has no pages.' } };
  const asked = [...new Set(options.pages ?? range(pageCount))].filter(n => n >= 1 && n <= pageCount);
  const wanted = asked.slice(0, options.maxPages ?? asked.length);
  const warnings =
    wanted.length < asked.length ? [`Only ${wanted.length} of ${asked.length} pages were read.`] : [];
  options.onStart?.({ title: await statedTitle(proxy), pageCount });
  const pages = await readPages(proxy, wanted, options);
  const document: Document = {
    kind: 'pdf',
    title: await documentTitle(proxy, pages),
    pageCount,
    pages,
    warnings,
  };
  return { ok: true, document };
}

/**
 * Pages are laid out this many behind those being read, so that each knows its neighbours' headers and the document's
 * type; fewer where pages are heavy, so that a slow document still shows signs of life.
 */
const AHEAD = 24;
const HEAVY = 400_000;

async function readPages(
  proxy: PDFDocumentProxy,
  wanted: readonly number[],
  options: OpenOptions,
): Promise<Page[]> {
  const book = new Book();
  const labels = await proxy.getPageLabels().catch(() => null);
  const visible = await visibility(proxy);
  const waiting: (Sheet | Page)[] = [];
  const pages: Page[] = [];
  let weight = 0;
  /** Laid out, but the last sentence on it may go on overleaf. */
  let held: Page | undefined;
  const give = (page: Page) => {
    pages.push(page);
    options.onPage?.(page);
  };
  const settle = (left: number) => {
    while (waiting.length > left || weight > HEAVY) {
      const next = waiting.shift()!;
      weight -= weightOf(next);
      const page = 'regions' in next ? next : laidOut(next, book);
      const [before, after] = held ? joinOverleaf(held, page, book.hyphens) : [undefined, page];
      if (before) give(before);
      held = after;
    }
    if (left === 0 && held) give(held);
    if (left === 0) held = undefined;
  };
  for (const number of wanted) {
    const label = labels?.[number - 1] ?? '';
    const read = await readOne(
      proxy,
      { number, label: label === String(number) ? '' : label, visible },
      options,
    );
    if (!('regions' in read)) book.learn(read, toSegments(read.words));
    waiting.push(read);
    weight += weightOf(read);
    settle(options.oneByOne ? 0 : AHEAD);
  }
  settle(0);
  return pages;
}

function weightOf(page: Sheet | Page): number {
  return 'regions' in page ? 0 : page.operators;
}

interface PageToRead {
  readonly number: number;
  readonly label: string;
  readonly visible: (group: unknown) => boolean;
}

async function readOne(
  document: PDFDocumentProxy,
  { number, label, visible }: PageToRead,
  { pageTimeoutMs }: OpenOptions,
): Promise<Sheet | Page> {
  try {
    const proxy = await within(document.getPage(number), number, pageTimeoutMs);
    try {
      return await within(readSheet({ proxy, label, visible }), number, pageTimeoutMs);
    } finally {
      proxy.cleanup();
    }
  } catch (error) {
    return failedPage(number, label, error);
  }
}

function laidOut(sheet: Sheet, book: Book): Page {
  try {
    return layOut(sheet, book);
  } catch (error) {
    const { page, label, width, height } = sheet;
    return { ...failedPage(page, label, error), width, height };
  }
}

function failedPage(page: number, label: string, error: unknown): Page {
  const failure: Failure =
    error instanceof FailureError
      ? error.failure
      : {
          code: 'damaged',
          message: `Page ${page} could not be read: ${error instanceof Error ? error.message : error}`,
        };
  return { page, ...(label === '' ? {} : { label }), width: 0, height: 0, regions: [], failure };
}

/** Only waiting can be cut short here: a page that keeps the processor busy is for whoever runs this process to end. */
async function within<T>(work: Promise<T>, page: number, limit: number | undefined): Promise<T> {
  if (limit === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `Page ${page} took longer than ${limit / 1000} s to read.`;
    timer = setTimeout(() => reject(new FailureError('timeout', message)), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function visibility(document: PDFDocumentProxy): Promise<(group: unknown) => boolean> {
  const config = await document.getOptionalContentConfig().catch(() => null);
  return group => config?.isVisible(group as never) ?? true;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
