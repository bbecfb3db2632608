import { right } from './geometry.ts';
import { dropLeaders } from './leaders.ts';
import { isAmount, isCloser, isOpener, isValue } from './numbers.ts';
import type { PointBox, TableWord } from './types.ts';

/** A word, or a number joined with the signs that were placed apart from it. */
export interface Token extends PointBox {
  readonly text: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly baseline: number;
  /** Indices into the page's words. */
  readonly words: readonly number[];
  /** A raised footnote mark: it belongs to the word before it and is no part of any value. */
  readonly mark: boolean;
  /** A lowered index or a raised exponent: written without a space before it. */
  readonly tied: boolean;
}

/** A number may stand this far from its currency sign: accountants align the sign at the column's left edge. */
const SIGN_REACH = 90;

export function toToken(word: TableWord, index: number): Token {
  const bare = withoutMark(word.text);
  return {
    text: bare === '' ? word.text : bare,
    x: word.x,
    y: word.y,
    w: word.w,
    h: word.h,
    fontSize: word.fontSize,
    bold: word.bold,
    baseline: word.baseline ?? word.y + 0.8 * word.h,
    words: [index],
    mark: bare === '',
    tied: false,
  };
}

/** "9,218⁵" is 9,218 with a footnote; "m²" and "10⁶" are what they say. */
function withoutMark(text: string): string {
  const match = /^(.*?)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+,?$/u.exec(text);
  if (!match) return text;
  const stem = match[1]!;
  return /(?:^|[/·])(?:[kcmd]?m|ft|10|s)$/i.test(stem) ? text : stem;
}

/** Tokens of one text line, left to right: marks told apart, signs joined to their numbers. */
export function joinLine(words: readonly Token[]): Token[] {
  const sorted = [...words].sort((a, b) => a.x - b.x);
  return joinClosers(joinOpeners(tellMarks(dropLeaders(sorted))));
}

/** In ems: neighbours further apart than this may be of different cells. */
export interface Gaps {
  readonly words: number;
  readonly numbers: number;
}

/** Whether two neighbours may be of different cells. Numbers stand closer than words; type of two sizes parts sooner. */
export function apart(a: Token, b: Token, { words, numbers }: Gaps): boolean {
  const em = Math.max(a.fontSize, b.fontSize);
  const gap = b.x - right(a);
  if (b.mark || b.tied) return gap > words * em;
  const alike = Math.abs(a.fontSize - b.fontSize) < 0.12 * em;
  if (!alike) return gap > Math.min(words, 0.6) * em;
  const areNumbers = numbers < words && !/[,;]$/.test(a.text) && isAmount(a.text) && isValue(b.text);
  if (areNumbers && /^[$€£¥]/.test(b.text)) return gap > 0.1 * em;
  if (areNumbers && !/^\d{3}$/.test(b.text)) return gap > numbers * em;
  return gap > words * em;
}

function tellMarks(words: readonly Token[]): Token[] {
  return words.map((word, i) => {
    const host = words[i - 1];
    if (!host || word.fontSize > 0.82 * host.fontSize) return word;
    const gap = word.x - right(host);
    if (gap > 0.35 * host.fontSize || gap < -host.fontSize) return word;
    const rise = host.baseline - word.baseline;
    if (rise < -0.05 * host.fontSize) return { ...word, tied: true };
    const exponent = /(?:^|[\s/·])(?:[kcm]?m|ft|10)$/.test(host.text) && /^[-−]?\d$/.test(word.text);
    if (exponent) return { ...word, tied: true };
    const isMark = rise > 0.12 * host.fontSize && /^[\d*†‡§#a-z(),\][]{1,6}$/i.test(word.text);
    return isMark ? { ...word, mark: true } : word;
  });
}

function joinOpeners(words: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const word of [...words].reverse()) {
    const next = joined.at(-1);
    const reached = next !== undefined && next.x - right(word) < SIGN_REACH;
    if (reached && isOpener(word.text) && takesOpener(next)) joined[joined.length - 1] = merge(word, next);
    else joined.push(word);
  }
  return joined.reverse();
}

function takesOpener(token: Token): boolean {
  return isValue(token.text) || isOpener(token.text) || /^[\d(][\d.,]*\)?$/.test(token.text);
}

function joinClosers(words: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const close = last && word.x - right(last) < 1.6 * last.fontSize;
    if (last && close && isCloser(word.text) && isValue(`${last.text}${openFor(word.text, last.text)}`))
      joined[joined.length - 1] = merge(last, word);
    else joined.push(word);
  }
  return joined;
}

/** "(1,234" is a number only with its bracket. */
function openFor(closer: string, text: string): string {
  return closer.includes(')') && text.includes('(') ? ')' : '';
}

function merge(a: Token, b: Token): Token {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    ...b,
    text: a.text + b.text,
    x,
    y,
    w: Math.max(right(a), right(b)) - x,
    h: Math.max(a.y + a.h, b.y + b.h) - y,
    fontSize: Math.max(a.fontSize, b.fontSize),
    bold: a.bold || b.bold,
    words: [...a.words, ...b.words],
  };
}
