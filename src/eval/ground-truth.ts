import type { Box } from '../domain/box.ts';

/** What the demo's folder says, as far as eval looks at it: `ground-truth.json` beside its sources. */
export interface GroundTruth {
  /** Legal name of whom the folder is about. */
  readonly company: string;
  readonly asked: string;
  readonly questions: readonly {
    readonly expected: readonly Fact[];
    readonly causes: readonly { readonly text: string }[];
  }[];
  readonly leader: string;
  readonly contradiction: { readonly one: Fact; readonly other: Fact };
  readonly superseded: readonly { readonly old: Fact; readonly current: Fact }[];
  readonly scopePair: readonly Fact[];
  readonly forecasts: readonly Fact[];
  readonly unanswerable: { readonly question: string; readonly topic: string };
  readonly charts: readonly {
    readonly file: string;
    readonly page: number;
    readonly drawing: 'native' | 'vector' | 'raster';
    readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  }[];
  readonly tables: readonly {
    readonly file: string;
    readonly page: number;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

export interface Fact {
  readonly id: string;
  /** The company's short name, a competitor's, or "the market". */
  readonly entity: string;
  readonly year: number;
  readonly unit: string;
  readonly currency: string;
  /** Everywhere it is printed or drawn. */
  readonly places: readonly {
    readonly file: string;
    readonly page: number;
    readonly box: Box;
    readonly amount: number;
    readonly scale: number;
  }[];
}
