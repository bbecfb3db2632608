import type { Period } from '../domain/value.ts';
import { parsePeriods, periodOf } from '../lib/quantity/index.ts';
import { tellingWords } from './header-words.ts';

/** What one column's header says. */
export interface Header {
  readonly period: Period | null;
  /** Words that are neither period nor unit: "as reported", "exchange rate effect", a company, a segment. */
  readonly rest: string;
  readonly text: string;
  /** The span was told by the place among repeated years, because it stood apart from them. */
  readonly fromBlock?: boolean;
}

/** "Three Months Ended June 30," printed over several years; only the first of them may have caught it. */
const SPAN =
  /(?:(?:three|six|nine|twelve|\d{1,2})[ -](?:months?|weeks?)|(?:fiscal |financial )?years?|quarters?)(?: ended| ending)?(?: (?:on )?(?:[a-z]+\.? \d{1,2}|\d{1,2} [a-z]{3,}))?,?\s*(?=(?:19|20)\d{2}|$)/i;
const DAY_SPAN =
  /(?:as of |as at |at )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},?\s*(?=(?:19|20)\d{2}|$)/i;

const QUARTER =
  /\b(?:quarters? )?(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter\b|\bquarters? (?<after>first|second|third|fourth|1st|2nd|3rd|4th)\b|\bq(?<digit>[1-4])\b/i;

/**
 * Headers column by column; a bare year takes the span that stands over its neighbours, so that a quarter's year
 * is not taken for a whole one. `around` is where the span may stand instead: the stub header, the title.
 */
export function readHeaders(headers: readonly string[], around: readonly string[]): readonly Header[] {
  const read = readSpans(headers, around);
  const restated = headers.some(text => /\brestated\b/i.test(text));
  return read.map(header =>
    VINTAGE.test(header.text) || (restated && REPORTED.test(header.text))
      ? { ...header, rest: 'as previously reported' }
      : header,
  );
}

const VINTAGE = /\b(?:previously|originally|initially|before) (?:reported|stated|published|restatement)\b/i;
/** Beside a restated column, "as reported" is what no longer holds. */
const REPORTED = /\b(?:as )?(?:reported|stated|published)\b/i;

function readSpans(headers: readonly string[], around: readonly string[]): readonly Header[] {
  const blocks = blockSpans(headers, around);
  if (blocks.length > 0)
    return headers.map((text, i) => ({
      period: blocks[i] ?? periodOf(text),
      rest: restOf(text),
      text,
      fromBlock: true,
    }));
  const spans = headers.map(header => spanOf(header));
  const distinct = new Set(spans.filter(span => span !== ''));
  const only = distinct.size === 1 ? ([...distinct][0] ?? '') : '';
  const above = distinct.size === 0 ? (around.map(spanOf).find(span => span !== '') ?? '') : '';
  let left = '';
  return headers.map((text, i) => {
    if (spans[i]) left = spans[i] ?? '';
    const year = /^\D*((?:19|20)\d{2})\D*(?:\(\d\))?\s*$/.exec(text)?.[1];
    const span = spans[i] || left || only || above;
    const bare = quarterOf(text) ?? periodOf(text);
    const period =
      year && bare?.kind === 'year' && !bare.fiscal && span !== ''
        ? (periodOf(`${span} ${year}`) ?? bare)
        : bare;
    return { period, rest: restOf(text), text };
  });
}

const LENGTH =
  /\b(?:(?:three|six|nine|twelve|3|6|9|12)[ -]months?|(?:thirteen|twenty-six|thirty-nine|fifty-two|fifty-three|13|14|26|39|52|53)[ -]weeks?|(?:fiscal |financial )?years?) ended\b/gi;
const MONTH =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** "13 Weeks Ended … 52 Weeks Ended" above 2023, 2022, 2023, 2022: one length for each block of the same years. */
function blockSpans(headers: readonly string[], around: readonly string[]): readonly (Period | null)[] {
  const years = headers.flatMap((text, i) =>
    /^\W*(?:19|20)\d{2}\W*$/.test(text) ? [{ i, year: text.replace(/\D/g, '') }] : [],
  );
  const line = around.find(text => (text.match(LENGTH)?.length ?? 0) > 1) ?? '';
  const lengths = line.match(LENGTH) ?? [];
  const size = years.length / lengths.length;
  const month = MONTH.exec(line)?.[0];
  if (lengths.length < 2 || size < 1 || !Number.isInteger(size) || !month) return [];
  if (years.some(({ year }, n) => year !== years[n % size]?.year)) return [];
  const periods = new Map(
    years.map(({ i, year }, n) => [i, periodOf(`${lengths[Math.floor(n / size)]} ${month} 28, ${year}`)]),
  );
  return headers.map((_, i) => periods.get(i) ?? null);
}

/** "65+", "18-29": a group of people by their ages. */
const AGES = /^(?:ages? )?(?:\d{2}\s?\+|[1-9]\d\s?[-–]\s?[1-9]\d)$/i;

/** What is left of a header when periods, units and words that every table has are taken away. */
export function restOf(text: string): string {
  if (AGES.test(text.trim())) return text.trim();
  return tellingWords(quarterOf(text) ? text.replace(QUARTER, ' ') : text);
}

/** "First Quarter" under "Year Ended December 31, 2016" is that year's first quarter. */
function quarterOf(text: string): Period | null {
  const match = QUARTER.exec(text);
  const years = parsePeriods(text);
  const [only] = years;
  if (!match?.groups || years.length !== 1 || only?.period.kind !== 'year') return null;
  const { digit } = match.groups;
  const ordinal = match.groups.ordinal ?? match.groups.after;
  const part = digit
    ? Number(digit)
    : Number(/\d/.exec(ordinal ?? '')?.[0] ?? ORDINALS.indexOf((ordinal ?? '').toLowerCase()));
  const { year, fiscal } = only.period;
  return {
    label: `Q${part} ${fiscal ? 'FY' : ''}${year}`,
    kind: 'quarter',
    year,
    part,
    ...(fiscal ? { fiscal } : {}),
  };
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth'];

function spanOf(header: string): string {
  return (SPAN.exec(header)?.[0] ?? DAY_SPAN.exec(header)?.[0] ?? '').trim();
}
