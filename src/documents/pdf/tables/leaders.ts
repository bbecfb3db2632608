import type { Token } from './tokens.ts';

/** The words of a line, left to right, without the dots that lead the eye from a label to its value. */
export function dropLeaders(line: readonly Token[]): Token[] {
  const words = line.flatMap(splitAtLeader);
  const isKept = words.map((word, i) => !isLeader(word.text) && !isStrayDot(words, i));
  return words.flatMap((word, i) => {
    if (!isKept[i]) return [];
    const leads = i + 1 < words.length && !isKept[i + 1];
    return [withoutDots(word, leads)];
  });
}

/** "Inventories.......1,234" was drawn as one word. */
function splitAtLeader(word: Token): Token[] {
  const match = /^(.*?[^.])(\.{4,})([^.].*)$/.exec(word.text);
  if (!match) return [word];
  const [, label = '', dots = '', value = ''] = match;
  const step = word.w / word.text.length;
  const start = (label.length + dots.length) * step;
  return [
    { ...word, text: label, w: label.length * step },
    { ...word, text: value, x: word.x + start, w: word.w - start },
  ];
}

function isLeader(text: string): boolean {
  return /^[.·․_]{3,}$|^…{2,}$/.test(text);
}

/** Leaders are often set as single dots with spaces between them; ".." in a cell of its own says "none". */
function isStrayDot(words: readonly Token[], i: number): boolean {
  const word = words[i]!;
  const dot = (other: Token | undefined) => /^[.·․]{1,2}$/.test(other?.text ?? '');
  const near = (other: Token | undefined) =>
    other !== undefined && dot(other) && Math.abs(other.x - word.x) < 1.2 * word.fontSize;
  return dot(word) && (near(words[i - 1]) || near(words[i + 1]));
}

/** The word without dots at its end: four or more, or one that a row of dots goes on from. */
function withoutDots(word: Token, leads: boolean): Token {
  const match = (leads ? /^(.*?[^.\s])\.$/ : /^(.*?[^.\s])\s?\.{4,}$/).exec(word.text);
  if (!match) return word;
  return { ...word, text: match[1]!, w: (word.w * match[1]!.length) / word.text.length };
}
