import { union } from './bounds.ts';
import type { Word } from './words.ts';

/** Letter-spaced headings ("R E P O R T") arrive as a word a letter: four or more such in a row are joined. */
export function joinSpaced(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; ) {
    let end = i + 1;
    while (end < words.length && continues(words[end - 1]!, words[end]!)) end++;
    const letters = words.slice(i, end);
    joined.push(...(letters.length >= FEWEST ? regroup(letters) : letters));
    i = end;
  }
  return joined;
}

const FEWEST = 4;
const WIDEST_GAP_EM = 0.9;
const LETTER = /^\p{L}[:.,]?$/u;

function continues(a: Word, b: Word): boolean {
  if (!LETTER.test(a.text) || !LETTER.test(b.text)) return false;
  const gap = b.start - a.end;
  return Math.abs(a.baseline - b.baseline) < 0.1 * a.size && gap > 0 && gap < WIDEST_GAP_EM * a.size;
}

function regroup(letters: readonly Word[]): Word[] {
  const gaps = letters.slice(1).map((w, i) => w.start - letters[i]!.end);
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1]!;
  const groups: Word[][] = [[letters[0]!]];
  letters.slice(1).forEach((letter, i) => {
    if (gaps[i]! > 1.5 * usual) groups.push([letter]);
    else groups.at(-1)!.push(letter);
  });
  return groups.map(group => ({
    ...group[0]!,
    ...union(group),
    text: group.map(w => w.text).join(''),
    end: group.at(-1)!.end,
    spaces: group.at(-1)!.spaces,
  }));
}
