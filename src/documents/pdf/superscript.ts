import type { Word } from './words.ts';

/**
 * Raised text in plain characters, so that a footnote mark never runs into the number before it: digits become
 * superscript digits ("12.3¹"), anything else stays as it is ("4th", "2018(1)").
 */
export function superscript(text: string): string {
  return text.replace(/\d/g, digit => SUPERSCRIPTS[Number(digit)]!);
}

/** Undoes it inside brackets, where a mark can't be taken for a part of a number. */
export function plainInBrackets(text: string): string {
  return text.replace(BRACKETED, marks => marks.replace(RAISED, mark => String(SUPERSCRIPTS.indexOf(mark))));
}

/** Footnote marks that stand apart from their word, before or after it, are put on that word's baseline. */
export function levelMarks(words: readonly Word[]): Word[] {
  return words.map((word, i) => {
    const host = [words[i + 1], words[i - 1]].find(other => other !== undefined && isRaised(word, other));
    return host ? { ...word, text: plainInBrackets(superscript(word.text)), baseline: host.baseline } : word;
  });
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED = /[⁰¹²³⁴-⁹]/g;
const BRACKETED = /[([][⁰¹²³⁴-⁹,]+[)\]]/g;
const LONGEST_MARK = 5;

function isRaised(mark: Word, host: Word): boolean {
  if (mark.text.length > LONGEST_MARK || mark.size > 0.86 * host.size) return false;
  const up = host.baseline - mark.baseline;
  const gap = Math.max(host.start - mark.end, mark.start - host.end);
  return up > 0.12 * host.size && up < 0.75 * host.size && gap < 0.8 * host.size && gap > -0.3 * host.size;
}
