import type { Box } from './box.ts';
import type { Route } from './reading.ts';
import type { Failure, RejectedSource, SourceKind } from './source.ts';
import type { StopReason } from './state.ts';

/** A sentence of the report. `text` is plain: citations are bound by code, from `citations`, when it is rendered. */
export interface Sentence {
  readonly text: string;
  /** Finding ids; a sentence about findings names at least one. */
  readonly findings: readonly string[];
  /** Citation ids, in the order they are to be shown. */
  readonly citations: readonly string[];
}

/** One piece of evidence as it is shown: a footnote in the report, a page with a box in the evidence page. */
export interface Citation {
  /** The evidence id. */
  readonly id: string;
  readonly source: string;
  readonly page: number;
  /** The printed page label, where it differs. */
  readonly label: string;
  readonly box: Box;
  readonly route: Route;
  readonly reading: string;
  readonly quote: string;
  readonly confidence: number;
}

export interface TableCell {
  readonly text: string;
  /** Finding ids behind the number, none for a label. */
  readonly findings: readonly string[];
}

/** A chart drawn again from findings. Values are in the unit the subtitle names; null is a gap, never zero. */
export interface ChartSpec {
  /** `c-` and 8 hex digits of the hash of its data. */
  readonly id: string;
  readonly kind: 'column' | 'bar' | 'line' | 'stacked-column' | 'pie';
  /** The message: a sentence. */
  readonly title: string;
  /** What is measured, unit, period. */
  readonly subtitle: string;
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    /** Finding id behind each value, '' for a gap. */
    readonly findings: readonly string[];
  }[];
  /** "Source: Annual report 2025, p. 12." */
  readonly sourceLine: string;
  readonly citations: readonly string[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'bullets'; readonly items: readonly Sentence[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      /** `number` columns are right-aligned. */
      readonly columns: readonly { readonly label: string; readonly number: boolean }[];
      readonly rows: readonly (readonly TableCell[])[];
      readonly citations: readonly string[];
    }
  | { readonly kind: 'chart'; readonly chart: ChartSpec }
  | { readonly kind: 'quote'; readonly sentence: Sentence };

export interface Section {
  /** Question id, or a fixed word. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface CoverageLine {
  readonly source: string;
  readonly path: string;
  readonly kind: SourceKind;
  readonly pages: number;
  readonly read: number;
  readonly lowConfidence: number;
  readonly skipped: number;
  readonly failed: number;
  /** Figures that were seen but not read, with page and reason. */
  readonly unreadFigures: readonly {
    readonly page: number;
    readonly caption: string;
    readonly failure: Failure;
  }[];
  readonly failure: Failure | null;
}

export interface SourceEntry {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly sha256: string;
  readonly kind: SourceKind;
  readonly pages: number;
  readonly published: string;
}

/** The report as plain data: rendered to Markdown and HTML, and the base of the deck. */
export interface Report {
  readonly title: string;
  readonly asked: readonly string[];
  readonly run: string;
  readonly lang: string;
  readonly answer: readonly Sentence[];
  readonly keyFindings: readonly Sentence[];
  /** One per question, in the order asked. */
  readonly sections: readonly Section[];
  readonly disagreements: readonly Sentence[];
  /** What could not be answered, and the nearest evidence. */
  readonly open: readonly Sentence[];
  readonly notes: readonly string[];
  readonly stop: StopReason;
  readonly coverage: readonly CoverageLine[];
  readonly rejected: readonly RejectedSource[];
  readonly sources: readonly SourceEntry[];
  readonly citations: readonly Citation[];
  readonly findingCount: number;
}
