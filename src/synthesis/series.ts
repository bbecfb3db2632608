import type { Finding } from '../domain/finding.ts';
import type { Series } from '../domain/insight.ts';
import type { Question } from '../domain/question.ts';
import type { Value } from '../domain/value.ts';
import { groupBy } from '../lib/group.ts';
import { isMeasured, isUnitStated, scopeOf } from '../lib/qualifiers.ts';
import { baseUnit, comparePeriods, periodKey, valueInBase } from '../lib/quantity/index.ts';

/** A finding that has a value. */
export type Valued = Finding & { readonly value: Value };

/** A series with how much it says about its question, about 0 to 2. */
export interface WeighedSeries extends Series {
  readonly findings: readonly Valued[];
  readonly strength: number;
}

/** Findings of one question as series, strongest first: one metric of one entity in one unit, one value a period. */
export function seriesOf(question: Question, findings: readonly Finding[]): readonly WeighedSeries[] {
  const valued = findings.filter(isValued).filter(({ value }) => isMeasured(value) && isTellable(value));
  const timely = valued.filter(finding => isTimely(question, finding, valued));
  const stated = timely.filter(({ value }) => isUnitStated(value));
  const told = stated.length > 0 ? stated : timely;
  return [...groupBy(plausible(told), seriesKey).values()]
    .map(group => toSeries(question, group))
    .sort(
      (a, b) => b.strength - a.strength || (seriesKey(a.findings[0]!) < seriesKey(b.findings[0]!) ? -1 : 1),
    );
}

export function isValued(finding: Finding): finding is Valued {
  return finding.value !== null;
}

/** How much a single finding says: relevance and confidence, and whether others bear it out. */
export function strengthOf({ relevance, confidence, evidence, value }: Finding): number {
  const borneOut = Math.min(evidence.length - 1, 4) * 0.03;
  const unit = value === null || isUnitStated(value) ? 1 : 0.6;
  return (relevance * (0.4 + 0.6 * confidence) + borneOut) * unit;
}

function seriesKey({ value }: Valued): string {
  const { metric, entity, dimension, unit, currency = '', period } = value;
  const scale = dimension === 'percent' || dimension === 'points' ? dimension : baseUnit(unit);
  const kind = period === null ? 'none' : period.kind;
  return [metric, entity, scopeOf(value).join('+'), dimension, scale, currency, kind].join('|').toLowerCase();
}

/** A part can't be larger than its whole: a total that several of its parts outgrow was misread, and isn't told. */
function plausible(findings: readonly Valued[]): readonly Valued[] {
  const parts = findings.filter(({ value }) => scopeOf(value).length > 0);
  return findings.filter(({ value: whole }) => {
    if (scopeOf(whole).length > 0 || whole.dimension === 'percent') return true;
    const own = parts.filter(
      ({ value }) =>
        value.metric === whole.metric &&
        value.entity === whole.entity &&
        baseUnit(value.unit) === baseUnit(whole.unit) &&
        periodKey(value.period) === periodKey(whole.period),
    );
    const sizes = own.map(({ value }) => valueInBase(value));
    return (
      sizes.length < LEAST_PARTS ||
      sizes.some(size => size < 0) ||
      Math.max(...sizes) <= valueInBase(whole) * 1.5
    );
  });
}

const LEAST_PARTS = 3;
/** What a value without a period loses beside those that have one. */
const UNDATED = 0.3;

/** Columns that restate a measure under another assumption, and labels that no sentence can carry. */
const ASIDE =
  /exchange[- ]rate|prior (?:year |period )?rates|constant currency|shares used|pro forma|eliminations?|unallocated|weighted|base year|fiscal year|\beffects?\b|\bas reported\b|[()]/iu;
const LONGEST_SCOPE = 48;

function isTellable(value: Value): boolean {
  const scope = scopeOf(value).join(', ');
  return scope.length <= LONGEST_SCOPE && !ASIDE.test(scope);
}

function toSeries(question: Question, group: readonly Valued[]): WeighedSeries {
  const perPeriod = [...groupBy(group, ({ value }) => periodKey(value.period)).values()].map(best);
  const findings = perPeriod.sort((a, b) => comparePeriods(a.value.period, b.value.period));
  const { metric, entity } = findings[0]!.value;
  const scope = scopeOf(findings[0]!.value).join(', ');
  return {
    metric,
    entity,
    scope,
    findings,
    strength: seriesStrength(question, findings, scope),
  };
}

/** Of several values of one period, the one that says most; the others are disagreements, told elsewhere. */
function best(findings: readonly Valued[]): Valued {
  return [...findings].sort(
    (a, b) =>
      Number(a.status === 'contested') - Number(b.status === 'contested') ||
      strengthOf(b) - strengthOf(a) ||
      (a.id < b.id ? -1 : 1),
  )[0]!;
}

/** Beside yearly values of the same measure, quarters and months only matter where they were asked for. */
function isTimely({ periods, by }: Question, { value }: Valued, all: readonly Valued[]): boolean {
  const { period, metric, entity } = value;
  if (period === null || !['quarter', 'half', 'month'].includes(period.kind)) return true;
  if (periods.some(asked => asked.kind === period.kind) || by.includes(period.kind)) return true;
  return !all.some(
    other =>
      other.value.period?.kind === 'year' && other.value.metric === metric && other.value.entity === entity,
  );
}

function seriesStrength({ metrics, entities }: Question, findings: readonly Valued[], scope: string): number {
  const top = findings
    .map(strengthOf)
    .sort((a, b) => b - a)
    .slice(0, 3);
  const mean = top.reduce((sum, n) => sum + n, 0) / top.length;
  const { metric, entity } = findings[0]!.value;
  const asked = entities.some(name => entity.toLowerCase().includes(name.toLowerCase()));
  const order = metrics.findIndex(ref => ref.name === metric);
  return (
    mean +
    0.05 * Math.min(findings.length, 6) +
    (scope === '' ? 0.15 : 0) +
    (asked ? 0.1 : 0) -
    (findings[0]!.value.period === null ? UNDATED : 0) -
    (order > 0 ? 0.02 * Math.min(order, 5) : 0)
  );
}
