import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import type { Failure, Source } from './source.ts';

/** What a document says about itself as a whole; findings take entity and edition from here. */
export interface Profile {
  readonly title: string;
  /** The organisation or thing that the document is about, where it says so; else ''. */
  readonly entity: string;
  /** The year that the document is of (fiscal or publication), where it says so. */
  readonly year: number | null;
  /** Publication date as ISO `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; ''. */
  readonly published: string;
  /** ISO 4217, where the document states one reporting currency; else ''. */
  readonly currency: string;
  /** What the document's tables count money in (1e3, 1e6 …), where it says so throughout. */
  readonly scale?: number;
  /** The day its fiscal year ends on, as ISO `YYYY-MM-DD`, where its cover says so. */
  readonly yearEnd?: string;
}

export interface SourceRecord extends Source {
  readonly status: 'waiting' | 'read' | 'failed';
  readonly pageCount: number;
  readonly profile: Profile | null;
  readonly failure: Failure | null;
}

/** One line of the coverage ledger: a page, or a figure on it. */
export interface CoverageRecord {
  /** `<source id>/<page>` for a page; `<source id>/<page>/<reading id>` for a figure. */
  readonly id: string;
  readonly source: string;
  readonly page: number;
  readonly what: 'page' | 'figure' | 'document';
  readonly status: 'read' | 'low-confidence' | 'skipped' | 'failed';
  readonly failure: Failure | null;
  readonly caption: string;
}

/** A page that may answer a question. */
export interface Candidate {
  /** `<question id>/<source id>/<page>`. */
  readonly id: string;
  readonly question: string;
  readonly source: string;
  readonly page: number;
  readonly score: number;
  readonly status: 'waiting' | 'read' | 'dropped';
  /** Findings that reading it added or corroborated; null while it waits. */
  readonly found: number | null;
}

/** `ranked`: candidates are known. `done`: reading more isn't worth it; `why` says so. */
export interface QuestionRecord extends Question {
  readonly status: 'open' | 'ranked' | 'done';
  readonly why: string;
}

export type StopReason = 'done' | 'time' | 'pages' | 'cost' | 'interrupted';

export interface RunRecord {
  /** Hash of brief and sources. */
  readonly id: string;
  readonly title: string;
  readonly asked: readonly string[];
  readonly stop: StopReason | null;
  /** How many pages had been read for questions when findings were last reconciled. */
  readonly reconciled: number;
  readonly notes: readonly string[];
  readonly rejected: readonly { readonly path: string; readonly failure: Failure }[];
}

/** The tables that state consists of, and the record type of each. */
export interface Tables {
  readonly run: RunRecord;
  readonly sources: SourceRecord;
  readonly questions: QuestionRecord;
  readonly candidates: Candidate;
  readonly findings: Finding;
  readonly coverage: CoverageRecord;
}
export type TableName = keyof Tables;

/** Everything a run knows: the fold of its changes, and nothing else. Ids keep their order of insertion. */
export type State = { readonly [T in TableName]: Readonly<Record<string, Tables[T]>> };
