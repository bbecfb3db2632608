import type { Source } from '../domain/source.ts';
import type { State } from '../domain/state.ts';
import { applyChange } from '../lib/state.ts';
import type { Kit } from '../run/kit.ts';
import { openRun } from '../run/open-run.ts';
import { takeStep } from '../run/take-step.ts';

/** A page of one of the sources. */
export interface RankedPage {
  readonly source: string;
  readonly page: number;
}

/** Pages of sources in the order that planning gives them, the best of the question's parts first. */
export async function rankPages(
  question: string,
  sources: readonly Source[],
  kit: Kit,
): Promise<readonly RankedPage[]> {
  const brief = {
    questions: [question],
    sources: sources.map(({ path }) => path),
    reasoner: 'grounded',
    lang: 'en',
    limits: {},
  } as const;
  let { state } = await openRun(brief, { sources, rejected: [] }, kit);
  const take = async (step: Parameters<typeof takeStep>[0]) => {
    state = applyChange(state, await takeStep(step, state, kit));
  };
  await take({ kind: 'plan' });
  for (const { id } of sources) await take({ kind: 'read-source', source: id });
  for (const id of Object.keys(state.questions)) await take({ kind: 'rank', question: id });
  return bestFirst(state);
}

function bestFirst({ candidates }: State): readonly RankedPage[] {
  const sorted = Object.values(candidates).sort((a, b) => b.score - a.score || a.page - b.page);
  const seen = new Set<string>();
  return sorted.filter(({ source, page }) => {
    const place = `${source} ${page}`;
    return !seen.has(place) && seen.add(place);
  });
}
