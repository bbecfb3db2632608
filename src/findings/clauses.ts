import type { MetricRef } from '../domain/question.ts';
import { phraseStems } from './labels.ts';
import { stem } from './words.ts';

/** A metric named in a sentence. */
export interface Mention {
  readonly metric: MetricRef;
  readonly start: number;
  readonly end: number;
  /** Words of the phrase: longer is surer. */
  readonly length: number;
}

/** Whether the words around a metric make it a part of another measure. */
export function isPartOf(sentence: string, { start, end }: Pick<Mention, 'start' | 'end'>): boolean {
  const before = sentence.slice(0, start);
  return PART_OF.test(before) || MINUS.test(before) || OF_THINGS.test(sentence.slice(end));
}

/** "A gain on sales", "the effect on revenue": something about the measure. */
const PART_OF =
  /\b(?:gains?|loss(?:es)?|proceeds|costs?|percent(?:age)?|growth|increases?|decreases?|changes?|share|portion|effect|impact|margin|ratio)\b[^.,;]{0,12}\b(?:of|on|from|in|to)\s+(?:the |our |its |total |net |fiscal |\d{4} )*$/i;
/** "Sales of businesses" are disposals. */
/** "Operating cash flow less capital expenditure". */
const MINUS =
  /\b(?:less|minus|plus|before|after|excluding|divided by|relative to|versus|net of)\s+(?:the |our |its |total |net )*$/i;
const OF_THINGS =
  /^\s+of\s+(?:an? |the |our |certain |its )?(?:business|asset|investment|securit|marketable|propert|subsidiar|stake|interest|share|real|equity|debt)/i;

interface Token {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** Where a sentence names metrics; longest phrase first, without overlaps; what only looks like one is left out. */
export function mentionsIn(sentence: string, metrics: readonly MetricRef[]): readonly Mention[] {
  const tokens = tokensOf(sentence);
  const barred = metrics.flatMap(metric =>
    metric.not.flatMap(phrase => find(tokens, phrase).map(place => ({ metric, ...place }))),
  );
  const named = metrics.flatMap(metric =>
    metric.phrases.flatMap(phrase => find(tokens, phrase).map(place => ({ metric, ...place }))),
  );
  const kept: Mention[] = [];
  for (const mention of named.sort((a, b) => b.length - a.length || a.start - b.start)) {
    const isBarred = barred.some(
      other => other.metric === mention.metric && overlaps(other, mention) && other.length >= mention.length,
    );
    if (!isBarred && !kept.some(other => overlaps(other, mention))) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function tokensOf(sentence: string): readonly Token[] {
  return [...sentence.matchAll(/[\p{L}\p{N}%]+(?:[’']s\b)?/gu)].map(match => ({
    stem: stem(match[0].toLowerCase().replace(/[’']s$/, '')),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function find(tokens: readonly Token[], phrase: string): Omit<Mention, 'metric'>[] {
  const wanted = phraseStems(phrase);
  if (wanted.length === 0) return [];
  const found: Omit<Mention, 'metric'>[] = [];
  for (let i = 0; i + wanted.length <= tokens.length; i++) {
    if (!wanted.every((word, j) => tokens[i + j]?.stem === word)) continue;
    found.push({
      start: tokens[i]?.start ?? 0,
      end: tokens[i + wanted.length - 1]?.end ?? 0,
      length: wanted.length,
    });
  }
  return found;
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
