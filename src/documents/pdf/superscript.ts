import type { Word } from './words.ts';

/**
 * Raised text in plain characters, so that a footnote mark never runs into the number before it: digits become
 * superscript digits ("12.3¹"), anything else stays as it is ("4th", "2018(1)").
 */
export function superscript(text: string): string {
  return text.replace(/\d/g, digit => SUPERSCRIPTS[Number(digit)]!);
}

/** Footnote marks that stand apart from their word, before or after it, are put on that word's baseline. */
export function levelMarks(words: readonly Word[]): Word[] {
  return words.map((word, i) => {
    const host = [words[i + 1], words[i - 1]].find(other => other !== undefined && isRaised(word, other));
    return host ? { ...word, text: superscript(word.text), baseline: host.baseline } : word;
  });
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LONGEST_MARK = 5;

function isRaised(mark: Word, host: Word): boolean {
  if (mark.text.length > LONGEST_MARK || mark.size > 0.86 * host.size) return false;
  const up = host.baseline - mark.baseline;
  const gap = Math.max(host.start - mark.end, mark.start - host.end);
  return up > 0.12 * host.size && up < 0.75 * host.size && gap < 0.8 * host.size && gap > -0.3 * host.size;
}
