import type { StoredDocument } from '../../domain/store.ts';
import { groupBy } from '../../lib/group.ts';
import { type GoldQuestion, goldQuestions } from '../questions.ts';
import { rankPages } from '../rank-pages.ts';
import { rankSlides } from '../slides.ts';
import type { EvalContext, ScoreGroup, Suite } from '../suite.ts';

/** Whether planning puts a page that holds the evidence among the first it would read. */
export const pages: Suite = {
  name: 'pages',
  about: 'a page with the evidence among the first 1, 3, 5 and 10 that planning would read',
  needs: 'data',
  run: async context => {
    const questions = (await goldQuestions(context.data)).filter(question => question.pages.length > 0);
    const each: Ranked[] = [];
    for (const question of questions) {
      const ranked = await rankOf(question, context);
      if (ranked !== null) each.push(ranked);
    }
    const slides = (await rankSlides(context)).map(row => ({ set: 'slides', ...row, from: SLIDES }));
    return {
      scores: { ...within(each), ...pixels([...each, ...slides]) },
      n: each.length,
      groups: groups([...each, ...slides]),
      each: [...each, ...slides].map(row => ({ ...row })),
    };
  },
};

interface Ranked extends Pick<GoldQuestion, 'set' | 'name' | 'question'> {
  /** From 1; 0 for nowhere. */
  readonly rank: number;
  /** What its document is to a reader. */
  readonly from: string;
}

const TEXT = 'text layer';
const PICTURES = 'image-only';
const SLIDES = 'slides';
/** The share of pages without a text layer in a document of pictures alone. */
const NEARLY_ALL = 0.9;

/** The place of the first page with evidence; null where the file can't be read. */
async function rankOf(gold: GoldQuestion, { kit, read }: EvalContext): Promise<Ranked | null> {
  const { set, name, question } = gold;
  const opened = await read(gold.document);
  if (!opened.ok) return null;
  const ranked = await rankPages(question, [opened.source], kit);
  const rank = ranked.findIndex(({ page }) => gold.pages.includes(page)) + 1;
  return { set, name, question, rank, from: isPictures(opened.document) ? PICTURES : TEXT };
}

function isPictures({ pages }: StoredDocument): boolean {
  const seen = pages.filter(({ readings }) => readings.every(({ route }) => route === 'lens'));
  return seen.length >= NEARLY_ALL * pages.length;
}

function within(ranked: readonly Ranked[]) {
  const share = (k: number) =>
    ranked.filter(({ rank }) => rank > 0 && rank <= k).length / Math.max(1, ranked.length);
  return { at1: share(1), at3: share(3), at5: share(5), at10: share(10) };
}

/** The first place alone, of what has to be seen. */
function pixels(ranked: readonly Ranked[]): Record<string, number> {
  const seen = [PICTURES, SLIDES].map(from => [from, ranked.filter(row => row.from === from)] as const);
  return Object.fromEntries(
    seen.filter(([, rows]) => rows.length > 0).map(([from, rows]) => [`${from}, at1`, within(rows).at1]),
  );
}

function groups(ranked: readonly Ranked[]): readonly ScoreGroup[] {
  return [...groupBy(ranked, ({ from }) => from)].map(([name, rows]) => ({
    by: 'source',
    name,
    n: rows.length,
    scores: within(rows),
  }));
}
