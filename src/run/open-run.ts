import { resolve } from 'node:path';
import type { Brief } from '../domain/brief.ts';
import type { Change } from '../domain/change.ts';
import type { RejectedSource, Source } from '../domain/source.ts';
import type { RunRecord, SourceRecord, State } from '../domain/state.ts';
import { contentId } from '../lib/hash.ts';
import { applyChange, EMPTY_STATE, foldChanges, mergeDiffs, put } from '../lib/state.ts';
import type { Kit } from './kit.ts';
import { retryLocked } from './retry-locked.ts';
import { ENGINE_VERSION, READER_VERSION } from './versions.ts';

export interface OpenedRun {
  readonly id: string;
  readonly state: State;
  readonly resumed: boolean;
}

/** The run of this brief over these sources: begun now, or taken up where its log ends. */
export async function openRun(
  brief: Brief,
  collected: { readonly sources: readonly Source[]; readonly rejected: readonly RejectedSource[] },
  kit: Kit,
): Promise<OpenedRun> {
  const id = runId(brief, collected);
  const logged = await kit.store.changes(id);
  if (logged.length > 0) return { id, state: await unlock(id, foldChanges(logged), kit), resumed: true };
  const change = openingChange(id, brief, collected);
  await kit.store.append(id, change);
  return { id, state: applyChange(EMPTY_STATE, change), resumed: false };
}

async function unlock(id: string, state: State, kit: Kit): Promise<State> {
  const change = retryLocked(state, path => kit.passwords(resolve(kit.cwd, path)));
  if (!change) return state;
  await kit.store.append(id, change);
  return applyChange(state, change);
}

/** Limits, formats and folders are left out: they don't alter what is true, and a run may be resumed under others. */
function runId(
  brief: Brief,
  collected: { readonly sources: readonly Source[]; readonly rejected: readonly RejectedSource[] },
): string {
  return contentId('run', {
    asked: brief.questions,
    reasoner: brief.reasoner,
    lang: brief.lang,
    versions: [READER_VERSION, ENGINE_VERSION],
    sources: collected.sources.map(({ path, sha256 }) => [path, sha256]),
    rejected: collected.rejected.map(({ path, failure }) => [path, failure.code]),
  });
}

function openingChange(
  id: string,
  brief: Brief,
  {
    sources,
    rejected,
  }: { readonly sources: readonly Source[]; readonly rejected: readonly RejectedSource[] },
): Change {
  const run: RunRecord = {
    id,
    title: brief.questions.join(' '),
    asked: brief.questions,
    stop: null,
    reconciled: 0,
    notes: [],
    rejected,
  };
  const records = sources.map(
    (source): SourceRecord => ({ ...source, status: 'waiting', pageCount: 0, profile: null, failure: null }),
  );
  return {
    step: { kind: 'open' },
    diff: mergeDiffs(put(EMPTY_STATE, 'run', [run]), put(EMPTY_STATE, 'sources', records)),
  };
}
