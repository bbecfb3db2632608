export type OutputFormat = 'md' | 'pptx' | 'html';

export interface Limits {
  /** Milliseconds of wall time; the run still ends with a valid report. */
  readonly maxTimeMs?: number;
  readonly maxPages?: number;
  /** What models may charge, in the currency they are billed in. */
  readonly maxCost?: number;
}

/** What the user asked for. */
export interface Brief {
  readonly questions: readonly string[];
  /** Files, folders and globs as given. */
  readonly sources: readonly string[];
  readonly reasoner: 'grounded';
  readonly lang: string;
  readonly limits: Limits;
}
