import { DocumentPool } from '../documents/pool.ts';
import type { RunEvent } from '../domain/event.ts';
import type { Store } from '../domain/store.ts';
import type { Reasoner } from '../reasoning/index.ts';
import { Eyes } from './eyes.ts';
import type { Passwords } from './passwords.ts';
import { SourceReader } from './reader.ts';

/** Everything a run works with: stages wired together, and what it has used up. */
export interface Kit extends AsyncDisposable {
  readonly store: Store;
  readonly pool: DocumentPool;
  readonly reader: SourceReader;
  readonly reasoner: Reasoner;
  /** What to try on protected files. */
  readonly passwords: Passwords;
  /** The folder that source paths are relative to. */
  readonly cwd: string;
  /** Sources to open while another is being weighed. */
  readonly readAhead: number;
  /** Pages read now, and what models have charged for them; the embedded reasoner charges nothing. */
  readonly meter: { pages: number; cost: number };
  readonly clock: () => number;
  readonly emit: (event: RunEvent) => void;
}

export interface KitOptions {
  readonly store: Store;
  readonly reasoner: Reasoner;
  readonly cwd: string;
  readonly clock: () => number;
  readonly emit?: (event: RunEvent) => void;
  readonly workers?: number;
  readonly passwords?: Passwords;
}

/** The pool is the kit's own and ends with it; the store belongs to whoever opened it. */
export function openKit({
  store,
  reasoner,
  cwd,
  clock,
  emit = () => undefined,
  workers = 2,
  passwords = () => [],
}: KitOptions): Kit {
  const pool = new DocumentPool({ workers, passwords });
  const eyes = new Eyes(pool, workers);
  return {
    store,
    pool,
    reader: new SourceReader({ store, pool, eyes, cwd }),
    reasoner,
    passwords,
    cwd,
    readAhead: workers,
    meter: { pages: 0, cost: 0 },
    clock,
    emit,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([pool[Symbol.asyncDispose](), eyes[Symbol.asyncDispose]()]);
    },
  };
}
