import type { StopReason, TableName, Tables } from './state.ts';

/** What to do next. Making it is pure; carrying it out is `takeStep`. */
export type Step =
  | { readonly kind: 'plan' }
  | { readonly kind: 'read-source'; readonly source: string }
  | { readonly kind: 'rank'; readonly question: string }
  | { readonly kind: 'read-page'; readonly question: string; readonly source: string; readonly page: number }
  | { readonly kind: 'reconcile' }
  | { readonly kind: 'stop'; readonly reason: StopReason };

/** For each record touched: what it was before and what it is after; null where it wasn't there. */
export type Diff = {
  readonly [T in TableName]?: Readonly<
    Record<string, readonly [before: Tables[T] | null, after: Tables[T] | null]>
  >;
};

/** What one step adds to or alters in the state. Reversible: swap before and after. */
export interface Change {
  readonly step: Step | { readonly kind: 'open' };
  readonly diff: Diff;
}

/** A change as the log holds it. */
export interface LoggedChange extends Change {
  /** Hash of the run, the previous change's id, and this change: the log is a chain that can prove itself. */
  readonly id: string;
  readonly run: string;
  /** From 1 within a run, without gaps. */
  readonly seq: number;
}
