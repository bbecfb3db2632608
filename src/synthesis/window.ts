import type { Question } from '../domain/question.ts';
import type { Period } from '../domain/value.ts';
import { isMeasured } from '../lib/qualifiers.ts';
import type { WeighedSeries } from './series.ts';

/** Further ahead than anything that sources report: "since 2019" ends there. */
const FAR_AHEAD = 2090;

/** The series cut to the periods that a question names, or to its last years; as they are where it names none. */
export function withinWindow(question: Question, series: readonly WeighedSeries[]): readonly WeighedSeries[] {
  if (!hasWindow(question)) return series;
  const last = newestYears(series);
  return series.flatMap(one => {
    const findings = one.findings.filter(({ value }) =>
      isAsked(question, value.period, last.get(one.entity) ?? newest([...last.values()])),
    );
    return findings.length === 0 ? [] : [{ ...one, findings }];
  });
}

export function hasWindow({ periods, lastYears }: Question): boolean {
  return periods.length > 0 || lastYears !== undefined;
}

/** Whether a period is one of those asked for; `last` is the newest year that is known. */
export function isAsked({ periods, lastYears }: Question, period: Period | null, last: number): boolean {
  if (period === null) return false;
  const named = periods.length > 0 && periods.some(asked => covers(asked, period));
  const recent =
    lastYears !== undefined &&
    period.kind === 'year' &&
    period.year > last - lastYears &&
    period.year <= last;
  return named || recent;
}

/** The first year that a question is about; null where any is welcome. */
export function firstYear({ periods, lastYears }: Question, last: number): number | null {
  const years = [
    ...periods.map(period => period.year),
    ...(lastYears === undefined ? [] : [last - lastYears + 1]),
  ];
  return years.length === 0 ? null : Math.min(...years);
}

/** Whether one period, and no longer stretch, is asked about. */
export function isMoment({ periods, lastYears }: Question): boolean {
  return periods.length === 0
    ? lastYears === 1
    : lastYears === undefined && periods.length === 1 && periods[0]!.kind !== 'range';
}

/** Newest measured year of each entity. */
export function newestYears(series: readonly WeighedSeries[]): ReadonlyMap<string, number> {
  const years = new Map<string, number>();
  for (const { entity, findings } of series) {
    const own = findings.flatMap(({ value }) =>
      isMeasured(value) && value.period?.kind === 'year' ? [value.period.year] : [],
    );
    years.set(entity, newest([years.get(entity) ?? 0, ...own]));
  }
  return years;
}

export function newest(years: readonly number[]): number {
  return Math.max(0, ...years);
}

function covers(asked: Period, found: Period): boolean {
  const until = asked.kind === 'range' ? Math.min(asked.part ?? asked.year, FAR_AHEAD) : asked.year;
  const within = found.year >= asked.year && found.year <= until;
  if (asked.kind === 'year' || asked.kind === 'range') return within;
  return within && (asked.kind === found.kind ? asked.part === found.part : found.kind === 'day');
}
