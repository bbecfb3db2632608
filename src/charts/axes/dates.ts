const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const YEAR = "(?<year>(?:1[6-9]|20)\\d\\d|['’]\\d\\d)";
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';

/** Parts that a label states; the rest is carried over from its neighbours. */
interface Parts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly minutes?: number;
}

const FORMS: readonly RegExp[] = [
  new RegExp(`^${YEAR}$`),
  new RegExp(`^${MONTH}$`, 'i'),
  new RegExp(`^${MONTH}[ ,.-]*${YEAR}$`, 'i'),
  new RegExp(`^${YEAR}[ -]${MONTH}$`, 'i'),
  new RegExp(`^q(?<quarter>[1-4])[ -/]*${YEAR}$`, 'i'),
  new RegExp(`^${YEAR}[ -/]*q(?<quarter>[1-4])$`, 'i'),
  new RegExp(`^(?<quarter>[1-4])q[ -]*(?:${YEAR}|(?<short>\\d\\d))$`, 'i'),
  /^q(?<quarter>[1-4])$/i,
  new RegExp(`^${DAY}[ .-]+${MONTH}(?:[ ,.-]+(?:${YEAR}|(?<short>\\d\\d)))?$`, 'i'),
  new RegExp(`^${MONTH}[- ]${DAY}(?:,? ${YEAR})?$`, 'i'),
  /^(?<year>(?:1[6-9]|20)\d\d)[-/.](?<number>[01]?\d)(?:[-/.](?<day>[0-3]?\d))?$/,
  /^(?<day>[0-3]?\d)\.(?<number>[01]?\d)\.(?<year>(?:19|20)\d\d)$/,
  /^(?<number>[01]?\d)\/(?:(?<day>[0-3]?\d)\/)?(?<year>(?:19|20)\d\d)$/,
  /^(?<number>[01]?\d)\/(?<day>[0-3]?\d)\/(?<short>\d\d)$/,
  /^(?<day>[0-3]?\d)\/(?<number>[01]?\d)\/(?:(?<year>(?:19|20)\d\d)|(?<short>\d\d))$/,
  /^(?<hour>[0-2]?\d):(?<minute>[0-5]\d)(?::00)?(?: ?(?<half>am|pm))?$/i,
  /^(?<hour>[01]?\d) ?(?<half>am|pm)$/i,
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* (?<day>[0-3]?\d)$/i,
];

/** "Jul 16": July 2016, or the 16th of July. */
export const MONTH_AND_TWO = new RegExp(`^${MONTH}[- ](?<short>\\d\\d)$`, 'i');

/**
 * Dates that the labels of one axis print, in their order along it, as milliseconds since 1970 in UTC; null for a label
 * that is none. What a label leaves out is carried on from the one before: "April" after "2005" is April 2005.
 */
export function parseDates(
  texts: readonly string[],
  two: 'day' | 'year' = 'year',
): readonly (number | null)[] {
  const parts = texts.map(text => partsOf(text, two));
  const known = parts.find(p => p?.year !== undefined)?.year;
  let at: Required<Parts> = { year: startYear(parts, known), month: startMonth(parts), day: 1, minutes: 0 };
  let last = Number.NEGATIVE_INFINITY;
  return parts.map(part => {
    if (!part) return null;
    at = completed(at, part);
    if (msOf(at) <= last && part.year === undefined) at = nextRound(at, part);
    last = msOf(at);
    return last;
  });
}

/** Whether a label prints a date that is more than a year alone. */
export function isFinerThanYear(text: string): boolean {
  const parts = partsOf(text, 'year');
  return (
    parts !== null && (parts.month !== undefined || parts.day !== undefined || parts.minutes !== undefined)
  );
}

function partsOf(text: string, two: 'day' | 'year'): Parts | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  for (const form of two === 'year' ? [MONTH_AND_TWO, ...FORMS] : FORMS) {
    const found = form.exec(plain)?.groups;
    const parts = found ? toParts(found) : null;
    if (parts) return parts;
  }
  return null;
}

function toParts(found: Readonly<Record<string, string | undefined>>): Parts | null {
  const parts: { year?: number; month?: number; day?: number; minutes?: number } = {};
  const short = found.year?.match(/^['’](\d\d)$/)?.[1] ?? found.short;
  if (short) parts.year = Number(short) + (Number(short) < 50 ? 2000 : 1900);
  else if (found.year) parts.year = Number(found.year);
  if (found.month) parts.month = MONTHS.indexOf(found.month.toLowerCase().slice(0, 3));
  if (found.number) parts.month = Number(found.number) - 1;
  if (found.quarter) parts.month = 3 * (Number(found.quarter) - 1);
  if (found.day) parts.day = Number(found.day);
  if (found.hour) parts.minutes = minutesOf(found);
  const { month = 0, day = 1 } = parts;
  return month < 0 || month > 11 || day < 1 || day > 31 ? null : parts;
}

function minutesOf({ hour, minute, half }: Readonly<Record<string, string | undefined>>): number {
  const turn = half?.toLowerCase();
  const hours = turn ? (Number(hour) % 12) + (turn === 'pm' ? 12 : 0) : Number(hour);
  return 60 * hours + Number(minute ?? 0);
}

/** Months before the first printed year belong to the year before it. */
function startYear(parts: readonly (Parts | null)[], known: number | undefined): number {
  if (known === undefined) return UNKNOWN_YEAR;
  const first = parts.find(p => p !== null);
  return first?.year === undefined ? known - 1 : known;
}

/** Days before the first printed month belong to it, or to the one before where they count higher. */
function startMonth(parts: readonly (Parts | null)[]): number {
  const named = parts.find(p => p?.month !== undefined);
  const first = parts.find(p => p !== null);
  if (!named || first === named || first?.year !== undefined) return 0;
  return named.month! - ((first?.day ?? 1) > (named.day ?? 1) ? 1 : 0);
}

/** A leap year stands in where none is printed. */
const UNKNOWN_YEAR = 2000;

function completed(at: Required<Parts>, part: Parts): Required<Parts> {
  if (part.year !== undefined)
    return { year: part.year, month: part.month ?? 0, day: part.day ?? 1, minutes: part.minutes ?? 0 };
  if (part.month !== undefined) return { ...at, month: part.month, day: part.day ?? 1, minutes: 0 };
  if (part.day !== undefined) return { ...at, day: part.day, minutes: part.minutes ?? 0 };
  return { ...at, minutes: part.minutes ?? 0 };
}

/** December is followed by January of the next year, the 31st by the 1st, 11 PM by midnight. */
function nextRound(at: Required<Parts>, part: Parts): Required<Parts> {
  if (part.month !== undefined) return { ...at, year: at.year + 1 };
  if (part.day !== undefined) return { ...at, month: at.month + 1 };
  return { ...at, day: at.day + 1 };
}

function msOf({ year, month, day, minutes }: Required<Parts>): number {
  return Date.UTC(year, month, day, 0, minutes);
}
