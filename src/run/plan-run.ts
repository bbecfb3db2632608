import type { Brief } from '../domain/brief.ts';
import type { Plan } from '../domain/question.ts';
import { grounded, loadVocabulary } from '../reasoning/index.ts';
import { collectSources } from '../sources/index.ts';
import { type Estimate, estimateRun } from './estimate.ts';
import { withReadonlyStore } from './load-run.ts';

/** The plan of a brief and an estimate of its cost; no document is opened. */
export async function planRun(
  brief: Brief,
  { cwd, store }: { readonly cwd: string; readonly store: string | null },
): Promise<{ readonly plan: Plan; readonly estimate: Estimate }> {
  const plan = grounded(await loadVocabulary()).understand(brief.questions);
  const collected = await collectSources(brief.sources, cwd);
  const estimate =
    store === null
      ? await estimateRun(collected, { store, cwd })
      : await withReadonlyStore(store, opened => estimateRun(collected, { store: opened, cwd }));
  return { plan, estimate };
}
