import { parsePeriods } from '../lib/quantity/index.ts';

const MARKS = /\(\d{1,2}\)|[*†‡¹²³⁴,;|/–-]|\b(?:and|vs\.?)\b/giu;

/** A line of nothing but periods: a table's header that was read as text. */
export function isPeriodHeap(line: string): boolean {
  return periodsIn(line).length > 0;
}

/** The periods of such a line, as printed, in order; [] for any other line. */
export function periodsIn(line: string): readonly string[] {
  const spans = parsePeriods(line);
  if (spans.length < 2) return [];
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    rest += line.slice(at, start);
    at = end;
  }
  rest += line.slice(at);
  return rest.replace(MARKS, ' ').trim() === '' ? spans.map(span => span.printed) : [];
}
