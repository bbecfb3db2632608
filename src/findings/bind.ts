import { type NumberSpan, type PeriodSpan, parseNumbers, parsePeriods } from '../lib/quantity/index.ts';
import type { Mention } from './clauses.ts';

/** A number that a sentence gives for a metric, with the period it is given for. */
export interface Bound {
  readonly number: NumberSpan;
  readonly period: PeriodSpan | null;
  readonly kind: 'level' | 'change' | 'target' | 'projected';
  /** 0 to 1: how plainly the words bind the number to the metric. */
  readonly sureness: number;
}

/** "Revenue was", "emissions of", "net sales increased 12% to": what may stand between a metric and its number. */
const LEVEL_LINK =
  /^[\s,]*(?:\([^)]*\)\s*)?(?:from continuing operations[\s,]+)?(?:(?:relat(?:ed|ing) to|for|in|during|of|as of|at|by) (?:the )?[^.;]{0,45}?[\s,]+)?(?:was|were|is|are|totall?ed|totall?ing|reached|amounted to|amounting to|stood at|came (?:in )?(?:at|to)|of|at|equall?ed|hit|accounted for|represented|to|:|grew to|rose to|fell to|increased to|decreased to|declined to|dropped to|improved to)[\s,]+(?:(?:a|an|the|only|just|already|approximately|about|around|nearly|almost|roughly|over|more than|some|at least|less than|up to|an estimated|a total of|a record|still)\s+)*$/i;
const MOVED_LINK =
  /\b(?:increas|decreas|grew|grown|ris|rose|fell|fall|declin|dropp|improv|reduc|climb|jump|gain|lower|down|up|higher|surg|slipp)\w*\b/i;
const CHANGE_LINK =
  /^[^.;]{0,60}?\b(?:increased|decreased|grew|rose|fell|declined|dropped|improved|was up|were up|was down|were down|gained|jumped|climbed|reduced|surged|slipped|up|down)(?:\s+(?:by|approximately|about|nearly|roughly|almost|more than|over|a further|another|an additional|\w+ly))*\s*$/i;
const REACHED_LINK =
  /\bto\s+(?:(?:approximately|about|around|nearly|almost|roughly|over|more than|a record|only|just)\s+)*$/i;
const AFTER_LINK = /^\s+(?:of|in|from)\s+(?:(?:the|our|total|annual|its|their|net|group|consolidated)\s+)*$/i;
const TARGET_WORDS = /\b(?:target|goal|aim|ambition|commit|pledg|net[- ]zero)/i;
const PLAN_WORDS =
  /(?<!(?:than|as) (?:was |is )?)\b(?:plan(?:s|ned)?|expects?|expected|anticipates?|anticipated|forecasts?|projects|projected|guidance|outlook|will)\b/i;
/** What has happened is a level, whatever else the sentence plans. */
const PAST = /\b(?:was|were|reached|amounted|totall?ed|came|stood)\b/i;

/** The numbers of a sentence that are a mention's; nearest clause only, "respectively" lists in order. */
export function bindNumbers(
  sentence: string,
  mention: Mention,
  others: readonly Mention[],
  year: number | null = null,
): readonly Bound[] {
  const numbers = parseNumbers(sentence);
  const periods = parsePeriods(sentence);
  const until = others.find(other => other.start > mention.end)?.start ?? sentence.length;
  const after = numbers.filter(number => number.start >= mention.end && number.start < until);
  const listed = bindList(sentence, mention, after, periods);
  if (listed.length > 0) return listed;
  const bound = after
    .slice(0, 3)
    .flatMap(number => bindOne({ sentence, year }, mention, number, periods) ?? []);
  const before = bindBefore({ sentence, year }, mention, numbers, periods);
  return before && bound.length === 0 ? [before] : bound;
}

/** "Operating income was $2.2 billion, $4.2 billion and $4.1 billion for 2015, 2016 and 2017." */
function bindList(
  sentence: string,
  mention: Mention,
  numbers: readonly NumberSpan[],
  periods: readonly PeriodSpan[],
): readonly Bound[] {
  const [first] = numbers;
  if (!first || numbers.length < 2) return [];
  const gap = sentence.slice(mention.end, first.start);
  const change = CHANGE_LINK.test(gap) && isRelative(first);
  if (!change && !LEVEL_LINK.test(gap)) return [];
  const run = runOf(sentence, numbers);
  const last = run.at(-1) as NumberSpan;
  const later = runOf(
    sentence,
    periods.filter(period => period.start >= last.end),
  );
  const earlier = runOf(
    sentence,
    periods.filter(period => period.end <= first.start),
  );
  const matching = [later, earlier].find(list => list.length === run.length);
  if (run.length < 2 || !matching) return [];
  return run.map((number, i) => ({
    number: change ? signed(gap, number) : number,
    period: matching[i] ?? null,
    kind: change ? 'change' : 'level',
    sureness: 0.95,
  }));
}

/** Spans joined by nothing but commas and "and", from the first on. */
function runOf<T extends { readonly start: number; readonly end: number }>(
  sentence: string,
  spans: readonly T[],
): readonly T[] {
  const run: T[] = [];
  for (const span of spans) {
    const last = run.at(-1);
    if (last && !/^[\s,;]*(?:and|or|&)?[\s,]*$/.test(sentence.slice(last.end, span.start))) break;
    run.push(span);
  }
  return run;
}

/** A sentence of a document of a year. */
interface Said {
  readonly sentence: string;
  readonly year: number | null;
}

function bindOne(
  { sentence, year }: Said,
  mention: Mention,
  number: NumberSpan,
  periods: readonly PeriodSpan[],
): Bound | null {
  const gap = sentence.slice(mention.end, number.start);
  if (gap.length > 110 || /[;]|\.\s/.test(gap)) return null;
  const period = periodFor(sentence, number, periods);
  if (LEVEL_LINK.test(gap))
    return { number, period, kind: stanceOf(sentence, gap, period, year), sureness: 0.9 };
  if (MOVED_LINK.test(gap) && REACHED_LINK.test(gap))
    return { number, period, kind: 'level', sureness: 0.85 };
  if (CHANGE_LINK.test(gap) && isRelative(number))
    return { number: signed(gap, number), period, kind: 'change', sureness: 0.8 };
  return null;
}

/** "$33 billion of capital expenditure", "$5.2 billion in revenue". */
function bindBefore(
  { sentence, year }: Said,
  mention: Mention,
  numbers: readonly NumberSpan[],
  periods: readonly PeriodSpan[],
): Bound | null {
  const number = numbers.filter(span => span.end <= mention.start).at(-1);
  if (!number || isRelative(number) || !AFTER_LINK.test(sentence.slice(number.end, mention.start)))
    return null;
  const lead = sentence.slice(Math.max(0, number.start - 20), number.start);
  if (/\b(?:by|increase of|decrease of|decline of)\s*$/i.test(lead)) return null;
  const period = periodFor(sentence, number, periods);
  return {
    number,
    period,
    kind: stanceOf(sentence, '', period, year),
    sureness: 0.75,
  };
}

function isRelative({ dimension }: NumberSpan): boolean {
  return dimension === 'percent' || dimension === 'points';
}

function signed(gap: string, number: NumberSpan): NumberSpan {
  const down = /\b(?:decreas|declin|fell|dropp|down|reduc|lower|slipp|shrank)\w*\b[^.;]*$/i.test(gap);
  return down && number.amount > 0 ? { ...number, amount: -number.amount } : number;
}

/** A number for a year to come, or for none, is a goal or a plan where the sentence speaks of one. */
function stanceOf(
  sentence: string,
  gap: string,
  period: PeriodSpan | null,
  year: number | null,
): Bound['kind'] {
  const ahead = period !== null && (period.lead === 'by' || (year !== null && period.period.year > year));
  if (!ahead && (period !== null || PAST.test(gap))) return 'level';
  if (TARGET_WORDS.test(sentence)) return 'target';
  if (PLAN_WORDS.test(sentence)) return 'projected';
  return ahead && period?.lead === 'by' ? 'target' : 'level';
}

/** The period right after the number, else the one that opens the sentence or stands nearest before it. */
function periodFor(sentence: string, number: NumberSpan, periods: readonly PeriodSpan[]): PeriodSpan | null {
  const next = periods.find(period => period.start >= number.end);
  if (next && next.start - number.end <= 28 && !BREAK.test(sentence.slice(number.end, next.start)))
    return next;
  const before = periods.filter(period => period.end <= number.start && !COMPARED.has(period.lead));
  if (before.length > 0) return before.at(-1) ?? null;
  const near = next && next.start - number.end <= 60 && !BREAK.test(sentence.slice(number.end, next.start));
  return near && !COMPARED.has(next.lead) ? next : null;
}

const BREAK = /\b(?:from|compared|versus|vs|than|and|while|up|down|since)\b|[;(]/i;
const COMPARED = new Set([
  'since',
  'from',
  'than in',
  'compared with',
  'compared to',
  'vs',
  'vs.',
  'versus',
  'before',
]);
