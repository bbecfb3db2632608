import type { Question } from '../domain/question.ts';
import { groupBy } from '../lib/group.ts';
import { baseUnit, comparePeriods, periodKey, valueInBase } from '../lib/quantity/index.ts';
import { basisOf } from './chart-groups.ts';
import type { Weighed } from './insights.ts';
import type { Valued, WeighedSeries } from './series.ts';
import { withoutSubtotals } from './subtotals.ts';

/** Parts whose sum is this near to the total are its parts. */
const SUM_WITHIN = 0.02;

/** One measure of several companies, countries or groups; one measure by the parts that one table gives. */
export function rankings(
  question: Question,
  series: readonly WeighedSeries[],
  owners: ReadonlySet<string>,
): readonly Weighed[] {
  const compared = question.aspects.some(aspect => aspect === 'comparison' || aspect === 'rank');
  const peers = peersOf(series, owners);
  const least = compared || peers.some(one => owners.has(one.entity)) ? 2 : 3;
  return [...amongEntities(peers, { compared, least }), ...amongParts(series, compared)];
}

/** Owners among themselves; without two of them, whoever is no owner. */
function peersOf(series: readonly WeighedSeries[], owners: ReadonlySet<string>): readonly WeighedSeries[] {
  if (series.every(one => one.findings[0]?.value.dimension === 'percent')) return series;
  const owned = series.filter(one => owners.has(one.entity));
  return new Set(owned.map(one => one.entity)).size > 1
    ? owned
    : series.filter(one => !owners.has(one.entity));
}

/** Two are compared where a comparison was asked for or the sources are theirs; three or more in any case. */
function amongEntities(
  series: readonly WeighedSeries[],
  { compared, least }: { readonly compared: boolean; readonly least: number },
): readonly Weighed[] {
  const named = series.filter(one => one.entity !== '');
  const groups = groupBy(named, one => [one.metric, one.scope, unitOf(one)].join('|'));
  return [...groups.values()].flatMap(group => {
    const ordered = inOrder(group);
    const entities = new Set(ordered.map(({ value }) => value.entity));
    if (entities.size < least) return [];
    return rank(ordered, { group, compared, whole: null });
  });
}

/** Segments, regions or categories as one table lists them: only these are known to belong side by side. */
function amongParts(series: readonly WeighedSeries[], compared: boolean): readonly Weighed[] {
  const narrowed = series.filter(one => one.scope !== '');
  const groups = groupBy(narrowed, one =>
    [one.metric, one.entity, unitOf(one), tableOf(one), basisOf(one)].join('|'),
  );
  return [...groups.values()].flatMap(group => {
    const ordered = withoutSubtotals(inOrder(group));
    if (ordered.length < 3 || ordered.some(({ value }) => valueInBase(value) <= 0)) return [];
    const total = totalOf(ordered, series);
    if (total && !isSum(ordered, total)) return [];
    return rank(ordered, { group, compared, whole: total });
  });
}

function rank(
  ordered: readonly Valued[],
  {
    group,
    compared,
    whole,
  }: { readonly group: readonly WeighedSeries[]; readonly compared: boolean; readonly whole: Valued | null },
): readonly Weighed[] {
  const { metric, period } = ordered[0]!.value;
  const strength = Math.max(...group.map(one => one.strength)) + (compared ? 0.3 : whole ? 0.05 : -0.1);
  const insight = { kind: 'rank', metric, period: period?.label ?? '', ordered, whole } as const;
  return [{ insight, strength, role: compared ? 'lead' : 'detail' }];
}

/** The values of one period, largest first. */
function inOrder(group: readonly WeighedSeries[]): readonly Valued[] {
  const period = bestPeriod(group);
  return group
    .flatMap(one => one.findings.filter(({ value }) => periodKey(value.period) === period))
    .sort((a, b) => valueInBase(b.value) - valueInBase(a.value) || (a.id < b.id ? -1 : 1));
}

function totalOf(parts: readonly Valued[], series: readonly WeighedSeries[]): Valued | null {
  const { metric, entity, period } = parts[0]!.value;
  const total = series
    .filter(one => one.scope === '' && one.metric === metric && one.entity === entity)
    .flatMap(one => one.findings)
    .find(({ value }) => periodKey(value.period) === periodKey(period));
  return total ?? null;
}

/** Parts that don't add up to their total leave some out, and the largest may be among those. */
function isSum(parts: readonly Valued[], total: Valued): boolean {
  const sum = parts.reduce((so, { value }) => so + valueInBase(value), 0);
  return Math.abs(sum / valueInBase(total.value) - 1) <= SUM_WITHIN;
}

function unitOf({ findings }: WeighedSeries): string {
  const { dimension, unit, currency = '', period } = findings[0]!.value;
  const scale = dimension === 'percent' ? '%' : baseUnit(unit);
  return `${dimension}|${scale}|${currency}|${period?.kind ?? ''}`;
}

function tableOf({ findings }: WeighedSeries): string {
  return findings.at(-1)?.evidence[0]?.reading ?? '';
}

/** The period that most of the group has; the latest of those. */
function bestPeriod(group: readonly WeighedSeries[]): string {
  const all = group.flatMap(one => one.findings as readonly Valued[]);
  const counted = [...groupBy(all, ({ value }) => periodKey(value.period)).entries()];
  const [best] = counted.sort(
    ([, a], [, b]) => b.length - a.length || comparePeriods(b[0]!.value.period, a[0]!.value.period),
  );
  return best?.[0] ?? '';
}
