import type { Box } from '../domain/box.ts';
import type { Document, Opened, Page, Raster } from '../domain/region.ts';
import type { Failure } from '../domain/source.ts';

export interface OpenOptions {
  /** Only these pages, counted from 1; all of them where absent. */
  readonly pages?: readonly number[];
  /** Pages past this many (of those asked for) are left out, with a warning that says so. */
  readonly maxPages?: number;
  /** A page that takes longer becomes a page with a `timeout` failure, where the backend can tell. */
  readonly pageTimeoutMs?: number;
  /** Each page is streamed before the next is begun, at the price of speed: a page that kills the reader is then known. */
  readonly oneByOne?: boolean;
  /** Tried in turn where the file doesn't open without one. */
  readonly passwords?: readonly string[];
  /** Called once, before the first page, where title and page count are known early: what is kept if reading dies. */
  readonly onStart?: (head: Pick<Document, 'title' | 'pageCount'>) => void;
  /** Called with each page as soon as it is read, in the order of the result. */
  readonly onPage?: (page: Page) => void;
}

export interface RasterOptions {
  /** What to cut out of the page; the whole page where absent. */
  readonly box?: Box;
  /** Pixels per inch of page; 150 where absent. */
  readonly dpi?: number;
  /** Resolution is lowered so that the result has no more pixels than this; 40 million where absent. */
  readonly maxPixels?: number;
  readonly passwords?: readonly string[];
}

/**
 * One format's reader. It runs inside a child process and may throw: `FailureError` carries a typed failure,
 * anything else becomes `damaged`. What is wrong with one page is that page's `failure`, never a throw.
 */
export interface Backend {
  open(path: string, options: OpenOptions): Promise<Opened>;
  /** Absent where a format has no pixels of its own. */
  raster?(path: string, page: number, options: RasterOptions): Promise<Raster>;
}

/** A failure on its way out of a backend. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = { code, message };
  }
}
