import type { MetricRef } from '../../domain/question.ts';
import { isStop, stemsOf } from './words.ts';

export interface Term {
  readonly term: string;
  readonly weight: number;
}

const PHRASES_PER_METRIC = 10;
const MAX_TERMS = 48;

/** Words that ask for movement or cause, not for a subject: no good to search by. */
const ASKING = new Set(
  (
    'change changed develop developed development evolve evolved trend year annual quarter month time driver drive drove driven cause reason factor explain behind ' +
    'level value amount total average rate lead leader largest biggest highest lowest top main key major important by per fiscal period ' +
    'increase decrease grow growth rise fall decline improve reduce differ difference comparison versus vs compared overall current latest recent past last first'
  ).split(' '),
);

/** What to search by: names first, then the metrics' own phrases, then the question's other content words. */
export function termsOf(input: {
  readonly words: readonly string[];
  readonly metrics: readonly MetricRef[];
  readonly entities: readonly string[];
  readonly extra: readonly string[];
}): readonly Term[] {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => {
    const key = term.toLowerCase().trim();
    if (key !== '' && weight > (weights.get(key) ?? 0)) weights.set(key, weight);
  };
  for (const entity of input.entities) add(entity, 2.5);
  for (const metric of input.metrics) {
    add(metric.name, 2);
    metric.phrases.slice(0, PHRASES_PER_METRIC).forEach((phrase, i) => {
      add(phrase, phrase.includes(' ') ? 1.8 - i * 0.05 : 1.3 - i * 0.05);
    });
  }
  for (const term of input.extra) add(term, 1.4);
  for (const word of input.words) add(word, 1);
  return [...weights]
    .map(([term, weight]) => ({ term, weight: Math.round(weight * 100) / 100 }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_TERMS);
}

/** Content words of a text, stemmed, in order, once each; years and asking words left out. */
export function contentWords(text: string): readonly string[] {
  const words = stemsOf(text).filter(
    word =>
      !isStop(word) && !ASKING.has(word) && word.length > 1 && !/^(?:fy|cy)?\d{2,4}$|^[qh][1-4]$/.test(word),
  );
  return [...new Set(words)];
}
