import type { ChartSpec, Sentence, TableCell } from './report.ts';

interface SlideBase {
  /** An action title: a full sentence with the conclusion, unique in the deck. */
  readonly title: string;
  /** Talk track and finding ids. */
  readonly notes: readonly string[];
  readonly findings: readonly string[];
  /** Ends with a full stop; '' only where there is no data on the slide. */
  readonly sourceLine: string;
}

/** One slide as plain data; drawing it is `outputs/pptx`. */
export type Slide =
  | (SlideBase & { readonly kind: 'title'; readonly subtitle: string })
  | (SlideBase & { readonly kind: 'summary'; readonly points: readonly Sentence[] })
  | (SlideBase & { readonly kind: 'chart'; readonly chart: ChartSpec; readonly points: readonly Sentence[] })
  | (SlideBase & {
      readonly kind: 'table';
      readonly heading: string;
      readonly columns: readonly { readonly label: string; readonly number: boolean }[];
      readonly rows: readonly (readonly TableCell[])[];
    })
  | (SlideBase & { readonly kind: 'text'; readonly points: readonly Sentence[] })
  | (SlideBase & { readonly kind: 'sources'; readonly entries: readonly string[] });

export interface Deck {
  readonly title: string;
  readonly run: string;
  readonly lang: string;
  readonly slides: readonly Slide[];
}
