import type { Period } from '../../domain/value.ts';

/** Same key, same stretch of time: "2017" and "FY2017" of one entity are one year. '' for no period. */
export function periodKey(period: Period | null): string {
  if (!period) return '';
  const { kind, year, part = 0, day = 0 } = period;
  if (kind === 'year') return `${year}`;
  if (kind === 'range') return day > 0 ? `${year}:${period.label}` : `${year}..${part}`;
  if (kind === 'half') return `${year}-H${part}`;
  if (kind === 'quarter') return `${year}-Q${part}`;
  if (kind === 'month') return `${year}-${two(part)}`;
  return `${year}-${two(part)}-${two(day)}`;
}

/** Earlier ends first; of two with one end, the longer first. */
export function comparePeriods(a: Period | null, b: Period | null): number {
  if (!a || !b) return Number(b !== null) - Number(a !== null);
  const [left, right] = [periodKey(a), periodKey(b)];
  if (left === right) return 0;
  return endOf(a) - endOf(b) || lengthOf(b) - lengthOf(a) || (left < right ? -1 : 1);
}

/** Days, counted as twelve months of 31. */
function endOf({ kind, year, part = 0, day = 0 }: Period): number {
  const end = { year: 12, range: 12, half: part * 6, quarter: part * 3, month: part, day: part }[kind];
  const lastYear = kind === 'range' ? part : year;
  return lastYear * 372 + end * 31 + (kind === 'day' ? day - 31 : 0);
}

function lengthOf({ kind, year, part = year }: Period): number {
  return { range: 12 * (part - year + 1), year: 12, half: 6, quarter: 3, month: 1, day: 0 }[kind];
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
