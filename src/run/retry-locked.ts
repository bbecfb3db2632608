import type { Change } from '../domain/change.ts';
import type { State } from '../domain/state.ts';
import { mergeDiffs, put, runOf } from '../lib/state.ts';
import type { Passwords } from './passwords.ts';

const LOCKED: ReadonlySet<string> = new Set(['encrypted', 'wrong_password']);

/** Puts sources that failed for want of a password up for reading again, where there is one to try now; else null. */
export function retryLocked(state: State, passwords: Passwords): Change | null {
  const locked = Object.values(state.sources).filter(
    ({ failure, path }) => failure !== null && LOCKED.has(failure.code) && passwords(path).length > 0,
  );
  if (locked.length === 0) return null;
  const failed = locked.flatMap(({ id }) => state.coverage[`${id}/0`] ?? []);
  return {
    step: { kind: 'open' },
    diff: mergeDiffs(
      put(state, 'run', [{ ...runOf(state), stop: null }]),
      put(
        state,
        'sources',
        locked.map(source => ({ ...source, status: 'waiting' as const, failure: null })),
      ),
      { coverage: Object.fromEntries(failed.map(record => [record.id, [record, null] as const])) },
    ),
  };
}
