/** Words that multiply a number, English first, with the German, French and Indian ones that reports print. */
const SCALES: readonly (readonly [pattern: string, scale: number])[] = [
  ['thousands?|tsd\\.?|milliers?', 1e3],
  ['lakhs?', 1e5],
  ['millions?|mn|mln|mio\\.?|mill\\.|MM', 1e6],
  ['crores?', 1e7],
  ['billions?|bn|bln|mrd\\.?|mds?\\.?|milliards?', 1e9],
  ['trillions?|trn|tn', 1e12],
];

const WORD = new RegExp(
  `\\s*-?\\s*(?:${SCALES.map(([pattern], i) => `(?<s${i}>${pattern})`).join('|')})(?![\\p{L}\\p{N}])`,
  'iuy',
);
/** One letter counts only where it touches its number: "$5M", "70M users"; beside a currency small letters do too. */
const LETTER = /(?:(?<m>[mM])|(?<b>[bB])|(?<k>[kK]))(?![\p{L}\p{N}])/uy;
const SCALE_OF_LETTER = { m: 1e6, b: 1e9, k: 1e3 } as const;

/** The scale word at `at`, with or without a space before it. */
export function scaleAt(
  text: string,
  at: number,
  beside: { readonly currency: boolean },
): { readonly scale: number; readonly end: number } | null {
  WORD.lastIndex = at;
  const word = WORD.exec(text);
  if (word) {
    const index = SCALES.findIndex((_, i) => word.groups?.[`s${i}`] !== undefined);
    return { scale: SCALES[index]?.[1] ?? 1, end: WORD.lastIndex };
  }
  LETTER.lastIndex = at;
  const letter = LETTER.exec(text)?.[0];
  if (letter === undefined) return null;
  const allowed = beside.currency || letter === 'M' || letter === 'B';
  return allowed ? { scale: SCALE_OF_LETTER[letter.toLowerCase() as 'm' | 'b' | 'k'], end: at + 1 } : null;
}

/** The scale that a note or a header states: "in thousands", "$ millions", "000s", "1,000 metric tons". */
export function scaleIn(text: string): number | null {
  if (/(?<![\d.,])(?:1[,. {2}]?000|['’]?000s?)(?![\d.,]\d|\d)/.test(text)) return 1e3;
  for (const [pattern, scale] of SCALES) {
    if (new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu').test(text)) return scale;
  }
  if (/[$€£]\s?[mM](?![\p{L}])|(?<![\p{L}])[mM]\s?[$€£]|\b(?:USD|EUR|GBP|CHF)\s?[mM]\b/u.test(text))
    return 1e6;
  return null;
}
