import type { RunEvent } from '../domain/event.ts';
import { grounded, loadVocabulary } from '../reasoning/index.ts';
import { openStore } from '../store/index.ts';
import { type Kit, openKit } from './kit.ts';
import type { Passwords } from './passwords.ts';

export interface SessionOptions {
  readonly store: string;
  readonly cwd: string;
  readonly clock: () => number;
  readonly workers: number;
  readonly passwords?: Passwords;
  /** Wait for another run that holds the store, instead of failing. */
  readonly wait?: boolean;
  readonly readonly?: boolean;
  readonly emit?: (event: RunEvent) => void;
}

/** A store held and a kit wired over it, for as long as `work` takes. */
export async function withSession<T>(options: SessionOptions, work: (kit: Kit) => Promise<T>): Promise<T> {
  const { wait = false, readonly = false, clock, cwd, workers, emit, passwords } = options;
  await using store = await openStore(options.store, { wait, readonly, clock });
  const reasoner = grounded(await loadVocabulary());
  await using kit = openKit({
    store,
    reasoner,
    cwd,
    clock,
    workers,
    ...(emit ? { emit } : {}),
    ...(passwords ? { passwords } : {}),
  });
  return await work(kit);
}
