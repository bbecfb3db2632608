import type { Source } from '../../domain/source.ts';
import type { State } from '../../domain/state.ts';
import { applyChange } from '../../lib/state.ts';
import type { Kit } from '../../run/kit.ts';
import { openRun } from '../../run/open-run.ts';
import { takeStep } from '../../run/take-step.ts';
import { type GoldQuestion, goldQuestions } from '../questions.ts';
import type { EvalContext, Suite } from '../suite.ts';

/** Whether planning puts a page that holds the evidence among the first it would read. */
export const pages: Suite = {
  name: 'pages',
  about: 'a page with the evidence among the first 1, 3, 5 and 10 that planning would read',
  needs: 'data',
  run: async context => {
    const questions = (await goldQuestions(context.data)).filter(question => question.pages.length > 0);
    const each: Ranked[] = [];
    for (const question of questions) {
      const rank = await rankOf(question, context);
      if (rank !== null)
        each.push({ set: question.set, name: question.name, question: question.question, rank });
    }
    const within = (k: number) =>
      each.filter(({ rank }) => rank > 0 && rank <= k).length / Math.max(1, each.length);
    return {
      scores: { at1: within(1), at3: within(3), at5: within(5), at10: within(10) },
      n: each.length,
      each: each.map(row => ({ ...row })),
    };
  },
};

interface Ranked extends Pick<GoldQuestion, 'set' | 'name' | 'question'> {
  /** From 1; 0 for nowhere. */
  readonly rank: number;
}

/** The place of the first page with evidence, from 1; 0 where planning names none; null where the file can't be read. */
async function rankOf(gold: GoldQuestion, { kit, read }: EvalContext): Promise<number | null> {
  const opened = await read(gold.document);
  if (!opened.ok) return null;
  const ranked = await rankPages(gold.question, opened.source, kit);
  return ranked.findIndex(page => gold.pages.includes(page)) + 1;
}

/** Pages of one source in the order that planning gives them, the best of the question's parts first. */
async function rankPages(question: string, source: Source, kit: Kit): Promise<readonly number[]> {
  const brief = {
    questions: [question],
    sources: [source.path],
    reasoner: 'grounded',
    lang: 'en',
    limits: {},
  } as const;
  let { state } = await openRun(brief, { sources: [source], rejected: [] }, kit);
  const take = async (step: Parameters<typeof takeStep>[0]) => {
    state = applyChange(state, await takeStep(step, state, kit));
  };
  await take({ kind: 'plan' });
  await take({ kind: 'read-source', source: source.id });
  for (const id of Object.keys(state.questions)) await take({ kind: 'rank', question: id });
  return bestFirst(state);
}

function bestFirst({ candidates }: State): readonly number[] {
  const sorted = Object.values(candidates).sort((a, b) => b.score - a.score || a.page - b.page);
  return [...new Set(sorted.map(candidate => candidate.page))];
}
