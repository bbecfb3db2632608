import type { Box } from './box.ts';
import type { Failure } from './source.ts';

/** How a reading was made; the cheapest route that can be trusted is taken. */
export type Route = 'native' | 'text-layer' | 'vector' | 'lens';

interface ReadingBase {
  /** `r-` and 12 hex digits of the hash of source, page, box and content: the same region has the same id. */
  readonly id: string;
  /** Counts from 1, as pages lie in the file. Slides and sheets are pages too. */
  readonly page: number;
  readonly box: Box;
  /** Position in the page's reading order, from 0. */
  readonly order: number;
  readonly route: Route;
  /** 0 to 1. */
  readonly confidence: number;
  /** Headings above this region, outermost first. */
  readonly section: readonly string[];
}

export type TextRole =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'caption'
  | 'footnote'
  | 'header'
  | 'footer'
  | 'note'
  | 'line';

/** Where a line of a text starts (an offset into `text`) and the box that holds it. */
export interface LineSpan {
  readonly at: number;
  readonly box: Box;
}

export interface TextReading extends ReadingBase {
  readonly kind: 'text';
  readonly role: TextRole;
  /** Heading level from 1, for titles and headings. */
  readonly level?: number;
  /** Lines joined with spaces, hyphenation at line ends undone. */
  readonly text: string;
  readonly lines: readonly LineSpan[];
}

export interface TableReading extends ReadingBase {
  readonly kind: 'table';
  readonly title: string;
  /** Header cells, one per column; header rows are merged from the top, joined by a space. The first is the stub. */
  readonly columns: readonly string[];
  /** Body cells as printed. Every row has `columns.length` cells; an empty cell is ''. */
  readonly rows: readonly (readonly string[])[];
  /** The box of every body cell, shaped like `rows`; null where a cell is empty or its place is unknown. */
  readonly boxes: readonly (readonly (Box | null)[])[];
  /** Words near the table that set units or scale: "(in millions, except per share data)". */
  readonly note: string;
}

export type ChartKind =
  | 'column'
  | 'bar'
  | 'line'
  | 'area'
  | 'pie'
  | 'donut'
  | 'scatter'
  | 'bubble'
  | 'radar'
  | 'histogram'
  | 'waterfall'
  | 'dumbbell'
  | 'combo';

export interface ChartPoint {
  readonly series: string;
  readonly x: string;
  readonly y: number | null;
  readonly verified: boolean;
  /** `native` data, a printed `label`, or measured `geometry`. */
  readonly how: 'native' | 'label' | 'geometry';
  /** The mark that shows it, where it was seen. */
  readonly box?: Box;
  /** How far off `y` may be, in its own unit: from the fit of the axis it was measured on, or the rounding of its label. */
  readonly tolerance?: number;
}

export interface ChartReading extends ReadingBase {
  readonly kind: 'chart';
  readonly chart: ChartKind;
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Unit of the values as printed: "%", "USD million", ''. */
  readonly unit: string;
  /** First column is the category or x; one column a series. */
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly points: readonly ChartPoint[];
}

export interface FailedReading extends ReadingBase, Failure {
  readonly kind: 'failed';
  readonly region: 'page' | 'table' | 'chart' | 'picture' | 'document';
  /** Words that belong to the region, where there are any, so that the ledger can name it. */
  readonly caption: string;
}

/** What perception made of one region. */
export type Reading = TextReading | TableReading | ChartReading | FailedReading;
