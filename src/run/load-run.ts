import type { LoggedChange } from '../domain/change.ts';
import type { State } from '../domain/state.ts';
import type { RunSummary, Store } from '../domain/store.ts';
import { UsageError } from '../errors.ts';
import { foldChanges } from '../lib/state.ts';
import { openStore } from '../store/index.ts';

export interface LoadedRun {
  readonly summary: RunSummary;
  readonly changes: readonly LoggedChange[];
  readonly state: State;
}

/** The run of that id (a beginning of it will do), or the latest; from its log alone. */
export async function loadRun(store: Store, id?: string): Promise<LoadedRun> {
  const runs = await store.runs();
  const summary = id === undefined ? latest(runs) : runs.find(run => run.id.startsWith(id));
  if (!summary) {
    const what = id === undefined ? 'holds no run yet' : `holds no run whose id begins with "${id}"`;
    throw new UsageError(`The store at ${store.location} ${what}.`, {
      hint: 'dossier status lists its runs; dossier run "…" ./documents begins one.',
    });
  }
  const changes = await store.changes(summary.id);
  return { summary, changes, state: foldChanges(changes) };
}

/** Looks into a store without holding it: other runs may go on writing. */
export async function withReadonlyStore<T>(location: string, look: (store: Store) => Promise<T>): Promise<T> {
  await using store = await openStore(location, { readonly: true });
  return await look(store);
}

function latest(runs: readonly RunSummary[]): RunSummary | undefined {
  return runs.toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1))[0];
}
