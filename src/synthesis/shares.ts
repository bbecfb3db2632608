import type { State } from '../domain/state.ts';
import { periodKey, valueInBase } from '../lib/quantity/index.ts';
import type { Weighed } from './insights.ts';
import { isValued, type Valued, type WeighedSeries } from './series.ts';

/** Money measures that readers hold against revenue. */
const OF_REVENUE = new Set([
  'Operating income',
  'Net income',
  'Gross profit',
  'Capital expenditure',
  'Research and development',
  'Operating cash flow',
  'Free cash flow',
  'EBITDA',
  'Adjusted EBITDA',
  'Marketing expense',
  'Selling, general and administrative expenses',
]);

/** Parts held against their whole: an expense against revenue of the same year, the largest scope against the total. */
export function shares(state: State, series: readonly WeighedSeries[]): readonly Weighed[] {
  const main = series.filter(one => one.scope === '');
  return [...ofRevenue(state, main), ...ofTotal(main)];
}

function ofRevenue(state: State, series: readonly WeighedSeries[]): readonly Weighed[] {
  const revenues = Object.values(state.findings)
    .filter(isValued)
    .filter(
      ({ value, status }) =>
        value.metric === 'Revenue' && value.qualifiers.length === 0 && status === 'supported',
    );
  return series
    .filter(one => OF_REVENUE.has(one.metric))
    .flatMap(one => {
      const part = one.findings.at(-1)!;
      const whole = revenues.find(revenue => belongs(part, revenue));
      return whole ? share(part, whole, one.strength - 0.2) : [];
    });
}

function ofTotal(series: readonly WeighedSeries[]): readonly Weighed[] {
  const total = series.find(one => /^total\b/iu.test(one.metric));
  const whole = total?.findings.at(-1);
  if (!total || !whole) return [];
  const parts = series
    .filter(one => one !== total && one.entity === total.entity)
    .flatMap(one => one.findings.filter(finding => belongs(finding, whole)))
    .sort((a, b) => valueInBase(b.value) - valueInBase(a.value));
  return parts[0] ? share(parts[0], whole, total.strength - 0.2) : [];
}

function share(part: Valued, whole: Valued, strength: number): readonly Weighed[] {
  const ratio = valueInBase(part.value) / valueInBase(whole.value);
  if (!(ratio > 0 && ratio < 1)) return [];
  return [{ insight: { kind: 'share', part, whole }, strength, role: 'detail' }];
}

function belongs({ value: part }: Valued, { value: whole }: Valued): boolean {
  return (
    part.dimension === whole.dimension &&
    part.unit === whole.unit &&
    part.entity === whole.entity &&
    part.currency === whole.currency &&
    part.period !== null &&
    periodKey(part.period) === periodKey(whole.period)
  );
}
