import type { Box } from './box.ts';
import type { Marks } from './mark.ts';
import type { ChartKind, LineSpan, TextRole } from './reading.ts';
import type { Failure, SourceKind } from './source.ts';

interface RegionBase {
  readonly box: Box;
  /** Set where its words were read from pixels: how sure the model is of their characters, 0 to 1. */
  readonly seen?: number;
}

export interface TextRegion extends RegionBase {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly level?: number;
  readonly text: string;
  readonly lines: readonly LineSpan[];
}

export interface TableRegion extends RegionBase {
  readonly kind: 'table';
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly boxes: readonly (readonly (Box | null)[])[];
  /** 0 to 1: how sure the reader is of the grid (1 where the format states it). */
  readonly confidence: number;
}

/** A chart whose format carries its data (PPTX, XLSX, DOCX). */
export interface ChartRegion extends RegionBase {
  readonly kind: 'chart';
  readonly chart: ChartKind;
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** Drawn or photographed: its pixels or its path operators have to be looked at. */
export interface FigureRegion extends RegionBase {
  readonly kind: 'figure';
  readonly drawing: 'vector' | 'raster';
  readonly caption: string;
  /** What a vector figure is drawn with; absent where that is too much, or pixels only. */
  readonly marks?: Marks;
}

/** One box on a page with what its format says about it, before perception weighs it. */
export type Region = TextRegion | TableRegion | ChartRegion | FigureRegion;

export interface Page {
  /** Counts from 1. */
  readonly page: number;
  /** As printed on the page or named by the format ("iv", "A-3", a sheet's name), where it differs from `page`. */
  readonly label?: string;
  /** In points (1/72 inch). */
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly regions: readonly Region[];
  /** Set where the page itself could not be read; `regions` then holds what could. */
  readonly failure?: Failure;
}

/** A source opened: everything its format says, page by page. */
export interface Document {
  readonly kind: SourceKind;
  /** From metadata or the first title; '' where there is none. */
  readonly title: string;
  /** Pages in the file, which may be more than were read. */
  readonly pageCount: number;
  readonly pages: readonly Page[];
  readonly warnings: readonly string[];
}

/** A document could be opened, or it could not, and then why. */
export type Opened =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly failure: Failure };

/** Pixels of a page or of a box on it, rendered on demand; PNG bytes. */
export interface Raster {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}
