import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kit } from '../run/kit.ts';
import { withSession } from '../run/session.ts';
import { collectSources } from '../sources/index.ts';
import type { EvalContext, ReadFile } from './suite.ts';

export interface ContextOptions {
  readonly data: string;
  readonly fixtures: string;
  readonly cwd: string;
  readonly workers: number;
  readonly clock: () => number;
}

/** A context over a new store that is removed afterwards, so that nothing read before sways a score. */
export async function withContext<T>(
  { data, fixtures, cwd, workers, clock }: ContextOptions,
  work: (context: EvalContext) => Promise<T>,
): Promise<T> {
  const store = await mkdtemp(join(tmpdir(), 'dossier-eval-'));
  try {
    return await withSession({ store, cwd, workers, clock }, kit => {
      return work({ kit, data, fixtures, read: path => readFile(path, kit) });
    });
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}

async function readFile(path: string, kit: Kit): Promise<ReadFile> {
  const { sources, rejected } = await collectSources([path], kit.cwd);
  const source = sources[0];
  if (!source) {
    const failure = rejected[0]?.failure ?? { code: 'unsupported', message: 'The file is no source.' };
    return { ok: false, failure };
  }
  const reading = await kit.reader.read(source);
  return reading.ok ? { ok: true, source, document: reading.document } : reading;
}
