import type { Finding } from '../../domain/finding.ts';
import type { Insight } from '../../domain/insight.ts';
import { valueInBase } from '../../lib/quantity/index.ts';
import { movedTo, movement } from './movement.ts';
import {
  hasValue,
  periodName,
  periodRange,
  pick,
  plainAmount,
  subject,
  type Valued,
  valuesListed,
  wasWere,
  when,
} from './phrases.ts';

type Trend = Extract<Insight, { kind: 'trend' }>;
type Form = 'sentence' | 'title';
type Ends = readonly [from: Valued, to: Valued];

/** So few values are told one by one. */
const LISTED = 4;

/** A series of three periods or more in one sentence: where it began, where it turned, where it is. */
export function wordTrend(trend: Trend, form: Form): string {
  const { from, to } = trend;
  if (!hasValue(from) || !hasValue(to)) return to.claim;
  return SHAPES[trend.shape](trend, [from, to], form);
}

const SHAPES: Readonly<Record<Trend['shape'], (trend: Trend, ends: Ends, form: Form) => string>> = {
  rise: steady,
  fall: steady,
  flat: level,
  peak: (trend, ends, form) =>
    turning(trend, ends, form, { verb: 'peaked', noun: 'peak', go: 'rose', after: 'fell' }),
  trough: (trend, ends, form) =>
    turning(trend, ends, form, { verb: 'bottomed out', noun: 'low', go: 'fell', after: 'recovered' }),
  mixed,
};

function level(_: Trend, [from, to]: Ends, form: Form): string {
  const name = subject(to.value);
  if (form === 'title')
    return `${name} held steady at ${plainAmount(to.value)} from ${periodRange(from, to)}`;
  return `${name} held steady, at ${placed(from)} and ${placed(to)}`;
}

function steady({ series, shape }: Trend, [from, to]: Ends, form: Form): string {
  const move = movement(from, to);
  const { words, tail } = move;
  const name = subject(to.value);
  if (form === 'title') return overSpan(name, move, [from, to]);
  const every = yearly(series.findings) ? pick(['each year', 'every year'], [from, to]) : 'throughout';
  const verb = shape === 'rise' ? 'rose' : 'fell';
  const values = series.findings.filter(hasValue);
  if (values.length <= LISTED) return `${name} ${verb} ${every}: ${valuesListed(values)} (${tail})`;
  const span = `${placed(from)} to ${placed(to)}`;
  if (move.direction === 'flat') return `${name} ${words}, from ${span}`;
  return pick(
    [
      `${name} ${verb} ${every}, from ${span} (${tail})`,
      `${name} ${words} from ${span}, ${shape === 'rise' ? 'rising' : 'falling'} ${every}`,
    ],
    [from, to],
  );
}

interface TurnWords {
  readonly verb: string;
  readonly noun: string;
  readonly go: string;
  readonly after: string;
}

function turning({ turn }: Trend, [from, to]: Ends, form: Form, words: TurnWords): string {
  const name = subject(to.value);
  if (!turn || !hasValue(turn)) return overSpan(name, movement(from, to), [from, to]);
  if (form === 'title')
    return `${name} ${words.verb} at ${placed(turn)} and ${wasWere(to.value)} ${placed(to)}`;
  return pick(
    [
      `${name} ${words.go} from ${placed(from)} to a ${words.noun} of ${placed(turn)}, then ${words.after} to ${placed(to)}`,
      `${name} ${words.verb} at ${placed(turn)}, after ${placed(from)}, and ${words.after} to ${placed(to)}`,
    ],
    [from, turn, to],
  );
}

/** Ups and downs: the whole way first, then what lay between. */
function mixed({ series }: Trend, ends: Ends, form: Form): string {
  const [from, to] = ends;
  const values = series.findings.filter(hasValue);
  const name = subject(to.value);
  const move = movement(from, to);
  const isFlat = move.direction === 'flat';
  if (form === 'title') return isFlat ? returned(values, ends) : overSpan(name, move, ends);
  const it = wasWere(to.value) === 'was' ? 'it' : 'they';
  if (values.length <= LISTED)
    return `${name} ${wasWere(to.value)} ${valuesListed(values)}${isFlat ? '' : `; in all ${it} ${move.words}`}`;
  const way = `${placed(from)} ${isFlat ? 'and' : 'to'} ${placed(to)}`;
  if (!isFlat && isMainly(values, ends))
    return `${name} ${move.words}, from ${way}, though not in a straight line`;
  const between = extremes(values, ends).map(
    ({ kind, at }) => `${kind} of ${plainAmount(at.value)}${inside(at)}`,
  );
  const tail = between.length === 0 ? '' : `, with ${between.join(' and ')} in between`;
  return isFlat
    ? `${name} ended where ${it} began, at ${way}${tail}`
    : `${name} ${move.words}, from ${way}${tail}`;
}

function returned(values: readonly Valued[], ends: Ends): string {
  const [, to] = ends;
  const [turn] = extremes(values, ends);
  return `${subject(to.value)} returned to ${placed(to)}${turn ? ` after ${turn.kind} of ${placed(turn.at)}` : ''}`;
}

/** Low and high, where they aren't where the series begins or ends. */
function extremes(values: readonly Valued[], ends: Ends) {
  const [low, high] = lowAndHigh(values);
  return [
    { kind: 'a low', at: low },
    { kind: 'a high', at: high },
  ].filter(({ at }) => !ends.some(end => valueInBase(end.value) === valueInBase(at.value)));
}

function lowAndHigh(values: readonly Valued[]): readonly [low: Valued, high: Valued] {
  const sorted = [...values].sort((a, b) => valueInBase(a.value) - valueInBase(b.value));
  return [sorted[0]!, sorted.at(-1)!];
}

/** Whether the way from first to last makes up most of the ups and downs. */
function isMainly(values: readonly Valued[], [from, to]: Ends): boolean {
  const size = (finding: Valued) => valueInBase(finding.value);
  const [low, high] = lowAndHigh(values);
  return Math.abs(size(to) - size(from)) >= 0.6 * (size(high) - size(low));
}

/** "rose 37% from fiscal 2020 to 2024, to £3.63 billion". */
function overSpan(name: string, move: ReturnType<typeof movement>, [from, to]: Ends): string {
  if (move.direction === 'flat')
    return `${name} ${movedTo(move, plainAmount(to.value))} from ${periodRange(from, to)}`;
  return `${name} ${move.words} from ${periodRange(from, to)}, to ${plainAmount(to.value)}`;
}

/** "$5 billion in 2017". */
function placed({ value }: Valued): string {
  return `${plainAmount(value)}${when(value.period)}`;
}

function inside(finding: Valued): string {
  return finding.value.period ? ` (${periodName(finding.value.period)})` : '';
}

function yearly(findings: readonly Finding[]): boolean {
  const years = findings.map(finding => finding.value?.period);
  return years.every((p, i) => p?.kind === 'year' && (i === 0 || p.year === (years[i - 1]?.year ?? 0) + 1));
}
