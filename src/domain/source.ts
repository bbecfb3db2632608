/** What a file turned out to be when its bytes were looked at; its name is only a hint. */
export type SourceKind =
  | 'pdf'
  | 'pptx'
  | 'docx'
  | 'xlsx'
  | 'html'
  | 'markdown'
  | 'text'
  | 'csv'
  | 'svg'
  | 'image';

/** A file by its content. Two paths with the same bytes are one source. */
export interface Source {
  /** `s-` and the first 12 hex digits of `sha256`. */
  readonly id: string;
  /** As cited: relative to the working folder where it lies inside it, else absolute; `/` as separator. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: SourceKind;
}

/** A file that was named or found but can't be a source: it is listed in the coverage ledger with its reason. */
export interface RejectedSource {
  readonly path: string;
  readonly failure: Failure;
}

/** A failure as data: what went wrong with a file, a page or a region. It never stops a run. */
export interface Failure {
  /** A stable word from `docs/errors.md`, such as `encrypted`, `damaged`, `unsupported`, `needs_lens`, `timeout`. */
  readonly code: string;
  /** What failed, what was expected, what was found: one sentence for a person. */
  readonly message: string;
}
