import type { Finding } from '../domain/finding.ts';
import type { MetricRef, Question } from '../domain/question.ts';
import type { TextReading } from '../domain/reading.ts';
import type { Value } from '../domain/value.ts';
import { type NumberSpan, parseNumbers, parsePeriods } from '../lib/quantity/index.ts';
import { type Context, round2, type Said, valueFinding } from './draft.ts';
import { boxOfSpan } from './lines.ts';
import { splitSentences } from './sentences.ts';
import { isWholeSentence } from './worth-stating.ts';

const CUT = /\b(?:reduc\w*|cut(?:s|ting)?|lower\w*|decreas\w*|halv\w*)\b/i;
/** Words of which one must stand with a goal to emit less. */
export const EMISSIONS = /\b(?:emissions?|ghg|co2e?|carbon|scopes? \d)\b/i;
/** Done already, or a part of what was done: no goal. */
const DONE =
  /\b(?:(?:has|have|had|were|was) (?:already )?(?:been )?(?:reduced|cut|lowered|decreased)|we (?:have )?(?:reduced|cut|lowered)|decreased by|fell|achieved|overachieved|previously|between \d{4} and)\b/i;
const SCOPE =
  /\b(?<scopes>scopes? [123](?:(?:\s?(?:,|and|&|\+|\/)\s?)+(?:scope )?[123])*(?:\s\((?:market|location)-based\))?)|\b(?<words>own operations|supply chain|(?:entire |across (?:our|the) |from (?:its|our|the) )?value chain)\b/gi;
const SURENESS = 0.85;
const RELEVANCE = 0.9;

/** Goals to cut emissions, as sentences state them: how much, by when, of which scope. */
export function targetFindings(question: Question, context: Context, reading: TextReading): Finding[] {
  const metric = targetMetric(question);
  if (!metric) return [];
  return splitSentences(reading.text).flatMap(span => {
    const quote = reading.text.slice(span.start, span.end);
    if (!CUT.test(quote) || !EMISSIONS.test(`${quote} ${reading.section.at(-1) ?? ''}`)) return [];
    if (DONE.test(quote) || !isWholeSentence(quote, reading)) return [];
    return goalsIn(quote).map(goal => goalFinding({ question, context, reading, span, quote, metric }, goal));
  });
}

/** The metric that a question asks goals of; null where it asks for none. */
export function targetMetric({ aspects, metrics }: Question): MetricRef | null {
  if (!aspects.includes('target')) return null;
  const percent = metrics.filter(
    ({ dimensions, id }) => dimensions.includes('percent') && /target|reduc/.test(id),
  );
  return percent.find(({ id }) => id.includes('target')) ?? percent[0] ?? null;
}

interface Goal {
  readonly number: NumberSpan;
  readonly period: Value['period'];
  readonly scope: string;
}

/** A percentage counts with a year to come by: "by 42% by 2030 compared with 2020". */
function goalsIn(quote: string): readonly Goal[] {
  const periods = parsePeriods(quote);
  const scopes = [...quote.matchAll(SCOPE)];
  const percents = parseNumbers(quote).filter(({ unit, amount }) => unit === '%' && Math.abs(amount) <= 100);
  return percents.flatMap(number => {
    const due = periods.filter(({ lead, period }) => lead === 'by' && period.kind === 'year');
    const period = due.find(({ start }) => start >= number.end) ?? due.at(-1);
    const lead = quote.slice(Math.max(0, number.start - 24), number.start);
    if (!period || !/\b(?:by|of|a|to)\s+(?:at least |about |around |up to )?$/i.test(lead)) return [];
    const before = scopes.filter(match => match.index < number.start).at(-1);
    const scope = (before ?? (percents.length === 1 ? scopes[0] : undefined))?.[0] ?? '';
    return [
      {
        number: { ...number, amount: Math.abs(number.amount) },
        period: period.period,
        scope: scopeName(scope),
      },
    ];
  });
}

/** The first scope that a text names, as goals name it: "Scope 1 and 2"; '' where it names none. */
export function scopeIn(text: string): string {
  const [first] = text.matchAll(SCOPE);
  return first ? scopeName(first[0]) : '';
}

/** "Scope 1 and Scope 2 (market-based)" is "Scope 1 and 2 (market-based)". */
function scopeName(printed: string): string {
  const plain = printed
    .replace(/^(?:entire|across (?:our|the)|from (?:its|our|the))\s/i, '')
    .replace(/\s?[&+/]\s?/g, ' and ')
    .replace(/(?<=\d.*)\bscope (?=\d)/gi, '')
    .replace(/^scopes/i, 'scope');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

interface GoalSaid extends Said {
  readonly metric: MetricRef;
}

function goalFinding(said: GoalSaid, { number, period, scope }: Goal): Finding {
  const { question, context, reading, span, quote, metric } = said;
  const value: Value = {
    amount: number.amount,
    dimension: 'percent',
    unit: '%',
    scale: 1,
    period,
    entity: context.profile.entity,
    metric: metric.name,
    printed: number.printed,
    qualifiers: ['target', ...(scope === '' ? [] : [scope])],
    how: 'text',
    confidence: round2(reading.confidence * SURENESS),
  };
  const place = { reading, box: boxOfSpan(reading, span), quote };
  return valueFinding(question, context, { value, relevance: RELEVANCE, place });
}
