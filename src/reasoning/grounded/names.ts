import { isStop, type Word, wordsOf } from './words.ts';

/** Capitalised words that name no one. */
const NO_NAME = new Set(
  (
    'i ceo cfo esg ai it r&d kpi q1 q2 q3 q4 h1 h2 fy ytd usd eur gbp chf jpy co2 co2e ghg gdp cpi eps ebit ebitda capex opex fcf roe roce ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'scope form report annual page table figure chart slide section'
  ).split(' '),
);
const LINK = new Set(['of', 'and', '&', 'de', 'for', 'the', 'van', 'von']);

/**
 * Proper names in a question: runs of capitalised words, "of" inside them allowed ("Bank of America").
 * The first word counts only where it can't be a plain one: a possessive, or the start of a longer name.
 */
export function namesIn(clause: string, known: (index: number) => boolean): readonly string[] {
  const words = wordsOf(clause);
  const names: string[] = [];
  let at = 0;
  while (at < words.length) {
    const end = isNameWord(words, at, known) ? endOfName(words, at, known) : at;
    if (end > at) {
      const name = words
        .slice(at, end)
        .map(word => word.raw)
        .join(' ');
      if (!names.includes(name)) names.push(name);
    }
    at = Math.max(end, at + 1);
  }
  return names;
}

function isNameWord(words: readonly Word[], at: number, known: (index: number) => boolean): boolean {
  const word = words[at];
  if (!word || known(at) || !/^\p{Lu}/u.test(word.raw) || NO_NAME.has(word.raw.toLowerCase())) return false;
  if (isStop(word.stem) && word.raw !== word.raw.toUpperCase()) return false;
  if (/^(?:FY|CY|Q[1-4]|H[12])\s?\d*/u.test(word.raw)) return false;
  if (at > 0) return true;
  const next = words[1];
  const longer = next !== undefined && /^\p{Lu}/u.test(next.raw) && !known(1) && !isStop(next.stem);
  return word.possessive || longer || word.raw === word.raw.toUpperCase();
}

function endOfName(words: readonly Word[], start: number, known: (index: number) => boolean): number {
  let at = start;
  while (at < words.length) {
    if (!isNameWord(words, at, known) && at > start) {
      const linked = words[at]?.stem === 'of' && isNameWord(words, at + 1, known);
      if (!linked || LINK.has(words[at + 1]?.stem ?? '')) break;
    }
    at += 1;
    if (words[at - 1]?.possessive) break;
  }
  return at;
}
