import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import { comparePeriods, periodKey } from '../lib/quantity/index.ts';

/**
 * Of the findings that an answer names, the one that answers best: the number of a period that was asked for, else the
 * latest number of the metric named first, else what is named first.
 */
export function bestFinding(ids: readonly string[], { findings, questions }: State): Finding | null {
  const named = ids.flatMap(id => findings[id] ?? []);
  const asked = new Set(Object.values(questions).flatMap(({ periods }) => periods.map(periodKey)));
  const numbers = named.filter(finding => finding.value !== null);
  const first = Object.values(questions)[0]?.metrics[0]?.name;
  const inTime = numbers.filter(({ value }) => value && asked.has(periodKey(value.period)));
  const wanted = inTime.find(({ value }) => value?.metric === first) ?? inTime[0];
  const metric = numbers[0]?.value?.metric;
  const latest = numbers
    .filter(({ value }) => value?.metric === metric)
    .sort((a, b) => comparePeriods(b.value?.period ?? null, a.value?.period ?? null))[0];
  return wanted ?? latest ?? named[0] ?? null;
}
