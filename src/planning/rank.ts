import type { Question } from '../domain/question.ts';
import type { Reading } from '../domain/reading.ts';
import type { Candidate } from '../domain/state.ts';
import { groupBy } from '../lib/group.ts';
import { coverage } from './coverage.ts';
import { scoreReading, wordsOf } from './score.ts';

/** A reading that the search found for a question. */
export interface Hit {
  /** Source id. */
  readonly source: string;
  readonly page: number;
  /** As the search gave it; larger is better. */
  readonly score: number;
  readonly reading: Reading;
}

export interface RankOptions {
  /** Most pages of one source. */
  readonly perSource?: number;
  /** Pages of a source that are kept however low they score, so that no source is left unasked. */
  readonly leastPerSource?: number;
}

const PER_SOURCE = 10;
/** What a formula is computed from stands on several pages. */
const PER_SOURCE_OF_FORMULA = 16;
const LEAST_PER_SOURCE = 2;
/** Below this share of the best page's score a page isn't worth its time. */
const WORTH = 0.2;
/** What a page gains that has every word of the question. */
const COVERED = 1.5;
/** The best reading of a page counts whole, the next ones less and less. */
const FADING = [1, 0.35, 0.2, 0.1] as const;

/** The pages worth reading for a question, best first; every source found gets its best ones. Same hits, same order. */
export function rankCandidates(
  question: Question,
  hits: readonly Hit[],
  options: RankOptions = {},
): readonly Candidate[] {
  const most = question.formulas?.length ? PER_SOURCE_OF_FORMULA : PER_SOURCE;
  const { perSource = most, leastPerSource = LEAST_PER_SOURCE } = options;
  const top = Math.max(...hits.map(hit => hit.score), Number.MIN_VALUE);
  const scored = hits.map(hit => ({ hit, score: hit.score / top + scoreReading(question, hit.reading) }));
  const found = [...groupBy(scored, ({ hit }) => `${hit.source}/${hit.page}`).values()];
  const covered = coverage(
    question,
    found.map(readings => readings.map(({ hit }) => wordsOf(hit.reading)).join(' ')),
  );
  const pages = found.map((readings, i) => ({
    source: readings[0]?.hit.source ?? '',
    page: readings[0]?.hit.page ?? 0,
    score: fade(readings.map(({ score }) => score)) + COVERED * (covered[i] ?? 0),
  }));
  const best = Math.max(...pages.map(page => page.score), 0);
  const kept = [...groupBy(pages, page => page.source).values()].flatMap(ofSource =>
    ofSource
      .sort(byScore)
      .slice(0, perSource)
      .filter((page, i) => i < leastPerSource || page.score >= best * WORTH),
  );
  return kept.sort(byScore).map(({ source, page, score }) => ({
    id: `${question.id}/${source}/${page}`,
    question: question.id,
    source,
    page,
    score: Math.round(score * 1e4) / 1e4,
    status: 'waiting',
    found: null,
  }));
}

function fade(scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => b - a);
  return FADING.reduce((sum, share, i) => sum + share * (sorted[i] ?? 0), 0);
}

/**
 * Pages that the question names by number come before all others, also where the search found nothing on them.
 * `sources` gives the number of pages of each source.
 */
export function namedFirst(
  question: Question,
  ranked: readonly Candidate[],
  sources: readonly { readonly id: string; readonly pageCount: number }[],
): readonly Candidate[] {
  const numbers = question.terms.flatMap(({ term }) => /^page (\d+)$/u.exec(term)?.[1] ?? []).map(Number);
  if (numbers.length === 0) return ranked;
  const top = Math.max(0, ...ranked.map(({ score }) => score)) + 1;
  const named = sources.flatMap(({ id: source, pageCount }) =>
    numbers
      .filter(page => page >= 1 && page <= pageCount)
      .map((page): Candidate => {
        const id = `${question.id}/${source}/${page}`;
        return { id, question: question.id, source, page, score: top, status: 'waiting', found: null };
      }),
  );
  return [...named, ...ranked.filter(({ id }) => !named.some(other => other.id === id))];
}

interface ScoredPage {
  readonly source: string;
  readonly page: number;
  readonly score: number;
}

function byScore(a: ScoredPage, b: ScoredPage): number {
  return b.score - a.score || (a.source < b.source ? -1 : a.source > b.source ? 1 : a.page - b.page);
}
