import { groupBy } from '../lib/group.ts';
import { periodKey, valueInBase } from '../lib/quantity/index.ts';
import type { WeighedSeries } from './series.ts';
import { withoutSubtotals } from './subtotals.ts';
import { periodsOf } from './table.ts';
import { unitKey } from './unit.ts';

/** Series that share an axis, and how they are laid out on it. */
export interface ChartGroup {
  readonly layout: 'time' | 'groups' | 'rank' | 'parts';
  readonly members: readonly WeighedSeries[];
}

const MOST_LINES = 4;
const MOST_CATEGORIES = 10;
const LEAST = 3;
/** Series further apart than this would lie flat on one axis. */
const MAGNITUDE = 12;
/** A part smaller than this share of the largest can't be seen beside it. */
const VISIBLE = 25;
/** Below this share of the strongest series a chart would show what wasn't asked. */
const WORTH = 0.45;
/** Others by the very measure asked for stand beside the one asked about, though they weigh less. */
const WORTH_BESIDE = 0.3;

/** Groups worth a chart, the one that shows most first; no series is in two. */
export function groupsOf(all: readonly WeighedSeries[]): readonly ChartGroup[] {
  const strong = all.filter(one => isWorth(one, all[0]) && isPlottable(one) && !isVariant(one, all));
  const time = timeGroups(strong);
  const used = new Set(time.flatMap(group => group.members));
  const rest = strong.filter(one => !used.has(one));
  return [...time, ...crossGroups(rest)];
}

export function isWorth(one: WeighedSeries, first: WeighedSeries | undefined): boolean {
  if (!first) return false;
  const beside = one.scope === '' && one.metric === first.metric && one.entity !== '';
  return one.strength >= first.strength * (beside ? WORTH_BESIDE : WORTH);
}

/** "Net" or "adjusted" beside the plain measure would draw nearly the same chart twice. */
function isVariant({ scope, metric, entity }: WeighedSeries, all: readonly WeighedSeries[]): boolean {
  const plain = all.some(one => one.scope === '' && one.metric === metric && one.entity === entity);
  return plain && /^(?:net|gross|adjusted|reported|total)\b/iu.test(scope);
}

function isPlottable({ findings }: WeighedSeries): boolean {
  return findings.every(
    ({ value }) => Number.isFinite(valueInBase(value)) && !value.qualifiers.includes('between'),
  );
}

/** Over three periods or more; the strongest series leads, others join where they fit its axis and its periods. */
function timeGroups(strong: readonly WeighedSeries[]): readonly ChartGroup[] {
  const groups: ChartGroup[] = [];
  const left = strong.filter(one => one.findings.length >= 2 && one.findings[0]!.value.period !== null);
  while (left.length > 0) {
    const lead = left.find(one => one.findings.length >= LEAST);
    if (!lead) break;
    const members = left.filter(one => one === lead || fits(lead, one, strong)).slice(0, MOST_LINES);
    for (const one of members) left.splice(left.indexOf(one), 1);
    const shown = narrowest(members);
    if (!isPart(lead) || shown.length > 1) groups.push({ layout: 'time', members: shown });
  }
  return groups;
}

/** Market-based is the usual way to count; what is counted by location is another total of the same thing. */
export function basisOf({ scope }: Pick<WeighedSeries, 'scope'>): string {
  return /\blocation[- ]based\b/iu.test(scope) ? 'location' : '';
}

/** A segment, region or category; how something was counted doesn't make a part of it. */
export function isPart({ scope }: WeighedSeries): boolean {
  return scope !== '' && !/^(?:market|location)[- ]based$/iu.test(scope);
}

/** Parts of one measure, from one table or from tables that follow each other. */
function areParts(one: WeighedSeries, other: WeighedSeries, all: readonly WeighedSeries[]): boolean {
  if (!isPart(one) || !isPart(other) || one.metric !== other.metric || one.entity !== other.entity)
    return false;
  if (shareTable(one, other)) return true;
  const [a, b] = [one, other].map(({ findings }) => findings.at(-1)?.evidence[0]);
  const alone = [one, other].every(
    own => !all.some(third => third !== own && isPart(third) && shareTable(own, third)),
  );
  return alone && a?.source === b?.source && Math.abs((a?.page ?? 0) - (b?.page ?? 0)) <= NEIGHBOURS;
}

function shareTable(one: WeighedSeries, other: WeighedSeries): boolean {
  const readings = ({ findings }: WeighedSeries) =>
    new Set(findings.flatMap(({ evidence }) => evidence.map(({ reading }) => reading)));
  const theirs = readings(other);
  return one.metric === other.metric && [...readings(one)].some(reading => theirs.has(reading));
}

const NEIGHBOURS = 2;

/** Whether one measure has the other in it: "Scope 1 and 2 emissions" and "Scope 1 emissions", a total and its parts. */
function holds(one: WeighedSeries, other: WeighedSeries): boolean {
  if (one.metric === other.metric || one.entity !== other.entity) return false;
  const isTotal = ({ metric }: WeighedSeries) =>
    /^total\b|\b(?:\d|[a-z]) and \d\b|\b1\s?[-–+&,]\s?[23]\b/iu.test(metric);
  return isTotal(one) !== isTotal(other);
}

/** Totals and their segments would be read as a sum: a total is drawn with totals, a segment with segments. */
function fits(lead: WeighedSeries, other: WeighedSeries, all: readonly WeighedSeries[]): boolean {
  if (unitKey(lead.findings[0]!) !== unitKey(other.findings[0]!)) return false;
  if (kindOf(lead) !== kindOf(other) || basisOf(lead) !== basisOf(other)) return false;
  if ((isPart(lead) || isPart(other)) && !areParts(lead, other, all)) return false;
  if (holds(lead, other)) return false;
  const [a, b] = [sizeOf(lead), sizeOf(other)];
  const shared = other.findings.filter(({ value }) =>
    lead.findings.some(own => periodKey(own.value.period) === periodKey(value.period)),
  );
  return shared.length >= 2 && a > 0 && b > 0 && Math.max(a / b, b / a) <= MAGNITUDE;
}

/** With one measure of several entities, or several measures of one: not both at once. */
function narrowest(members: readonly WeighedSeries[]): readonly WeighedSeries[] {
  const lead = members[0]!;
  const sameMetric = members.filter(one => one.metric === lead.metric);
  const sameEntity = members.filter(one => one.entity === lead.entity);
  return sameMetric.length >= sameEntity.length ? sameMetric : sameEntity;
}

/** At one or two periods: entities, segments or measures side by side. */
function crossGroups(rest: readonly WeighedSeries[]): readonly ChartGroup[] {
  const groups = groupBy(rest, one =>
    [
      unitKey(one.findings[0]!),
      kindOf(one),
      basisOf(one),
      !isPart(one) ? 'total' : `${one.metric}|${tableOf(one)}`,
    ].join('|'),
  );
  return [...groups.values()].flatMap((members): readonly ChartGroup[] => {
    const distinct = members.filter(
      (one, i) => members.findIndex(other => nameOf(other) === nameOf(one)) === i,
    );
    const whole = distinct.filter(one => one === distinct[0] || !holds(one, distinct[0]!));
    const pairs = comparable(whole.filter(one => one.findings.length >= 2));
    const least = pairs.some(isPart) ? LEAST : 2;
    if (pairs.length >= least && periodsOf(pairs).length >= 2) return [{ layout: 'groups', members: pairs }];
    const shared = withoutSums(latestShared(distinct));
    const latest = comparable(shared.filter(one => !holds(one, shared[0]!)));
    if (latest.length < LEAST || !areAlike(latest)) return [];
    return [{ layout: addUp(latest) ? 'parts' : 'rank', members: latest }];
  });
}

/** Side by side stand several parts or entities by one measure, or several measures of one entity. */
function areAlike(members: readonly WeighedSeries[]): boolean {
  const count = (of: (one: WeighedSeries) => string) => new Set(members.map(of)).size;
  return count(one => one.metric) === 1 || count(one => one.entity) === 1;
}

/** Parts of one measure, largest first, without those too small to see; measures within sight of the first one. */
function comparable(members: readonly WeighedSeries[]): readonly WeighedSeries[] {
  const lead = members[0];
  if (!lead) return [];
  if (lead.scope === '') {
    const near = (one: WeighedSeries) =>
      Math.max(sizeOf(one) / sizeOf(lead), sizeOf(lead) / sizeOf(one)) <= MAGNITUDE;
    return members.filter(near).slice(0, MOST_CATEGORIES);
  }
  const sorted = [...members].sort((a, b) => sizeOf(b) - sizeOf(a));
  const largest = sizeOf(sorted[0]!);
  return sorted.filter(one => sizeOf(one) >= largest / VISIBLE).slice(0, MOST_CATEGORIES);
}

function withoutSums(members: readonly WeighedSeries[]): readonly WeighedSeries[] {
  if (members.some(one => one.scope === '')) return members;
  const kept = new Set(withoutSubtotals(members.map(one => one.findings.at(-1)!)));
  return members.filter(one => kept.has(one.findings.at(-1)!));
}

/** Those whose last value is of the period that most of them end in. */
function latestShared(members: readonly WeighedSeries[]): readonly WeighedSeries[] {
  const byEnd = [...groupBy(members, one => periodKey(one.findings.at(-1)!.value.period)).values()];
  return byEnd.sort((a, b) => b.length - a.length)[0] ?? [];
}

function addUp(members: readonly WeighedSeries[]): boolean {
  const values = members.map(one => one.findings.at(-1)!.value);
  const sum = values.reduce((total, value) => total + value.amount, 0);
  return (
    members.length <= 6 &&
    values.every(({ dimension, amount }) => dimension === 'percent' && amount > 0) &&
    Math.abs(sum - 100) <= 1
  );
}

function sizeOf({ findings }: WeighedSeries): number {
  return Math.max(...findings.map(({ value }) => Math.abs(valueInBase(value))));
}

/** The reading that the latest value stands in: parts of one table belong side by side. */
function tableOf({ findings }: WeighedSeries): string {
  return findings.at(-1)?.evidence[0]?.reading ?? '';
}

function kindOf({ findings }: WeighedSeries): string {
  return findings[0]?.value.period?.kind ?? 'none';
}

function nameOf({ entity, metric, scope }: WeighedSeries): string {
  return `${entity}|${metric}|${scope}`;
}
