import type { Failure, Source } from '../domain/source.ts';
import type { StoredDocument } from '../domain/store.ts';
import type { Kit } from '../run/kit.ts';

/** What suites work with: the real stages wired together, over a store of their own. */
export interface EvalContext {
  readonly kit: Kit;
  /** Folder of gold data, as its README lays it out. A suite that needs none doesn't look. */
  readonly data: string;
  /** The folder of the demo: `sources/` and `ground-truth.json`. */
  readonly fixtures: string;
  /** Reads a file, or takes its readings from the store where another suite read it before. */
  readonly read: (path: string) => Promise<ReadFile>;
}

export type ReadFile =
  | { readonly ok: true; readonly source: Source; readonly document: StoredDocument }
  | { readonly ok: false; readonly failure: Failure };

export interface SuiteScores {
  /** Each from 0 to 1, larger is better; a score that could not be measured here is left out. */
  readonly scores: Readonly<Record<string, number>>;
  /** What was scored: pages, questions, files or facts. */
  readonly n: number;
  /** One row a document, file or question, so that the weakest can be found. */
  readonly each?: readonly Readonly<Record<string, unknown>>[];
  /** The same scores of parts: by origin, by type. */
  readonly groups?: readonly ScoreGroup[];
  /** What was left out, and how much of it. */
  readonly notes?: readonly string[];
}

export interface ScoreGroup {
  readonly by: string;
  readonly name: string;
  readonly n: number;
  readonly scores: Readonly<Record<string, number>>;
}

export interface Suite {
  readonly name: string;
  /** What it compares with what, in one line. */
  readonly about: string;
  /** `data`: gold data has to be there; `fixtures`: the demo's folder. */
  readonly needs: 'data' | 'fixtures';
  readonly run: (context: EvalContext) => Promise<SuiteScores>;
}
