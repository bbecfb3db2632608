import type { Box } from './box.ts';
import type { Derivation } from './formula.ts';
import type { Route } from './reading.ts';
import type { Value } from './value.ts';

/** Where a claim can be opened and checked. */
export interface Evidence {
  /** `e-` and 10 hex digits of the hash of source, page, box and quote. */
  readonly id: string;
  /** Source id. */
  readonly source: string;
  readonly page: number;
  readonly box: Box;
  readonly route: Route;
  /** Reading id. */
  readonly reading: string;
  /** Characters of the source: a sentence, or a table row as `label | column: cell`. */
  readonly quote: string;
  /** The cell (row, column of the reading's body) or chart point the value was taken from. */
  readonly cell?: readonly [row: number, column: number];
}

export type FindingStatus = 'supported' | 'contested' | 'superseded' | 'retracted';

/** A claim with its evidence: either a value (one number about one thing) or a statement (a sentence that says why or how). */
export interface Finding {
  /** `f-` and 10 hex digits of the hash of question, claim key and value (of a statement: its words): the order in which evidence came doesn't alter it. */
  readonly id: string;
  /** Id of the question it helps to answer. */
  readonly question: string;
  readonly kind: 'value' | 'statement';
  /** One sentence that stands by itself. */
  readonly claim: string;
  readonly value: Value | null;
  readonly status: FindingStatus;
  readonly confidence: number;
  /** 0 to 1: how much it bears on its question. */
  readonly relevance: number;
  /** Best first; further ones corroborate. */
  readonly evidence: readonly Evidence[];
  /** Ids of findings that say otherwise (contested), or the newer one (superseded). */
  readonly against: readonly string[];
  /** Why the status is what it is, where it isn't plain support: "restated in the 2024 edition". */
  readonly reason: string;
  /** Where the value was computed from other findings: their evidence is its own. */
  readonly derivation?: Derivation;
}
