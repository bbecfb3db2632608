import type { Period } from '../../domain/value.ts';
import { currencyBefore } from './currencies.ts';
import { PERIOD_PATTERNS } from './period-patterns.ts';
import { scaleAt } from './scales.ts';
import type { PeriodSpan } from './types.ts';
import { unitAt } from './units.ts';

const LEAD =
  /(?:^|[\s(,])(in|by|since|from|to|until|through|during|for|before|after|as of|at|vs\.?|versus|than in|compared (?:with|to)|of|on|between|and|through)\s(?:(?:the|end of|calendar|year|years)\s){0,2}$/i;
/** Where a period can start: a digit, or a letter that begins one of the words. */
const START = /(?<![\p{L}\d]|[\d][.,:]|[$€£¥#]\s?|[\p{L}]-(?=\d{2}(?!\d)))(?:['’]?\d|[a-z])/giu;
const FIRST_LETTERS = new Set('tsnfyqhjmadoc'.split(''));

/** The stretches of time that a text names, in order, without overlaps. Pure numbers outside 1900 to 2099 are not years. */
export function parsePeriods(text: string): PeriodSpan[] {
  const spans: PeriodSpan[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const first = match[0].toLowerCase();
    if (/[a-z]/.test(first) && !FIRST_LETTERS.has(first)) continue;
    const span = periodAt(text, match.index);
    if (!span) continue;
    spans.push(span);
    START.lastIndex = span.end;
  }
  return spans;
}

/** The one period that a label is about, if it names exactly one (headers such as "Year Ended December 31, 2017"). */
export function periodOf(label: string): Period | null {
  const spans = parsePeriods(label);
  return spans.length === 1 ? (spans[0]?.period ?? null) : null;
}

function periodAt(text: string, start: number): PeriodSpan | null {
  for (const { pattern, read } of PERIOD_PATTERNS) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const period = read(match.groups ?? {});
    const end = start + match[0].length;
    if (!period || (isBareYear(match[0]) && isQuantity(text, start, end))) continue;
    const lead = LEAD.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? '';
    return { start, end, printed: match[0], period, lead: lead.toLowerCase() };
  }
  return null;
}

function isBareYear(printed: string): boolean {
  return /^\d{4}$/.test(printed);
}

/** "2000 employees", "$2000", "2050 GWh" are amounts. */
function isQuantity(text: string, start: number, end: number): boolean {
  if (currencyBefore(text, start)) return true;
  if (scaleAt(text, end, { currency: false })) return true;
  const unit = unitAt(text, end);
  // A time word after a year is more often about the year ("the 2016 year", "2017 days sales").
  return unit !== null && unit.dimension !== 'time' && unit.unit !== 'x' && unit.unit !== 'people';
}
