import type { FindingStatus } from '../domain/finding.ts';
import type { SourceKind } from '../domain/source.ts';

/** The tables of the newest migration, as Kysely sees them. Columns named `json` hold the thing itself. */
export interface Schema {
  /** The log. Only ever appended to. */
  changes: {
    run: string;
    seq: number;
    id: string;
    step: string;
    diff: string;
    /** Milliseconds since the epoch; not part of the id. */
    at: number;
  };
  /** Projected from the log. */
  runs: { id: string; title: string; changes: number; started_at: number; updated_at: number };
  /** Projected from the log; `n` keeps the order of insertion. */
  findings: { n?: number; run: string; id: string; question: string; status: FindingStatus; json: string };
  documents: {
    doc: number;
    sha256: string;
    reader: string;
    title: string;
    kind: SourceKind;
    page_count: number;
    warnings: string;
    /** Its readings are numbered without gaps; `last_reading` is below `first_reading` where there is none. */
    first_reading: number;
    last_reading: number;
    /** How many of them can be searched. */
    indexed: number;
  };
  /** `hash`: SHA-256 of the page's own fields and its readings as stored. */
  pages: { doc: number; page: number; label: string; width: number; height: number; hash: string };
  readings: { n: number; doc: number; page: number; id: string; json: string };
  /** Full-text index over readings, without a copy of the text; `rowid` is the reading's `n`. */
  reading_text: SearchableText & { rowid: number };
}

export interface SearchableText {
  section: string;
  title: string;
  body: string;
  labels: string;
  numbers: string;
}
