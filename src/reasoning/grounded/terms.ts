import type { MetricRef } from '../../domain/question.ts';
import { isAsking, isStop, tidy, wordsOf } from './words.ts';

export interface Term {
  readonly term: string;
  readonly weight: number;
}

const PHRASES_PER_METRIC = 10;
const MAX_TERMS = 48;

/** What to search by: names first, then the metrics' own phrases, then the question's other content words. */
export function termsOf(input: {
  /** What the question says beside names and known metrics: phrases of it and single words. */
  readonly phrases: readonly string[];
  readonly words: readonly string[];
  readonly metrics: readonly MetricRef[];
  readonly names: readonly string[];
  /** What the vocabulary says to search with. */
  readonly extra: readonly string[];
  /** Of sentences that only say more. */
  readonly around: readonly string[];
}): readonly Term[] {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => {
    const key = term.toLowerCase().trim();
    if (key !== '' && weight > (weights.get(key) ?? 0)) weights.set(key, weight);
  };
  for (const name of input.names) add(name, 2.5);
  for (const metric of input.metrics.filter(({ id }) => !/^(?:own|calc):/u.test(id))) {
    add(metric.name, 2);
    metric.phrases.slice(0, PHRASES_PER_METRIC).forEach((phrase, i) => {
      add(phrase, phrase.includes(' ') ? 1.8 - i * 0.05 : 1.3 - i * 0.05);
    });
  }
  for (const phrase of input.phrases) add(phrase, /[ \d]/.test(phrase) ? 2.1 : 1.6);
  for (const term of input.extra) add(term, 1.4);
  const known = input.metrics.some(({ id }) => !id.startsWith('own:'));
  for (const word of input.words) add(word, known ? 1.1 : 1.4);
  for (const word of input.around) add(word, 0.7);
  return [...weights]
    .map(([term, weight]) => ({ term, weight: Math.round(weight * 100) / 100 }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_TERMS);
}

/** Content words of a text, stemmed, in order, once each; years and asking words left out. */
export function contentWords(text: string): readonly string[] {
  const stems = wordsOf(text).map(word => word.stem);
  return [...new Set(stems.filter(isContent))];
}

/**
 * Stretches of content words as they are printed, "chain-type causal graph" or "figure 7", and what stands in
 * quotation marks; single words are left to `contentWords`.
 */
export function phrasesIn(text: string): readonly string[] {
  const plain = tidy(text);
  const quoted = Array.from(
    plain.matchAll(/(?:^|[\s(])["']([^"']{2,60})["'](?=[\s,.?!)]|$)/gu),
    match => match[1] ?? '',
  );
  const numbered = Array.from(
    plain.matchAll(
      /\bclimate change\b|\b(?:figure|fig\.?|table|section|chapter|appendix|exhibit|note|item)\s+\d+(?:\.\d+)*/giu,
    ),
    match => match[0],
  );
  const runs: string[] = [];
  let run: { start: number; end: number; words: number } | null = null;
  const close = () => {
    if (run && run.words > 1) runs.push(plain.slice(run.start, run.end));
    run = null;
  };
  for (const word of wordsOf(text)) {
    const joined = run !== null && /^[\s-]*$/u.test(plain.slice((run as { end: number }).end, word.start));
    if (!isContent(word.stem) || !joined) close();
    if (!isContent(word.stem)) continue;
    run = run
      ? {
          start: (run as { start: number }).start,
          end: word.end,
          words: (run as { words: number }).words + 1,
        }
      : { start: word.start, end: word.end, words: 1 };
  }
  close();
  return [...new Set([...quoted, ...numbered, ...runs].map(phrase => phrase.toLowerCase()))];
}

function isContent(stem: string): boolean {
  return !isStop(stem) && !isAsking(stem) && stem.length > 1 && !/^(?:fy|cy)?\d{2,4}$|^[qh][1-4]$/.test(stem);
}
