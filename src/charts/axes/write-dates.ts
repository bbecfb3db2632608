import type { ValueScale } from '../types.ts';

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Times of one axis, each with its slack in milliseconds, written in the coarsest grain that they all start: years,
 * quarters where the axis counts in them, months, days; or minutes. Years are left out where the axis prints none.
 */
export function writeDates(
  base: ValueScale,
  times: readonly number[],
  slack: readonly number[],
): readonly string[] {
  for (const grain of grainsOf(base)) {
    const starts = times.map(time => nearestStart(time, grain));
    const near = (time: number, i: number) =>
      Math.abs(starts[i]! - time) <= Math.min(Math.max(slack[i]!, DRIFT[grain]), MOST[grain]);
    const apart = new Set(starts).size === new Set(times).size;
    if (times.every(near) && apart) return starts.map(start => WRITE[grain](start, base));
  }
  const months = inMonths(base, times, slack);
  if (months) return months;
  const days = atOneHour(times);
  return days ? days.map(day => WRITE.day(day, base)) : writeTimes(base, times);
}

/** Where an axis prints years alone and a day is less than a drawing bears, times are in their months; null where two share one. */
function inMonths({ ticks }: ValueScale, times: readonly number[], slack: readonly number[]) {
  const inYears = ticks.every(({ label }) => /^(?:\d{4}|['’‘]\d\d)$/.test(label.text));
  if (!inYears || Math.min(...slack) < COARSE) return null;
  const months = times.map(time => {
    const date = new Date(time);
    return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  });
  return new Set(months).size === new Set(times).size ? months : null;
}

const COARSE = 4 * DAY;

/** The days of times that all fall on one hour, as where days are drawn as bands; null where they differ. */
function atOneHour(times: readonly number[]): readonly number[] | null {
  const days = times.map(time => Math.floor(time / DAY) * DAY);
  const hours = times.map((time, i) => (time - days[i]!) / DAY).sort((a, b) => a - b);
  const usual = hours[Math.floor(hours.length / 2)]!;
  const alike = hours.every(hour => Math.abs(hour - usual) < 0.1);
  return alike && new Set(days).size === times.length && times.length > 2 ? days : null;
}

type Grain = 'year' | 'quarter' | 'month' | 'day';

function grainsOf({ ticks }: ValueScale): readonly Grain[] {
  const inQuarters = ticks.filter(({ label }) => /q[1-4]|[1-4]q/i.test(label.text)).length;
  return inQuarters >= 2 ? ['quarter', 'month', 'day'] : ['year', 'month', 'day'];
}

/** Months that count as equal, or a time zone's midnight, put a start this far off. */
const DRIFT: Readonly<Record<Grain, number>> = {
  year: 1.1 * DAY,
  quarter: 2.2 * DAY,
  month: 1.1 * DAY,
  day: 0.05 * DAY,
};

/** Further off, a place proves nothing about the grain. */
const MOST: Readonly<Record<Grain, number>> = {
  year: 60 * DAY,
  quarter: 20 * DAY,
  month: 8 * DAY,
  day: 0.25 * DAY,
};

const WRITE: Readonly<Record<Grain, (time: number, base: ValueScale) => string>> = {
  year: time => isoDay(time).slice(0, -6),
  quarter: (time, { ticks }) => {
    const [year, quarter] = [
      isoDay(time).slice(0, -6),
      `Q${Math.floor(new Date(time).getUTCMonth() / 3) + 1}`,
    ];
    return /^\d{4}/.test(ticks[0]!.label.text) ? `${year} ${quarter}` : `${quarter} ${year}`;
  },
  month: (time, base) => {
    const month = MONTHS[new Date(time).getUTCMonth()]!;
    return isYearless(base) ? month : `${month} ${isoDay(time).slice(0, -6)}`;
  },
  day: (time, base) => {
    const date = new Date(time);
    return isYearless(base) ? `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` : isoDay(time);
  },
};

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Whether no tick prints its year, in full or by its last two digits. */
function isYearless({ ticks }: ValueScale): boolean {
  return !ticks.some(({ label, value }) => {
    const year = new Date(value).getUTCFullYear();
    const short = String(year % 100).padStart(2, '0');
    return label.text.includes(String(year)) || new RegExp(`(?:^|[^\\d:])${short}$`).test(label.text);
  });
}

/** Minutes, or days where places lie further apart than two months. */
function writeTimes(base: ValueScale, times: readonly number[]): readonly string[] {
  const range = Math.max(...times) - Math.min(...times);
  const clock = isYearless(base) && base.ticks.every(({ label }) => !/\p{L}{3}/u.test(label.text));
  return times.map(time => {
    const minute = new Date(Math.round(time / 60_000) * 60_000).toISOString();
    if (!clock && isYearless(base)) return `${WRITE.day(time, base)} ${minute.slice(11, 16)}`;
    if (range > 60 * DAY) return minute.slice(0, 10);
    return clock ? minute.slice(11, 16) : minute.slice(0, 16).replace('T', ' ');
  });
}

function nearestStart(time: number, grain: Grain): number {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const quarter = month - (month % 3);
  const starts: Readonly<Record<Grain, readonly [number, number]>> = {
    year: [Date.UTC(year, 0), Date.UTC(year + 1, 0)],
    quarter: [Date.UTC(year, quarter), Date.UTC(year, quarter + 3)],
    month: [Date.UTC(year, month), Date.UTC(year, month + 1)],
    day: [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)],
  };
  const [before, after] = starts[grain];
  return time - before <= after - time ? before : after;
}
