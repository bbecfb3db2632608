import type { Finding } from '../../domain/finding.ts';
import type { Insight } from '../../domain/insight.ts';
import { valueInBase } from '../../lib/quantity/index.ts';
import { movement } from './movement.ts';
import { periodName, pick, plainAmount, subject, type Valued, wasWere, when } from './phrases.ts';

type Trend = Extract<Insight, { kind: 'trend' }>;

/** A series of three periods or more in one sentence: where it began, where it turned, where it is. */
export function wordTrend(trend: Trend, form: 'sentence' | 'title'): string {
  const { from, to } = trend;
  if (!hasValue(from) || !hasValue(to)) return to.claim;
  return SHAPES[trend.shape](trend, from, to, form);
}

type Shape = (trend: Trend, from: Valued, to: Valued, form: 'sentence' | 'title') => string;

const SHAPES: Readonly<Record<Trend['shape'], Shape>> = {
  rise: steady,
  fall: steady,
  flat: (_, from, to) =>
    `${subject(to.value)} held steady, at ${plainAmount(from.value)}${when(from.value.period)} and ${plainAmount(to.value)}${when(to.value.period)}`,
  peak: (trend, from, to, form) =>
    turning(trend, [from, to], form, { verb: 'peaked', noun: 'peak', go: 'rose', after: 'fell' }),
  trough: (trend, from, to, form) =>
    turning(trend, [from, to], form, { verb: 'bottomed out', noun: 'low', go: 'fell', after: 'recovered' }),
  mixed,
};

function steady({ series, shape }: Trend, from: Valued, to: Valued, form: 'sentence' | 'title'): string {
  const { words, tail } = movement(from, to);
  const name = subject(to.value);
  const span = `${plainAmount(from.value)}${when(from.value.period)} to ${plainAmount(to.value)}${when(to.value.period)}`;
  if (form === 'title') return `${name} ${words} to ${plainAmount(to.value)} from ${range(from, to)}`;
  const every = yearly(series.findings) ? pick(['each year', 'every year'], [from, to]) : 'throughout';
  return pick(
    [
      `${name} ${shape === 'rise' ? 'rose' : 'fell'} ${every}, from ${span} (${tail})`,
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

function turning(
  { turn }: Trend,
  [from, to]: readonly [Valued, Valued],
  form: 'sentence' | 'title',
  words: TurnWords,
): string {
  if (!turn || !hasValue(turn)) return steady0(from, to);
  const name = subject(to.value);
  const top = `${plainAmount(turn.value)}${when(turn.value.period)}`;
  const end = `${plainAmount(to.value)}${when(to.value.period)}`;
  if (form === 'title') return `${name} ${words.verb} at ${top} and ${wasWere(to.value)} ${end}`;
  return pick(
    [
      `${name} ${words.go} from ${plainAmount(from.value)}${when(from.value.period)} to a ${words.noun} of ${top}, then ${words.after} to ${end}`,
      `${name} ${words.verb} at ${top}, after ${plainAmount(from.value)}${when(from.value.period)}, and ${words.after} to ${end}`,
    ],
    [from, turn, to],
  );
}

function mixed({ series }: Trend, from: Valued, to: Valued, form: 'sentence' | 'title'): string {
  const values = series.findings.filter(hasValue);
  const sorted = [...values].sort((a, b) => valueInBase(a.value) - valueInBase(b.value));
  const [low, high] = [sorted[0] ?? from, sorted.at(-1) ?? to];
  const name = subject(to.value);
  const { words, direction } = movement(from, to);
  if (direction !== 'flat' && isMainly(from, to, low, high)) {
    if (form === 'title') return `${name} ${words} to ${plainAmount(to.value)} from ${range(from, to)}`;
    const span = `from ${plainAmount(from.value)}${when(from.value.period)} to ${plainAmount(to.value)}${when(to.value.period)}`;
    return `${name} ${words}, ${span}, though not in a straight line`;
  }
  if (form === 'title')
    return `${name} swung between ${plainAmount(low.value)} and ${plainAmount(high.value)}, ending at ${plainAmount(to.value)}${when(to.value.period)}`;
  const between = `between ${plainAmount(low.value)}${inside(low)} and ${plainAmount(high.value)}${inside(high)}`;
  if (direction === 'flat')
    return `${name} moved up and down ${between}, and ended where it began, at ${plainAmount(to.value)}${when(to.value.period)}`;
  return `${name} moved up and down ${between}; from ${range(from, to)} it ${words} to ${plainAmount(to.value)}`;
}

/** Whether the way from first to last makes up most of the ups and downs. */
function isMainly(from: Valued, to: Valued, low: Valued, high: Valued): boolean {
  const [a, b, bottom, top] = [from, to, low, high].map(({ value }) => valueInBase(value)) as [
    number,
    number,
    number,
    number,
  ];
  return Math.abs(b - a) >= 0.6 * (top - bottom);
}

function steady0(from: Valued, to: Valued): string {
  return `${subject(to.value)} ${movement(from, to).words} to ${plainAmount(to.value)}${when(to.value.period)}`;
}

function inside(finding: Valued): string {
  return finding.value.period ? ` (${periodName(finding.value.period)})` : '';
}

/** "2015 to 2019", with "fiscal" said once. */
function range(from: Valued, to: Valued): string {
  const [a, b] = [from.value.period, to.value.period];
  if (!a || !b) return 'the first to the last';
  const last = periodName(b);
  return `${periodName(a)} to ${/^fiscal/.test(periodName(a)) ? last.replace(/^fiscal /, '') : last}`;
}

function yearly(findings: readonly Finding[]): boolean {
  const years = findings.map(finding => finding.value?.period);
  return years.every((p, i) => p?.kind === 'year' && (i === 0 || p.year === (years[i - 1]?.year ?? 0) + 1));
}

function hasValue(finding: Finding): finding is Valued {
  return finding.value !== null;
}
