import type { Change, LoggedChange } from './change.ts';
import type { Finding } from './finding.ts';
import type { Reading } from './reading.ts';
import type { Document } from './region.ts';

/** A document's readings as the store keeps them: by content, so nothing is read twice. */
export interface StoredDocument {
  readonly sha256: string;
  /** Version of the readers that made this; another version reads again. */
  readonly reader: string;
  readonly title: string;
  readonly kind: Document['kind'];
  readonly pageCount: number;
  readonly pages: readonly StoredPage[];
  readonly warnings: readonly string[];
}

export interface StoredPage {
  readonly page: number;
  readonly label: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly readings: readonly Reading[];
}

export interface SearchQuery {
  /** Source hashes to look in. */
  readonly sources: readonly string[];
  /** Words or phrases, any of which may match; weights raise or lower one. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  readonly limit: number;
}

export interface SearchHit {
  readonly sha256: string;
  readonly page: number;
  readonly reading: string;
  /** Larger is better; comparable within one query. */
  readonly score: number;
}

export interface RunSummary {
  readonly id: string;
  readonly title: string;
  readonly changes: number;
  /** Milliseconds since the epoch, of the first and the last change. */
  readonly startedAt: number;
  readonly updatedAt: number;
}

export interface StoredFinding {
  readonly run: string;
  readonly finding: Finding;
}

/** The state store. One process writes; `open` fails with `StoreBusyError` (exit 75) when another holds it. */
export interface Store extends AsyncDisposable {
  readonly location: string;
  /** Appends in one durable transaction; resolves when it is on disk. Refuses a gap or a fork in the chain. */
  append(run: string, change: Change): Promise<LoggedChange>;
  changes(run: string): Promise<readonly LoggedChange[]>;
  /** The run that was worked on last comes first. */
  runs(): Promise<readonly RunSummary[]>;
  /** Findings as they stand now, of one run or of all, each run's in the order found. */
  findings(run?: string): Promise<readonly StoredFinding[]>;

  /** Idempotent: the same document under the same reader version is kept once. */
  putDocument(document: StoredDocument): Promise<void>;
  getDocument(sha256: string, reader: string): Promise<StoredDocument | null>;
  hasDocument(sha256: string, reader: string): Promise<boolean>;
  getPage(sha256: string, reader: string, page: number): Promise<StoredPage | null>;
  getReading(id: string): Promise<{ readonly sha256: string; readonly reading: Reading } | null>;
  search(query: SearchQuery, reader: string): Promise<readonly SearchHit[]>;

  /** Re-derives every id in the log and the readings; returns what doesn't hold, empty when all does. */
  verify(): Promise<readonly string[]>;
  /** Makes everything that is derived (runs, findings, the text index) anew from the log and the readings. */
  rebuild(): Promise<void>;
}
