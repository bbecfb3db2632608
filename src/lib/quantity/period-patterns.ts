import type { Period } from '../../domain/value.ts';

/** One way to print a period. The first pattern that matches at a place wins, so longer forms come first. */
export interface PeriodPattern {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => Period | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MONTH =
  '(?<month>jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const YEAR = '(?<year>(?:19|20)\\d{2})';
const FISCAL = '(?<fiscal>fy|fye|(?:fiscal|financial)(?: years?)?)';
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const ORDINAL = '(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)';
const UNTIL = '(?:ended|ending)(?: on)?';

export const PERIOD_PATTERNS: readonly PeriodPattern[] = [
  at(
    `(?<span>three|six|nine|twelve|3|6|9|12)[ -]months? ${UNTIL} (?:${MONTH} ${DAY},? ?|${DAY.replace('day', 'day2')} ${MONTH.replace('month', 'month2')},? )${YEAR}`,
    monthsEnded,
  ),
  at(
    `(?<weeks>\\d\\d?|thirteen|twenty-six|thirty-nine|fifty-two|fifty-three)[ -]weeks? ${UNTIL} ${MONTH} ${DAY},? ?${YEAR}`,
    weeksEnded,
  ),
  at(
    `(?:(?<fiscal>fiscal|financial) )?years? ${UNTIL} (?:${MONTH} ${DAY},? ?|${DAY.replace('day', 'day2')} ${MONTH.replace('month', 'month2')},? )${YEAR}`,
    yearEnded,
  ),
  at(`${ORDINAL}[ -](?<what>quarter|half)(?: of)?(?: the)?,? ?(?:${FISCAL} )?['’]?${YEAR}`, partOf),
  at(`(?:${FISCAL} ?)?${YEAR},? ${ORDINAL}[ -](?<what>quarter|half)`, partOf),
  at(`(?<letter>[QH])(?<number>[1-4])[ ,/-]{0,2}(?:of )?(?:${FISCAL} ?)?${YEAR}`, partOf),
  at(`(?<letter>[QH])(?<number>[1-4]) ?(?<fiscal>fy)? ?['’]?(?<short>\\d{2})(?!\\d)`, partOf),
  at(`(?:${FISCAL} ?)?${YEAR}[ ,/-]{0,2}(?<letter>[QH])(?<number>[1-4])(?!\\d)`, partOf),
  at(`(?<number>[1-4])(?<letter>[QH]) ?['’]?(?:${YEAR}|(?<short>\\d{2}))(?!\\d)`, partOf),
  at(`${MONTH} ${DAY}(?:,| ,)? ?${YEAR}`, dayOf),
  at(`${DAY}\\.? (?:of )?${MONTH},? ${YEAR}`, dayOf),
  at(`${YEAR}-(?<mm>0[1-9]|1[0-2])-(?<day>[0-3]\\d)(?!\\d)`, dayOf),
  at(`(?<day>[0-3]\\d)\\.(?<mm>0[1-9]|1[0-2])\\.${YEAR}`, dayOf),
  at(`(?<mm>0?[1-9]|1[0-2])/(?<day>[0-3]?\\d)/${YEAR}`, dayOf),
  at(`${MONTH},? (?:of )?${YEAR}`, monthOf),
  at(`${MONTH} ?['’](?<short>\\d{2})(?!\\d)`, monthOf),
  at(`${FISCAL} ?['’]?(?<start>(?:20)?\\d{2}) ?[/–-] ?['’]?(?<short>\\d{2})(?!\\d)`, fiscalPair),
  at('(?<start>(?:19|20)\\d{2})/(?<short>\\d{2})(?!\\d)', fiscalPair),
  at(
    `(?<start>(?:19|20)\\d{2}) ?(?:–|—|-|‑| to | through |(?<=between (?:19|20)\\d{2} ?) and ) ?${YEAR}`,
    rangeOf,
  ),
  at('(?<start>(?:19|20)\\d{2})[–-](?<short>\\d{2})(?!\\d)', rangeOf),
  at(`${FISCAL} ?['’]?(?:${YEAR}|(?<short>\\d{2}))(?!\\d)`, yearOf),
  at(`${YEAR}(?: ?[AEF](?!\\p{L}))?`, yearOf),
];

function at(source: string, read: PeriodPattern['read']): PeriodPattern {
  // A number that touches digits, marks or letters is part of something else: "5,2017", "ISO 14001:2015".
  return { pattern: new RegExp(`(?:${source})(?![\\p{L}\\d]|[.,]\\d)`, 'iuy'), read };
}

type Groups = Readonly<Record<string, string | undefined>>;

function monthsEnded(groups: Groups): Period | null {
  const month = monthNumber(groups);
  const span =
    { three: 3, six: 6, nine: 9, twelve: 12 }[groups.span?.toLowerCase() ?? ''] ?? Number(groups.span);
  const year = Number(groups.year);
  const end = `${dayNumber(groups)} ${MONTH_NAMES[month - 1]} ${year}`;
  if (span === 12) return yearEnded(groups);
  if (span === 3)
    return { label: `three months to ${end}`, kind: 'quarter', year, part: Math.ceil(month / 3) };
  if (span === 6) return { label: `six months to ${end}`, kind: 'half', year, part: month <= 6 ? 1 : 2 };
  return { label: `nine months to ${end}`, kind: 'range', year, part: year, day: dayNumber(groups) };
}

function weeksEnded(groups: Groups): Period | null {
  const weeks = { thirteen: 13, 'twenty-six': 26, 'thirty-nine': 39, 'fifty-two': 52, 'fifty-three': 53 };
  const count = weeks[(groups.weeks ?? '').toLowerCase() as keyof typeof weeks] ?? Number(groups.weeks);
  const months = Math.round(count / 4.34);
  return [3, 6, 9, 12].includes(months) ? monthsEnded({ ...groups, span: String(months) }) : null;
}

function yearEnded(groups: Groups): Period | null {
  return yearTo({ year: Number(groups.year), part: monthNumber(groups), day: dayNumber(groups) });
}

/**
 * The year that ends on a day. One that ends in the last days of December or the first of January is that calendar
 * year; any other end keeps its date in the label.
 */
export function yearTo({ year, part = 12, day = 31 }: Pick<Period, 'year' | 'part' | 'day'>): Period {
  if (part === 12 && day > 20) return { label: `${year}`, kind: 'year', year };
  if (part === 1 && day <= 10) return { label: `${year - 1}`, kind: 'year', year: year - 1 };
  return { label: `year to ${day} ${MONTH_NAMES[part - 1]} ${year}`, kind: 'year', year, fiscal: true };
}

function partOf(groups: Groups): Period | null {
  const word = { first: 1, second: 2, third: 3, fourth: 4 }[groups.ordinal?.toLowerCase() ?? ''];
  const part = word ?? Number.parseInt(groups.ordinal ?? groups.number ?? '', 10);
  const half = groups.what?.toLowerCase() === 'half' || groups.letter?.toUpperCase() === 'H';
  const year = groups.year ? Number(groups.year) : fullYear(groups.short ?? '');
  if (half && part > 2) return null;
  const fiscal = groups.fiscal !== undefined;
  const label = `${half ? 'H' : 'Q'}${part} ${fiscal ? 'FY' : ''}${year}`;
  return { label, kind: half ? 'half' : 'quarter', year, part, ...(fiscal ? { fiscal } : {}) };
}

function dayOf(groups: Groups): Period | null {
  const part = monthNumber(groups);
  const day = dayNumber(groups);
  const year = Number(groups.year);
  if (day < 1 || day > 31 || part < 1) return null;
  return { label: `${day} ${MONTH_NAMES[part - 1]} ${year}`, kind: 'day', year, part, day };
}

function monthOf(groups: Groups): Period | null {
  const part = monthNumber(groups);
  const year = groups.year ? Number(groups.year) : fullYear(groups.short ?? '');
  return { label: `${MONTH_NAMES[part - 1]} ${year}`, kind: 'month', year, part };
}

/** "FY 17/18" is the fiscal year that ends in 2018. */
function fiscalPair(groups: Groups): Period | null {
  const start = (groups.start ?? '').length === 4 ? Number(groups.start) : fullYear(groups.start ?? '');
  const year = nextTo(start, groups.short ?? '');
  if (year !== start + 1) return null;
  return { label: `FY${start}/${String(year).slice(2)}`, kind: 'year', year, fiscal: true };
}

function rangeOf(groups: Groups): Period | null {
  const start = Number(groups.start);
  const end = groups.year ? Number(groups.year) : nextTo(start, groups.short ?? '');
  if (end <= start || end - start > 80) return null;
  return { label: `${start}–${end}`, kind: 'range', year: start, part: end };
}

function yearOf(groups: Groups): Period | null {
  const year = groups.year ? Number(groups.year) : fullYear(groups.short ?? '');
  const fiscal = groups.fiscal !== undefined;
  return { label: `${fiscal ? 'FY' : ''}${year}`, kind: 'year', year, ...(fiscal ? { fiscal } : {}) };
}

function monthNumber(groups: Groups): number {
  if (groups.mm) return Number(groups.mm);
  return MONTHS.indexOf((groups.month ?? groups.month2 ?? '').slice(0, 3).toLowerCase()) + 1;
}

function dayNumber(groups: Groups): number {
  return Number.parseInt(groups.day ?? groups.day2 ?? '0', 10);
}

function fullYear(short: string): number {
  const two = Number(short);
  return two < 70 ? 2000 + two : 1900 + two;
}

function nextTo(start: number, short: string): number {
  const century = Math.floor(start / 100) * 100;
  const end = century + Number(short);
  return end < start ? end + 100 : end;
}
