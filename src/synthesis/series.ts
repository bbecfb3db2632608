import type { Finding } from '../domain/finding.ts';
import type { Series } from '../domain/insight.ts';
import type { Question } from '../domain/question.ts';
import type { Value } from '../domain/value.ts';
import { groupBy } from '../lib/group.ts';
import { isUnitStated, scopeOf } from '../lib/qualifiers.ts';
import { baseUnit, comparePeriods, periodKey, valueInBase } from '../lib/quantity/index.ts';
import { sift } from './sift.ts';

/** A finding that has a value. */
export type Valued = Finding & { readonly value: Value };

/** A series with how much it says about its question, about 0 to 2. */
export interface WeighedSeries extends Series {
  readonly findings: readonly Valued[];
  readonly strength: number;
}

/** Findings of one question as series, strongest first: one metric of one entity in one unit, one value a period. */
export function seriesOf(question: Question, findings: readonly Finding[]): readonly WeighedSeries[] {
  return [...groupBy(sift(question, findings.filter(isValued)), seriesKey).values()]
    .map(group => toSeries(question, group))
    .filter((one, _, all) => !isVariant(one, all))
    .map((one, _, all) => (isNobodys(one, all) ? { ...one, strength: one.strength - NOBODYS } : one))
    .sort(
      (a, b) => b.strength - a.strength || (seriesKey(a.findings[0]!) < seriesKey(b.findings[0]!) ? -1 : 1),
    );
}

/** "Adjusted" or "organic" beside the plain measure would tell the same thing twice, differently. */
function isVariant({ scope, metric, entity }: WeighedSeries, all: readonly WeighedSeries[]): boolean {
  return (
    VARIANT.test(scope) && all.some(one => one.scope === '' && one.metric === metric && one.entity === entity)
  );
}

const VARIANT =
  /\b(?:adjusted|adjustments?|non[- ]gaap|underlying|organic|like[- ]for[- ]like|comparable|normali[sz]ed|excluding)\b/iu;

/** What a value that names nobody loses where others of its measure say whose they are. */
const NOBODYS = 0.4;

function isNobodys({ entity, metric, findings }: WeighedSeries, all: readonly WeighedSeries[]): boolean {
  const isGroup = findings[0]?.value.how === 'point' && scopeOf(findings[0].value).length > 0;
  const isComputed = findings[0]?.derivation !== undefined;
  return (
    entity === '' &&
    !isGroup &&
    !isComputed &&
    all.some(other => other.entity !== '' && other.metric === metric)
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

/** What a cell gains that says nearly all of the question by its own labels. */
const LOOKED_UP = 0.25;

function isLookedUp([first]: readonly Valued[]): boolean {
  return first !== undefined && first.derivation === undefined && first.relevance >= 0.9;
}

/** What a value without a period loses beside those that have one. */
const UNDATED = 0.3;

function toSeries(question: Question, group: readonly Valued[]): WeighedSeries {
  const perPeriod = [...groupBy(group, ({ value }) => periodKey(value.period)).values()].map(best);
  const inOrder = perPeriod.sort((a, b) => comparePeriods(a.value.period, b.value.period));
  const findings = inOneCalendar(alike(question, inOrder));
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

/** Quarters that nobody asked for are held against the same quarter of other years: within a year they say little. */
function alike({ periods, by }: Question, findings: readonly Valued[]): readonly Valued[] {
  const last = findings.at(-1)?.value.period;
  if (!last || !PARTS.has(last.kind) || by.includes(last.kind)) return findings;
  if (periods.some(({ kind }) => kind === last.kind)) return findings;
  return findings.filter(({ value }) => value.period?.part === last.part);
}

const PARTS: ReadonlySet<string> = new Set(['quarter', 'half', 'month']);

/** One series speaks of fiscal years or of calendar years: as most of its values do. */
function inOneCalendar(findings: readonly Valued[]): readonly Valued[] {
  const years = findings.flatMap(({ value }) => (value.period?.kind === 'year' ? [value.period] : []));
  const fiscal = years.filter(period => period.fiscal);
  if (fiscal.length === 0 || fiscal.length === years.length) return findings;
  const most = fiscal.length * 2 > years.length;
  return findings.map(finding => {
    const { period } = finding.value;
    if (period?.kind !== 'year' || Boolean(period.fiscal) === most) return finding;
    const { fiscal: _, ...plain } = period;
    const named = most
      ? { ...period, label: `FY${period.year}`, fiscal: true }
      : { ...plain, label: String(period.year) };
    return { ...finding, value: { ...finding.value, period: named } };
  });
}

/** Of several values of one period, the one that most evidence bears out; the others are told as disagreements. */
function best(findings: readonly Valued[]): Valued {
  const backing = (finding: Valued) =>
    findings
      .filter(other => valueInBase(other.value) === valueInBase(finding.value))
      .reduce((sum, { evidence }) => sum + evidence.length, 0);
  return [...findings].sort(
    (a, b) =>
      Number(a.status === 'contested') - Number(b.status === 'contested') ||
      backing(b) - backing(a) ||
      strengthOf(b) - strengthOf(a) ||
      (a.id < b.id ? -1 : 1),
  )[0]!;
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
    (order < 0 && isLookedUp(findings) ? LOOKED_UP : 0) +
    (asked ? 0.1 : 0) -
    (findings[0]!.value.period === null ? UNDATED : 0) -
    (order > 0 ? 0.02 * Math.min(order, 5) : 0)
  );
}
