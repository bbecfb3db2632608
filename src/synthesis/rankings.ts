import type { Question } from '../domain/question.ts';
import { groupBy } from '../lib/group.ts';
import { baseUnit, comparePeriods, periodKey, valueInBase } from '../lib/quantity/index.ts';
import type { Weighed } from './insights.ts';
import type { Valued, WeighedSeries } from './series.ts';

/** Two are compared where a comparison was asked for; three or more in any case. */
export function rankings(question: Question, series: readonly WeighedSeries[]): readonly Weighed[] {
  const compared = question.aspects.some(aspect => aspect === 'comparison' || aspect === 'rank');
  const least = compared ? 2 : 3;
  const groups = [...entityGroups(series), ...scopeGroups(series)];
  return groups.flatMap(group => {
    const period = bestPeriod(group);
    const ordered = group
      .flatMap(one => one.findings.filter(({ value }) => periodKey(value.period) === period))
      .sort((a, b) => valueInBase(b.value) - valueInBase(a.value) || (a.id < b.id ? -1 : 1));
    const first = ordered[0];
    if (!first || ordered.length < least) return [];
    const strength = Math.max(...group.map(one => one.strength)) + (compared ? 0.3 : -0.15);
    const label = first.value.period?.label ?? '';
    return [
      {
        insight: { kind: 'rank', metric: first.value.metric, period: label, ordered },
        strength,
        role: compared ? 'lead' : 'detail',
      } as const,
    ];
  });
}

/** The same measure of several companies, countries or groups. */
function entityGroups(series: readonly WeighedSeries[]): readonly (readonly WeighedSeries[])[] {
  const named = series.filter(one => one.entity !== '');
  const groups = groupBy(named, one => [one.metric, one.scope, unitKey(one)].join('|'));
  return [...groups.values()].filter(group => new Set(group.map(one => one.entity)).size > 1);
}

/** The same measure of one entity by segment, region or variant. */
function scopeGroups(series: readonly WeighedSeries[]): readonly (readonly WeighedSeries[])[] {
  const narrowed = series.filter(one => one.scope !== '');
  const groups = groupBy(narrowed, one => [one.metric, one.entity, unitKey(one)].join('|'));
  return [...groups.values()].filter(group => group.length > 2);
}

function unitKey({ findings }: WeighedSeries): string {
  const { dimension, unit, currency = '', period } = findings[0]!.value;
  const scale = dimension === 'percent' ? '%' : baseUnit(unit);
  return `${dimension}|${scale}|${currency}|${period?.kind ?? ''}`;
}

/** The period that most of the group has; the latest of those. */
function bestPeriod(group: readonly WeighedSeries[]): string {
  const all = group.flatMap(one => one.findings as readonly Valued[]);
  const counted = [...groupBy(all, ({ value }) => periodKey(value.period)).entries()];
  return (
    counted.sort(
      ([, a], [, b]) => b.length - a.length || comparePeriods(b[0]!.value.period, a[0]!.value.period),
    )[0]?.[0] ?? ''
  );
}
