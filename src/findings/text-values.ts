import type { Finding } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import type { TextReading } from '../domain/reading.ts';
import type { Period, Value } from '../domain/value.ts';
import { parsePeriods, periodOf } from '../lib/quantity/index.ts';
import { annualised } from './annual.ts';
import { type Bound, bindNumbers } from './bind.ts';
import { isPartOf, type Mention, mentionsIn } from './clauses.ts';
import { type Context, round2, type Said, valueFinding } from './draft.ts';
import { shortName } from './entity.ts';
import { ofEmissions } from './grid-units.ts';
import { isChanger } from './labels.ts';
import { boxOfSpan } from './lines.ts';
import { relevanceOf } from './relevance.ts';
import { segmentIn } from './segment.ts';
import { splitSentences } from './sentences.ts';
import { isOfTheWorld } from './subject.ts';
import { isWholeSentence } from './worth-stating.ts';

/** Words that the vocabulary doesn't know may name something near what is meant. */
const OWN_WORDS = 0.7;
const NO_PERIOD = 0.7;

/** The values that a text's sentences give for a question's metrics. */
export function textFindings(question: Question, context: Context, reading: TextReading): Finding[] {
  if (question.metrics.length === 0) return [];
  return splitSentences(reading.text).flatMap(span => {
    const quote = reading.text.slice(span.start, span.end);
    if (!/\d/.test(quote) || !isWholeSentence(quote, reading)) return [];
    const mentions = mentionsIn(quote, question.metrics);
    return surestPerNumber(quote, mentions, context.profile.year).flatMap(
      ({ mention, bound }) =>
        valueOfSentence({ question, context, reading, span, quote, mention }, bound) ?? [],
    );
  });
}

/** A number belongs to one metric: the one that the words bind it to most plainly. */
function surestPerNumber(
  quote: string,
  mentions: readonly Mention[],
  year: number | null,
): readonly { mention: Mention; bound: Bound }[] {
  const all = mentions
    .filter(mention => !isNarrowed(quote, mention))
    .flatMap(mention => bindNumbers(quote, mention, mentions, year).map(bound => ({ mention, bound })))
    .sort((a, b) => b.bound.sureness - a.bound.sureness);
  return all.filter(
    ({ bound }, i) => all.findIndex(other => other.bound.number.start === bound.number.start) === i,
  );
}

/** "Acme's revenue": whose it is, where the words right before a metric say so. */
function ownerOf(quote: string, { start }: Mention): string | null {
  const match =
    /(?<name>\p{Lu}[\p{L}\p{N}.&-]*(?:\s\p{Lu}[\p{L}\p{N}.&-]*){0,3})(?:[’']s|(?<=s)[’'])\s+(?:(?:total|net|annual|consolidated|own|overall)\s+)*$/u.exec(
      quote.slice(0, start),
    );
  return match?.groups?.name ?? null;
}

/** "North America sales", "cost of sales", "adjusted operating income": another measure, or a part whose name isn't sure. */
function isNarrowed(quote: string, { start, end }: Mention): boolean {
  const before = /([\p{L}\p{N}%&.’'-]+)\s*$/u.exec(quote.slice(Math.max(0, start - 40), start))?.[1] ?? '';
  const after = /^\s+([\p{L}]+)/u.exec(quote.slice(end))?.[1] ?? '';
  if (isPartOf(quote, { start, end })) return true;
  if (isOfAnother(quote.slice(end))) return true;
  const named = /^\p{Lu}/u.test(before) && !OPENING.test(before) && !/[’']s?$/.test(before);
  return isChanger(before) || isChanger(after) || named;
}

/** "Sales of packaging machinery", "emissions of our suppliers": the measure of something else than who speaks. */
function isOfAnother(after: string): boolean {
  const of = /^\s+of\s+(?<what>[^,.;]{2,60})/i.exec(after)?.groups?.what;
  if (of === undefined || /^\W*\d/.test(of)) return false;
  return (
    !OF_ITSELF.test(of) &&
    !OF_NAMED.test(of) &&
    !/^(?:(?:the|[A-Z]{1,3}[$€£]|[$€£¥])\s*)?[$€£¥]|^[A-Z]{3} ?\d/.test(of)
  );
}

const OF_ITSELF =
  /^(?:(?:about|around|approximately|nearly|almost|roughly|over|more than|less than|at least|up to|some|only|just|a (?:record|total)|an estimated|between|[$€£¥]|(?:usd|eur|gbp|chf|us|hk)\b)|(?:the |our |its |their )?(?:group|company|corporation|firm|business|entire|whole|goods|products?|services|continuing operations|operations)\b|(?:the )?(?:first|second|third|fourth|last|previous|prior|current|fiscal|financial|year|quarter|half|same)\b|(?:19|20)\d{2}\b|(?:fy|q[1-4]|h[12])\b)/iu;
/** "Sales of Acme rose": a name, and at once what became of it. */
const OF_NAMED =
  /^\p{Lu}[\p{L}.&-]+(?:\s\p{Lu}[\p{L}.&-]*)*\s+(?:was|were|is|are|rose|fell|grew|increased|decreased|reached|amounted|totall?ed|came|stood|in|for)\b/u;

const OPENING =
  /^(?:The|Our|Total|Net|Consolidated|Group|In|Annual|Its|Their|This|For|Overall|Global|While|As)$/;

interface MentionSaid extends Said {
  readonly mention: Mention;
}

/** "Outlook for FY2025", or the sentence before, says which year a plan is for. */
function periodAhead({ reading, span }: MentionSaid): Period | null {
  const before = parsePeriods(reading.text.slice(0, span.start)).at(-1)?.period ?? null;
  return before ?? periodOf(reading.section.at(-1) ?? '');
}

function valueOfSentence(said: MentionSaid, bound: Bound): Finding | null {
  const { question, context, reading, span, quote, mention } = said;
  const { metric } = mention;
  const owner = ownerOf(quote, mention);
  const segment = segmentIn([reading.section.at(-1) ?? '']);
  const { number, kind, sureness } = bound;
  if (kind === 'change' && !question.aspects.some(aspect => aspect === 'change' || aspect === 'trend'))
    return null;
  if (kind !== 'change' && !metric.dimensions.includes(number.dimension) && metric.dimensions.length > 0)
    return null;
  if (kind === 'change' && metric.dimensions.includes('percent') && number.dimension === 'percent')
    return null;
  const stated = bound.period?.period ?? (kind === 'projected' ? periodAhead(said) : null);
  const period = annualised(stated, metric.name, context.profile);
  const { start: _, end: __, high: ___, ...quantity } = number;
  const value: Value = {
    ...quantity,
    unit:
      ofEmissions({ dimension: quantity.dimension, unit: quantity.unit }, metric.phrases).unit ??
      quantity.unit,
    period,
    entity: owner === null ? (isOfTheWorld(metric.name) ? '' : context.profile.entity) : shortName(owner),
    metric: metric.name,
    qualifiers: [
      ...quantity.qualifiers,
      ...(segment === '' ? [] : [segment]),
      ...(kind === 'level' ? [] : [kind]),
    ],
    how: 'text',
    confidence: round2(
      reading.confidence *
        sureness *
        (period ? 1 : NO_PERIOD) *
        (metric.id.startsWith('own:') ? OWN_WORDS : 1),
    ),
  };
  const bearing = {
    where: 'text',
    partial: false,
    scope: segment === '' ? [] : [segment],
    period,
    entity: value.entity,
    unit: true,
    change: kind === 'change',
  } as const;
  const place = { reading, box: boxOfSpan(reading, span), quote };
  return valueFinding(question, context, { value, relevance: relevanceOf(question, bearing), place });
}
