import type { Change, Diff } from '../domain/change.ts';
import type { RunRecord, State, TableName, Tables } from '../domain/state.ts';
import { BugError } from '../errors.ts';

export const EMPTY_STATE: State = {
  run: {},
  sources: {},
  questions: {},
  candidates: {},
  findings: {},
  coverage: {},
};

/** State after a change. Pure; only the tables that the change touches are copied. */
export function applyChange(state: State, change: Pick<Change, 'diff'>): State {
  let next = state;
  for (const table of Object.keys(change.diff) as TableName[]) {
    next = { ...next, [table]: applyTable<unknown>(next[table], change.diff[table] ?? {}) };
  }
  return next;
}

/** The change that undoes `change`. */
export function invertDiff(diff: Diff): Diff {
  return Object.fromEntries(
    Object.entries(diff).map(([table, records]) => [
      table,
      Object.fromEntries(Object.entries(records).map(([id, [before, after]]) => [id, [after, before]])),
    ]),
  ) as Diff;
}

export function foldChanges(changes: readonly Pick<Change, 'diff'>[]): State {
  return changes.reduce(applyChange, EMPTY_STATE);
}

/** The run that a state is of. */
export function runOf(state: State): RunRecord {
  const run = Object.values(state.run)[0];
  if (!run) throw new BugError('A state has no run: its log has no opening change.');
  return run;
}

/** A diff that puts `records` into `table`, each against what the state holds now. */
export function put<T extends TableName>(
  state: State,
  table: T,
  records: readonly (Tables[T] & { readonly id: string })[],
): Diff {
  const current = state[table] as Readonly<Record<string, Tables[T]>>;
  return {
    [table]: Object.fromEntries(records.map(record => [record.id, [current[record.id] ?? null, record]])),
  } as Diff;
}

/** Several diffs over different tables as one. */
export function mergeDiffs(...diffs: readonly Diff[]): Diff {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const diff of diffs) {
    for (const [table, records] of Object.entries(diff)) merged[table] = { ...merged[table], ...records };
  }
  return merged as Diff;
}

function applyTable<R>(
  table: Readonly<Record<string, R>>,
  changed: Readonly<Record<string, readonly [unknown, R | null]>>,
): Readonly<Record<string, R>> {
  const next = { ...table };
  for (const [id, [, after]] of Object.entries(changed)) {
    if (after === null) delete next[id];
    else next[id] = after;
  }
  return next;
}
