import type { NumberSpan } from './types.ts';

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5 };
const WORD = COUNTS.join('|');
const FRACTION = new RegExp(
  `(?<![\\p{L}-])(?:(?<top>${WORD}|a)[- ](?<part>half|thirds?|quarters?|fifths?)|(?<some>${WORD})(?:-| )(?:in|out of)(?:-| )(?<every>${WORD}))(?![\\p{L}])(?!\\s+of (?:\\d{4}|fiscal|the (?:year|fiscal)))`,
  'giu',
);

/** Shares in words as surveys print them: "two-thirds", "four-in-ten", "three-quarters". About, by their nature. */
export function parseFractions(text: string): NumberSpan[] {
  return [...text.matchAll(FRACTION)].flatMap(match => {
    const { top, part, some, every } = match.groups ?? {};
    const below = every ? countOf(every) : (PARTS[(part ?? '').toLowerCase().replace(/s$/, '')] ?? 0);
    const above = countOf(some ?? top ?? '');
    if (below <= above || isOrdinal(text, match.index, part)) return [];
    const amount = Math.round((above / below) * 1000) / 10;
    const [start, end] = [match.index, match.index + match[0].length];
    const base = { dimension: 'percent', unit: '%', scale: 1, qualifiers: ['about'] } as const;
    return [{ start, end, amount, printed: match[0], ...base }];
  });
}

/** "A third party", "a quarter earlier" are no shares. */
function isOrdinal(text: string, start: number, part: string | undefined): boolean {
  const after = text.slice(start).replace(/^\S+[- ]\S+\s*/, '');
  return part !== undefined && /^(?:part(?:y|ies)|earlier|ago|later|year|time|person)/i.test(after);
}

function countOf(word: string): number {
  const count = COUNTS.indexOf(word.toLowerCase()) + 1;
  return count === 0 ? 1 : count;
}
