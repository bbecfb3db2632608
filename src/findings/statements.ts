import type { Finding } from '../domain/finding.ts';
import type { MetricRef, Question } from '../domain/question.ts';
import type { TextReading } from '../domain/reading.ts';
import { parseNumbers } from '../lib/quantity/index.ts';
import { isPartOf, mentionsIn } from './clauses.ts';
import { cleanClaim } from './clean-claim.ts';
import { type Context, statementFinding } from './draft.ts';
import { phraseStems } from './labels.ts';
import { boxOfSpan } from './lines.ts';
import { segmentIn } from './segment.ts';
import { type SentenceSpan, splitSentences } from './sentences.ts';
import { indexOfPhrase, stems } from './words.ts';
import { isWorthStating, leansOnContext } from './worth-stating.ts';

/** Below this a sentence only shares words with the question. */
const LEAST_RELEVANCE = 0.35;
const MOST_PER_PAGE = 8;

/** Share of the two weightiest terms' weight that makes a sentence wholly to the point. */
const ENOUGH = 0.8;

/** How much each trait of a sentence counts; terms carry most, the rest tells a telling sentence from a passing one. */
const WEIGHTS = {
  terms: 0.55,
  heading: 0.08,
  number: 0.1,
  twoNumbers: 0.06,
  change: 0.06,
  measuredChange: 0.18,
  cause: 0.18,
  target: 0.18,
  entity: 0.05,
  early: 0.04,
  group: -0.12,
} as const;

const CHANGE =
  /\b(?:increas|decreas|rose|risen|rising|rise|fell|fallen|falling|grew|grown|growth|declin|drop|improv|worsen|up from|down from|higher than|lower than|more than|less than|double|halve|tripl|surge|slip|gain|lost|jump|climb|ticked|narrow|widen|steady|stable|unchanged|little changed|no change|flat|compared (?:with|to)|reduc|expand|shr[ai]nk|chang|rebound|recover|plummet|plung|since (?:19|20)\d{2}|than in (?:19|20)\d{2}|point)/i;
/** A change with its measure or its time: what a question about change asks for. */
const MEASURED_CHANGE =
  /\b(?:(?:up|down|increase|decrease|rise|drop|decline|gain|fall) (?:of |by )?(?:about |nearly |roughly |some |fully )?\$?\d|(?:up|down|risen|fallen|increased|decreased|declined|dropped|grown|rose|fell|grew) (?:\w+ ){0,3}(?:from|by|to|since)\b|\d+[- ](?:percentage )?points?\b|(?:little|largely|essentially|mostly) (?:changed|unchanged|flat)|unchanged|remained (?:\w+ )?(?:steady|stable|flat)|ticked (?:up|down)|(?:has|have) (?:\w+ )?(?:risen|fallen|increased|decreased|declined|dropped|improved|worsened|grown|become|rebounded)|\d+% (?:now|today|then)\b|more (?:\w+ ){1,3}now than|compared (?:with|to) \d)/i;
/** Reports open with what matters most. */
const EARLY_PAGES = 8;
/** A part of those asked or counted: what holds for all comes first. */
const GROUP =
  /^(?:\S+ ){0,2}(?:among|within|for those|by contrast|of those)\b|\b(?:subgroups?|conservative|liberal|moderate|gender gap|ages? \d\d)\b/i;

const CAUSE =
  /\b(?:because|due (?:primarily |mainly |largely )?to|driven (?:primarily |mainly |largely )?by|primarily (?:due|reflect|attributable|from|because|related)|as a (?:result|consequence) of|result(?:ed|ing)? (?:from|in)|attribut(?:able|ed) to|reflect(?:s|ed|ing)?|owing to|thanks to|caused by|led to|on account of|offset by|explain)/i;
const TARGET =
  /\b(?:targets?|goals?|aims?|aim(?:ing)? (?:to|for)|commit(?:s|ted|ment)?|pledg|ambition|net[- ]zero|carbon[- ]neutral|climate[- ]neutral|by (?:fiscal )?(?:20[2-9]\d)|objective|plans? to|intend|expect(?:s|ed)? to|on track|science[- ]based|roadmap)\b/i;

/** The sentences of a page that bear most on a question, as claims that stand by themselves. */
export function statementFindings(
  question: Question,
  context: Context,
  readings: readonly TextReading[],
): Finding[] {
  const wanted = wantedTerms(question);
  if (wanted.length === 0) return [];
  const found = readings.flatMap(reading =>
    splitSentences(reading.text).flatMap(
      span => statementOf({ question, context, reading, span, wanted }) ?? [],
    ),
  );
  return found.sort((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1)).slice(0, MOST_PER_PAGE);
}

interface Wanted {
  readonly stems: readonly string[];
  readonly weight: number;
}

interface Candidate {
  readonly question: Question;
  readonly context: Context;
  readonly reading: TextReading;
  readonly span: SentenceSpan;
  readonly wanted: readonly Wanted[];
}

function statementOf({ question, context, reading, span, wanted }: Candidate): Finding | null {
  const quote = reading.text.slice(span.start, span.end);
  if (!isWorthStating(quote, reading)) return null;
  const terms = termShare(stems(quote), wanted);
  if (terms === 0) return null;
  const segment = segmentIn([reading.section.at(-1) ?? '']);
  const plain = cleanClaim(quote);
  const claim = segment === '' || plain.includes(segment) ? plain : `${segment}: ${plain}`;
  const aside = isAside(quote, question.metrics) ? ASIDE : 1;
  const lean = { not: 1, some: 0.85, much: 0.5 }[leansOnContext(plain)];
  const relevance = lean * aside * methodFactor(quote) * bearing(quote, terms, { question, reading, wanted });
  if (relevance < LEAST_RELEVANCE) return null;
  const place = { reading, box: boxOfSpan(reading, span), quote };
  return statementFinding(question, context, {
    claim,
    relevance,
    confidence: 0.9 * reading.confidence,
    place,
  });
}

function bearing(
  quote: string,
  terms: number,
  { question, reading, wanted }: { question: Question; reading: TextReading; wanted: readonly Wanted[] },
): number {
  const { aspects, entities } = question;
  const numbers = parseNumbers(quote);
  const has = (...some: readonly string[]) => aspects.some(aspect => some.includes(aspect));
  const movement = has('change', 'trend', 'comparison') || aspects.length === 0;
  const traits = [
    termShare(stems(reading.section.join(' ')), wanted) > 0 ? WEIGHTS.heading : 0,
    numbers.length > 0 ? WEIGHTS.number : 0,
    numbers.length > 1 ? WEIGHTS.twoNumbers : 0,
    CHANGE.test(quote) && movement ? WEIGHTS.change : 0,
    MEASURED_CHANGE.test(quote) && movement ? WEIGHTS.measuredChange : 0,
    CAUSE.test(quote) && has('cause', 'change', 'trend') ? WEIGHTS.cause * (has('cause') ? 1 : 0.4) : 0,
    TARGET.test(quote) && has('target') ? WEIGHTS.target : 0,
    entities.some(name => quote.includes(name)) ? WEIGHTS.entity : 0,
    reading.page <= EARLY_PAGES ? WEIGHTS.early : 0,
    GROUP.test(quote) ? WEIGHTS.group : 0,
  ];
  return WEIGHTS.terms * terms + traits.reduce((sum, trait) => sum + trait, 0);
}

/** What a question looks for: its terms, its metrics' phrases; a metric counts once, whichever phrase says it. */
function wantedTerms({ terms, metrics }: Question): readonly Wanted[] {
  const words = terms.map(({ term, weight }) => ({ stems: phraseStems(term), weight }));
  const names = metrics.flatMap(metric =>
    metric.phrases.map(phrase => ({ stems: phraseStems(phrase), weight: 1.5 })),
  );
  return [...words, ...names].filter(({ stems: wanted }) => wanted.length > 0);
}

/**
 * 0 to 1: the weight of the different things found against that of the two weightiest, because a sentence that
 * holds two of many terms is already to the point.
 */
function termShare(sentence: readonly string[], wanted: readonly Wanted[]): number {
  const weights = wanted.map(({ weight }) => weight).sort((a, b) => b - a);
  const enough = ENOUGH * ((weights[0] ?? 0) + (weights[1] ?? 0));
  if (enough === 0) return 0;
  const places = new Map<number, number>();
  for (const { stems: phrase, weight } of wanted) {
    const at = indexOfPhrase(sentence, phrase);
    if (at >= 0) places.set(at, Math.max(places.get(at) ?? 0, weight));
  }
  const found = [...places.values()].reduce((sum, weight) => sum + weight, 0);
  return Math.min(1, found / enough);
}

/** What is left of a sentence that only measures something else against the metric asked about. */
const ASIDE = 0.55;
/** Characters within which a sentence about a sum names it. */
const SUBJECT_WITHIN = 80;

/** "As a percentage of net sales, gross profit rose" is not about net sales. */
function isAside(quote: string, metrics: readonly MetricRef[]): boolean {
  if (metrics.length === 0) return false;
  const open = metrics.map(metric => ({ ...metric, not: [] }));
  const named = mentionsIn(quote, open);
  const own = mentionsIn(quote, metrics).filter(mention => !isPartOf(quote, mention));
  const late =
    metrics.some(({ dimensions }) => dimensions.includes('money')) && (own[0]?.start ?? 0) > SUBJECT_WITHIN;
  return (
    named.length > 0 && (own.length === 0 || late || /^as an? (?:percent(?:age)?|share) of\b/i.test(quote))
  );
}

/** How a study was made, or where a report says what, is not what was found. */
function methodFactor(quote: string): number {
  return /margin of (?:sampling )?error|(?:telephone|online) (?:survey|interviews?)|sample of|interviews? (?:were|was) conducted|weighted to|respondents? were|question wording|national(?:ly)? representative|survey,? conducted|methodology|is (?:a )?(?:summary|based on)|error attributable|(?:is|are) (?:discussed|described|presented|shown|provided|summari[sz]ed|set out|detailed) (?:in|below|above|on)|(?:following|next) (?:chapter|section|table|pages?)|(?:table|figure|chart|graph) below|\d\d% (?:level of )?confidence|confidence level/i.test(
    quote,
  )
    ? 0.6
    : 1;
}
