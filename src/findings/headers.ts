import type { Period } from '../domain/value.ts';
import { parsePeriods, periodOf } from '../lib/quantity/index.ts';

/** What one column's header says. */
export interface Header {
  readonly period: Period | null;
  /** Words that are neither period nor unit: "as reported", "exchange rate effect", a company, a segment. */
  readonly rest: string;
  readonly text: string;
}

/** "Three Months Ended June 30," printed over several years; only the first of them may have caught it. */
const SPAN =
  /(?:(?:three|six|nine|twelve|\d{1,2})[ -](?:months?|weeks?)|(?:fiscal |financial )?years?|quarters?)(?: ended| ending)?(?: (?:on )?[a-z]+\.? \d{1,2})?,?\s*(?=(?:19|20)\d{2}|$)/i;
const DAY_SPAN =
  /(?:as of |as at |at )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},?\s*(?=(?:19|20)\d{2}|$)/i;

const GENERIC =
  /\b(?:(?:fiscal |financial )?years? (?:ended|ending)|(?:fiscal|financial) years?|^\W*years?\W*$|(?:three|six|nine|twelve|\d{1,2}) (?:months|weeks)(?: ended| ending)?|quarters? ended|as of|as at|for the|(?:un)?audited|actual|(?:as )?reported|total|consolidated|amounts?|values?|results?|note|data|(?:december|january|february|march|april|may|june|july|august|september|october|november) \d{1,2},?)(?![\p{L}])/giu;
const QUARTER = /\b(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter\b|\bq(?<digit>[1-4])\b/i;
const EDGE =
  /^(?:(?:and|of|the|in|at|as|for|year|to|by)\s+)+|(?:\s+(?:and|of|the|in|at|as|for|year|to|by))+$/i;
const UNITS =
  /\b(?:thousands?|millions?|billions?|dollars?|euros?|usd|eur|gbp|chf|metric|(?:of )?tons?|tonnes?|kt|mt|(?:of )?t?co2e?q?(?: emissions| equivalents?)?|[kmgt]wh|percent|mio|mrd)\b|[$€£%]/gi;

/**
 * Headers column by column; a bare year takes the span that stands over its neighbours, so that a quarter's year
 * is not taken for a whole one. `around` is where the span may stand instead: the stub header, the title.
 */
export function readHeaders(headers: readonly string[], around: readonly string[]): readonly Header[] {
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
      year && bare?.kind === 'year' && span !== '' ? (periodOf(`${span} ${year}`) ?? bare) : bare;
    return { period, rest: restOf(text), text };
  });
}

/** What is left of a header when periods, units and words that every table has are taken away. */
export function restOf(text: string): string {
  let rest = '';
  let at = 0;
  for (const span of parsePeriods(text)) {
    rest += `${text.slice(at, span.start)} `;
    at = span.end;
  }
  rest += text.slice(at);
  if (quarterOf(text)) rest = rest.replace(QUARTER, ' ');
  return rest
    .replace(/\((?:\d{1,2}|[a-z]|\d{1,2} weeks)\)/g, ' ')
    .replace(GENERIC, ' ')
    .replace(UNITS, ' ')
    .replace(/[^\p{L}\p{N}&/.’' -]+/gu, ' ')
    .replace(/(?<=\s|^)[\d.,'’&/-]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(EDGE, '')
    .trim();
}

/** "First Quarter" under "Year Ended December 31, 2016" is that year's first quarter. */
function quarterOf(text: string): Period | null {
  const match = QUARTER.exec(text);
  const years = parsePeriods(text);
  const [only] = years;
  if (!match?.groups || years.length !== 1 || only?.period.kind !== 'year') return null;
  const { ordinal, digit } = match.groups;
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
