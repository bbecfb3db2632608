import type { Formula } from '../../domain/formula.ts';
import type { MetricRef } from '../../domain/question.ts';
import { parseFormula } from '../../lib/formula/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { inputsOf } from './formulas.ts';
import type { Match, Matcher } from './match.ts';
import { ownMetric } from './own-asks.ts';
import { metricRef } from './refs.ts';
import { withoutTimes } from './times.ts';
import { tidy, type Word, wordsOf } from './words.ts';

const DEFINES =
  /^(?<what>.+?)\s+(?:is|are|=)?\s*(?:(?:to be )?(?:defined|calculated|computed|measured)(?: here)? (?:as|by|using)|equals?|=)\s*:?\s*(?<how>.+?)[.\s]*$/isu;
const ORDERS =
  /^(?:define|calculate|compute)\s+(?<what>.+?)\s+(?:as|by|using|from)\s*:?\s*(?<how>.+?)[.\s]*$/isu;

/**
 * What a sentence defines by arithmetic over metrics that the vocabulary knows: "DPO is defined as: 365 * (average
 * accounts payable between FY2016 and FY2017) / FY2017 COGS". Null where any word of it is not understood.
 */
export function definitionIn(text: string, vocabulary: Vocabulary, matcher: Matcher): Formula | null {
  const { what = '', how = '' } = DEFINES.exec(text)?.groups ?? ORDERS.exec(text)?.groups ?? {};
  const known = matcher(wordsOf(what).map(word => word.stem)).find(match => match.metric)?.metric;
  const expression = what === '' ? null : expressionIn(how, matcher);
  if (expression === null) return null;
  const metric = known ? metricRef(known) : ownRatio(what, expression);
  const inputs = inputsOf(expression, vocabulary);
  return !metric || inputs.length === 0 || inputs.some(({ id }) => id === metric.id)
    ? null
    : { metric, expression, inputs, from: 'definition' };
}

/** A measure that only the question knows. */
function ownRatio(what: string, expression: string): MetricRef | null {
  const own = ownMetric(what.replace(/^the\s+/iu, ''));
  return own && { ...own, dimensions: expression.includes('/') ? ['ratio'] : [] };
}

/** A question's words as an expression over metric ids; null where words are left that are neither. */
function expressionIn(text: string, matcher: Matcher): string | null {
  const plain = tidy(text)
    .replace(/[[\]{}]/gu, ' ')
    .replace(/\((?:from|in|as|see|using|taken|shown)\b[^()]*\)/giu, ' ')
    .replace(/\b(?<what>change|increase) in\b/giu, '$<what> :');
  const named = withNames(plain, matcher);
  const timeless = withoutTimes(named)
    .replace(/\s+(?:between|from|in|for|during|at|of|over)\s+(?=[)*/+÷×−-]|$)/giu, ' ')
    .replace(/\b(?:and|to)\s+(?=[)*/+÷×−-]|$)/giu, ' ');
  const bare = ARITHMETIC.reduce((rest, [pattern, sign]) => rest.replace(pattern, sign), ` ${timeless} `);
  const expression = bare
    .replace(
      /\b(?:the|total|net|reported|unadjusted|year[- ]end|ending|its|of|shown|annual)\s+(?=\[|\()/giu,
      '',
    )
    .replace(/\s+/gu, ' ')
    .trim();
  return parseFormula(expression) ? expression : null;
}

/** Stretches that the vocabulary knows become `[id]`. */
function withNames(text: string, matcher: Matcher): string {
  const words = wordsOf(text);
  const matches = matcher(words.map(word => word.stem)).filter(match => match.metric);
  return matches.reduceRight((rest, match) => named(rest, match, words), text);
}

function named(text: string, { start, end, metric }: Match, words: readonly Word[]): string {
  const from = words[start]?.start ?? 0;
  const to = words[end - 1]?.end ?? from;
  return `${text.slice(0, from)}[${metric?.id}]${text.slice(to)}`;
}

const TERM = '(\\[[^\\]]+\\])';
/** In this order: functions over one metric, then the signs. */
const ARITHMETIC: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [new RegExp(`\\b(?:the )?average (?:of )?(?:the |total |net )*${TERM}`, 'giu'), ' average($1) '],
  [new RegExp(`\\b(?:the )?(?:change|increase) : (?:the |total |net )*${TERM}`, 'giu'), ' change($1) '],
  [/\s(?:divided by|over)\s|÷/giu, ' / '],
  [/\s(?:multiplied by|times|x)\s|×/giu, ' * '],
  [/\s(?:plus)\s/giu, ' + '],
  [/\s(?:minus|less)\s|\s[–—−-]\s/giu, ' - '],
  [/(?<=[\])])\s+and\s+(?=(?:the |total |net |unadjusted )*[[(])/giu, ' + '],
  [/\b(?:sum|total) of\s+/giu, ' '],
];
