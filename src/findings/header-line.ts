import { parsePeriods } from '../lib/quantity/index.ts';

/** What may stand with the years of a header: an edition, a finish, the heads of unit and note columns. */
const EDITION =
  /\((?=\D)|(?<=\p{L}|\*)\)|\b(?:as )?(?:restated|reported|(?:un)?audited|adjusted|actuals?|plan(?:ned)?|forecast|budget|estimated?|pro forma|units?|notes?)\b/giu;
const MARKS = /\(\d{1,2}\)|[*†‡¹²³⁴,;|/–-]|\b(?:and|vs\.?)\b/giu;

/** A line of nothing but periods: a table's header that was read as text. */
export function isPeriodHeap(line: string): boolean {
  return periodsIn(line).length > 0;
}

/** The periods of such a line as printed, each with its edition, in order; [] for any other line. */
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
  if (rest.replace(EDITION, ' ').replace(MARKS, ' ').trim() !== '') return [];
  return spans.map(({ printed, end }, i) => {
    const edition = line
      .slice(end, spans[i + 1]?.start ?? line.length)
      .match(EDITION)
      ?.find(word => /\p{L}/u.test(word));
    return edition ? `${printed} ${edition}` : printed;
  });
}
