import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Question } from '../domain/question.ts';
import { groupBy } from '../lib/group.ts';
import { hasStance, scopeOf } from '../lib/qualifiers.ts';
import { comparePeriods, periodKey } from '../lib/quantity/index.ts';
import type { Weighed } from './insights.ts';
import { isValued, strengthOf, type Valued, type WeighedSeries } from './series.ts';
import { unitKey } from './unit.ts';

/** Goals that are numbers, each once. */
export function goalsOf(question: Question, findings: readonly Finding[]): readonly Weighed[] {
  const wanted = question.aspects.includes('target') ? 0.25 : -0.1;
  const goals = findings
    .filter(isValued)
    .filter(({ value }) => hasStance(value, 'target'))
    .sort((a, b) => comparePeriods(a.value.period, b.value.period) || (a.id < b.id ? -1 : 1));
  return distinctGoals(goals).map(finding => ({
    insight: { kind: 'target', finding },
    strength: strengthOf(finding) + wanted,
    role: question.aspects.includes('target') ? 'lead' : 'detail',
  }));
}

/** The best supported of goals that say the same amount for the same year, of whom it is said most narrowly. */
function distinctGoals(goals: readonly Valued[]): readonly Valued[] {
  const key = ({ value: { entity, amount, period } }: Valued) =>
    [entity, Math.abs(amount), period?.year ?? ''].join('|');
  return [...groupBy(goals, key).values()].flatMap(group => {
    const named = (finding: Valued) => scopeOf(finding.value).join(' ');
    return group.filter(
      (one, i) =>
        !group.some(
          (other, j) =>
            one !== other &&
            named(other).includes(named(one)) &&
            (named(other).length > named(one).length || strengthOf(other) > strengthOf(one) || j < i),
        ),
    );
  });
}

/** Forecasts: what is projected, from where it stands now. */
export function outlooksOf(
  { periods }: Question,
  findings: readonly Finding[],
  all: readonly WeighedSeries[],
): readonly Weighed[] {
  const ahead = findings.filter(isValued).filter(({ value }) => hasStance(value, 'projected'));
  const groups = groupBy(ahead, ({ value }) =>
    [value.metric, value.entity, periodKey(value.period)].join('|'),
  );
  return [...groups.values()].flatMap((group): readonly Weighed[] => {
    const to = [...group].sort((a, b) => strengthOf(b) - strengthOf(a) || (a.id < b.id ? -1 : 1))[0]!;
    const { metric, entity, period } = to.value;
    const asked = periods.some(one => period !== null && one.year === period.year);
    const series = all.find(
      one =>
        one.scope === '' &&
        one.metric === metric &&
        (one.entity === entity || entity === '' || one.entity === '') &&
        unitKey(one.findings[0]!) === unitKey(to),
    );
    const from = series?.findings.at(-1);
    const strength = strengthOf(to) + (asked ? 0.6 : -0.1);
    const role = asked ? 'lead' : 'detail';
    const insight: Insight =
      series && from && comparePeriods(from.value.period, period) < 0 && from.value.period !== null
        ? { kind: 'change', series, from, to }
        : { kind: 'level', finding: to };
    return [{ insight, strength, role }];
  });
}
