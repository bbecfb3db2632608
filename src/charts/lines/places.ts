import type { Category, CategoryScale, ValueScale } from '../types.ts';

/** A place along the base axis, named as a person would write it; '' where the axis names nothing there. */
export function namePlaces(
  base: CategoryScale | ValueScale | null,
  ats: readonly number[],
): readonly string[] {
  if (!base) return ranks(ats);
  if (base.kind === 'category') return ats.map(at => categoryAt(base, at)?.name ?? '');
  if (base.kind === 'date') return dates(base, ats) ?? times(base, ats);
  const years = yearsAsDates(base, ats);
  return (years && dates(years, ats)) ?? numbers(base, ats);
}

/** The category in whose band a place lies, near its middle. */
export function categoryAt({ categories }: CategoryScale, at: number): Category | null {
  let best: Category | null = null;
  for (const category of categories) {
    if (!best || Math.abs(category.at - at) < Math.abs(best.at - at)) best = category;
  }
  return best && Math.abs(best.at - at) <= 0.35 * Math.abs(best.to - best.from) ? best : null;
}

/** Without names the points are counted from 1. */
function ranks(ats: readonly number[]): readonly string[] {
  const sorted = [...new Set(ats.map(at => Math.round(at * 2)))].sort((a, b) => a - b);
  return ats.map(at => String(sorted.indexOf(Math.round(at * 2)) + 1));
}

/** An axis of years with points between them, as dates; null where all points stand at years, or it counts no years. */
function yearsAsDates(base: ValueScale, ats: readonly number[]): ValueScale | null {
  const isYear = (value: number) => Number.isInteger(value) && value > 1700 && value < 2200;
  if (base.unit !== '' || !base.ticks.every(tick => isYear(tick.value))) return null;
  const slack = slackAt(base, ats[0] ?? 0);
  const between = ats.some(
    at => Math.abs(base.toValue(at) - Math.round(base.toValue(at))) > Math.max(slack, 0.02),
  );
  const toTime = (value: number) => {
    const year = Math.floor(value);
    return Date.UTC(year) + (value - year) * (Date.UTC(year + 1) - Date.UTC(year));
  };
  return between ? { ...base, kind: 'date', toValue: at => toTime(base.toValue(at)) } : null;
}

function slackAt(base: ValueScale, at: number): number {
  return Math.abs(base.toValue(at + PLACE_SLACK + base.residual) - base.toValue(at));
}

/** Page units: points stand within it of the place that is meant. */
const PLACE_SLACK = 0.4;

/** The fewest decimals that keep every number within the slack of where it was drawn. */
function numbers(base: ValueScale, ats: readonly number[]): readonly string[] {
  const values = ats.map(base.toValue);
  return roundTogether(
    values,
    ats.map(at => slackAt(base, at)),
  ).map(String);
}

/** Numbers of one origin, with the fewest decimals that keep each within its slack. */
export function roundTogether(values: readonly number[], slack: readonly number[]): readonly number[] {
  const finest = Math.min(...slack.filter(s => s > 0), Number.POSITIVE_INFINITY);
  const last = Number.isFinite(finest) ? Math.ceil(-Math.log10(finest)) + 1 : 6;
  for (let decimals = Math.min(last - 3, 0); decimals < last; decimals++) {
    const rounded = values.map(value => roundTo(value, decimals));
    if (rounded.every((value, i) => Math.abs(value - values[i]!) <= slack[i]!)) return rounded;
  }
  return values.map(value => roundTo(value, last));
}

function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const rounded = decimals < 0 ? Math.round(value * factor) / factor : Number(value.toFixed(decimals));
  return rounded === 0 ? 0 : rounded;
}

const DAY = 86_400_000;

/** Days, or minutes where all stand within two months. */
function times(base: ValueScale, ats: readonly number[]): readonly string[] {
  const all = ats.map(base.toValue);
  const long = Math.max(...all) - Math.min(...all) > 60 * DAY;
  return all.map(time => new Date(Math.round(time / 60_000) * 60_000).toISOString().slice(0, long ? 10 : 16));
}

/** Years where all are the first day of one, months where all are the first of one, or days; null where none fit. */
function dates(base: ValueScale, ats: readonly number[]): readonly string[] | null {
  const times = ats.map(base.toValue);
  const slack = ats.map(at => slackAt(base, at));
  for (const { unit, write } of GRAINS) {
    const snapped = times.map(time => nearestStart(time, unit));
    const near = (time: number, i: number) =>
      Math.abs(snapped[i]! - time) <= Math.min(Math.max(slack[i]!, DAY_SHIFT[unit]), MOST_SHIFT[unit]);
    if (times.every(near) && areApart(snapped)) return snapped.map(write);
  }
  return null;
}

type Grain = 'year' | 'month' | 'day';

/** Years and months are drawn a day off where months count as equal or a time zone shifts midnight. */
const DAY_SHIFT: Readonly<Record<Grain, number>> = { year: 1.1 * DAY, month: 1.1 * DAY, day: 0.05 * DAY };

/** Past which a place proves nothing about the grain. */
const MOST_SHIFT: Readonly<Record<Grain, number>> = { year: 30 * DAY, month: 6 * DAY, day: 0.25 * DAY };

const GRAINS: readonly { readonly unit: Grain; readonly write: (time: number) => string }[] = [
  { unit: 'year', write: time => isoDay(time).slice(0, -6) },
  { unit: 'month', write: time => isoDay(time).slice(0, -3) },
  { unit: 'day', write: isoDay },
];

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function areApart(times: readonly number[]): boolean {
  return new Set(times).size === times.length;
}

function nearestStart(time: number, unit: Grain): number {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const starts = {
    year: [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)],
    month: [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)],
    day: [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)],
  }[unit];
  const [before = time, after = time] = starts;
  return time - before <= after - time ? before : after;
}
