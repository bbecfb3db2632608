import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../errors.ts';
import { withContext } from './context.ts';
import { type Fall, fallen } from './floors.ts';
import type { EvalContext, Suite, SuiteScores } from './suite.ts';
import { SUITES } from './suites/index.ts';

export type SuiteResult =
  | ({
      readonly name: string;
      readonly about: string;
      readonly status: 'scored';
      readonly ms: number;
    } & SuiteScores)
  | { readonly name: string; readonly about: string; readonly status: 'skipped'; readonly why: string };

export interface Evaluation {
  readonly suites: readonly SuiteResult[];
  readonly fallen: readonly Fall[];
}

export interface EvaluateOptions {
  /** One suite; all where absent. */
  readonly suite?: string;
  /** Folder of gold data, where there is one. */
  readonly data?: string;
  readonly cwd: string;
  readonly workers: number;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  /** Called as each suite ends. */
  readonly onSuite?: (result: SuiteResult) => void;
}

/** Beside `src` and `dist`; an installed package has none. */
const FIXTURES = fileURLToPath(new URL('../../fixtures/data', import.meta.url));

/**
 * Scores stages against gold. A suite without its gold is skipped with the reason, never passed.
 * @throws UsageError for a suite that isn't known or a data folder that isn't there
 */
export async function evaluate(options: EvaluateOptions): Promise<Evaluation> {
  const { data, cwd, workers, clock, signal, onSuite } = options;
  if (data !== undefined && !existsSync(data)) {
    throw new UsageError(`DOSSIER_DATA names ${data}, where nothing is.`);
  }
  const suites: SuiteResult[] = [];
  await withContext({ data: data ?? '', fixtures: FIXTURES, cwd, workers, clock }, async context => {
    for (const suite of choose(options.suite)) {
      if (signal.aborted) break;
      const result = await score(suite, context, clock);
      suites.push(result);
      onSuite?.(result);
    }
  });
  const scored = suites.filter(suite => suite.status === 'scored');
  return { suites, fallen: scored.flatMap(({ name, scores }) => fallen(name, scores)) };
}

function choose(name: string | undefined): readonly Suite[] {
  if (name === undefined) return SUITES;
  const suite = SUITES.find(one => one.name === name);
  if (suite) return [suite];
  throw new UsageError(`There is no suite "${name}".`, {
    hint: `Suites: ${SUITES.map(one => one.name).join(', ')}.`,
  });
}

async function score(suite: Suite, context: EvalContext, clock: () => number): Promise<SuiteResult> {
  const { name, about } = suite;
  const why = whySkipped(suite, context);
  if (why !== null) return { name, about, status: 'skipped', why };
  const startedAt = clock();
  const scores = await suite.run(context);
  return { name, about, status: 'scored', ms: Math.round(clock() - startedAt), ...scores };
}

function whySkipped({ needs }: Suite, { data, fixtures }: EvalContext): string | null {
  if (needs === 'data') return data === '' ? 'needs gold data: set DOSSIER_DATA to its folder' : null;
  return existsSync(join(fixtures, 'ground-truth.json')) ? null : 'needs fixtures/data, which is not here';
}
