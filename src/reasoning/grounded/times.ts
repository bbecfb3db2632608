import type { Period } from '../../domain/value.ts';
import { parsePeriods } from '../../lib/quantity/index.ts';

/** When a clause asks about. */
export interface Times {
  readonly periods: readonly Period[];
  /** So many years back from the newest one; 1 is the newest alone. */
  readonly lastYears?: number;
}

const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  couple: 2,
  few: 3,
};
const COUNT = `(?<count>\\d{1,2}|${Object.keys(COUNTS).join('|')})`;
const LAST = '(?:last|past|previous|preceding|prior|(?:most )?recent|latest)';
const OVER =
  '(?:(?:in|for|over|during|across|within|throughout) )?(?:(?:each|every|any|all|both) (?:of )?)?(?:the |these |its |their )?';
const YEARS = new RegExp(
  `${OVER}(?:${LAST} (?:a )?${COUNT}(?: of)?|${COUNT.replace('count', 'first')} (?:most recent|latest|last|past)) (?:(?:fiscal|financial|calendar|full|reporting|completed) )?years?(?: reported)?\\b`,
  'giu',
);
const DECADE = new RegExp(`${OVER}(?:last|past) decade\\b`, 'giu');
const RECENT = new RegExp(`${OVER}(?:last|past|recent) (?:few |several )?years\\b`, 'giu');
const LATEST = new RegExp(
  `${OVER}(?:(?:latest|most recent|newest)(?: (?:available|reported|completed))?(?: (?:fiscal|financial|calendar|full|reporting))?(?: years?(?:'s)?)?|(?:current|last) (?:(?:fiscal|financial|reporting|full) )?year(?! of))\\b`,
  'giu',
);
/** What "in recent years" is taken for. */
const SEVERAL = 5;
/** "Since 2019" has no end; no source reports on later years. */
const FAR_AHEAD = 2099;

export function timesOf(text: string): Times {
  const lastYears = lastYearsOf(text);
  const onwards = /\bonwards?\b|\bto date\b|\bto (?:today|now)\b/iu.test(text);
  const periods = parsePeriods(text).map(({ period, lead }) => {
    const open = lead === 'since' || (lead === 'from' && onwards);
    return open && period.kind === 'year'
      ? ({ label: `${period.label} and later`, kind: 'range', year: period.year, part: FAR_AHEAD } as const)
      : period;
  });
  return lastYears === null ? { periods } : { periods, lastYears };
}

/** The text without its periods and the words around them: what is left is about something else. */
export function withoutTimes(text: string): string {
  const relative = [YEARS, DECADE, RECENT, LATEST].reduce(
    (rest, pattern) => rest.replace(pattern, ' '),
    text,
  );
  return [...parsePeriods(relative)].reverse().reduce((rest, { start, end }) => {
    const before = rest
      .slice(0, start)
      .replace(
        /(?:\b(?:as of|the end of|year[- ]end|end of|since|until|in|from|between|during|for|by|and|to|on)\s+)+$/iu,
        '',
      )
      .replace(
        /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2} ?[-–]? ?$/iu,
        '',
      );
    return `${before} ${rest.slice(end)}`;
  }, relative);
}

function lastYearsOf(text: string): number | null {
  YEARS.lastIndex = 0;
  const groups = YEARS.exec(text)?.groups;
  const count = (groups?.count ?? groups?.first)?.toLowerCase();
  YEARS.lastIndex = 0;
  if (count) return COUNTS[count] ?? Number(count);
  if (text.search(DECADE) >= 0) return 10;
  if (text.search(RECENT) >= 0) return SEVERAL;
  return text.search(LATEST) >= 0 ? 1 : null;
}
