import type { Fill, Rule, TablePage, TableWord } from '../../../../src/documents/pdf/tables/index.ts';

/** Points per character and per line of a layout. */
export const CHAR = 5;
export const LINE = 14;
export const SIZE = 9;

interface Drawn {
  readonly rules?: readonly Rule[];
  readonly fills?: readonly Fill[];
  /** Lines set in bold, by index. */
  readonly bold?: readonly number[];
  /** Drop from one line to the next, where lines are not `LINE` apart. */
  readonly drops?: readonly number[];
}

/**
 * A page typed as text: every character is `CHAR` wide, so two spaces part cells and one space parts words. `^` before
 * a word sets it small and raised, `~` small and lowered, right behind the word before it.
 */
export function layout(lines: readonly string[], drawn: Drawn = {}): TablePage {
  const words: TableWord[] = [];
  lines.forEach((line, i) => {
    for (const match of line.matchAll(/\S+/g))
      words.push(...place(match[0], match.index * CHAR, topOf(i, drawn), drawn.bold?.includes(i) ?? false));
  });
  return {
    width: 640,
    height: Math.max(400, topOf(lines.length, drawn) + 60),
    words,
    rules: drawn.rules ?? [],
    fills: drawn.fills ?? [],
  };
}

/** y of the top of line `i`. */
export function topOf(i: number, { drops }: Drawn = {}): number {
  return (
    40 +
    (drops ?? []).slice(0, i).reduce((sum, drop) => sum + drop, 0) +
    Math.max(0, i - (drops?.length ?? 0)) * LINE
  );
}

/** A stroke below line `i`, from one character to another. */
export function under(i: number, from: number, to: number): Rule {
  const y = topOf(i) + SIZE + 2;
  return { x1: from * CHAR, y1: y, x2: to * CHAR, y2: y, thickness: 0.5 };
}

/** A stroke down from the top of line `from` to the bottom of line `to`. */
export function upright(char: number, from: number, to: number): Rule {
  const x = char * CHAR;
  return { x1: x, y1: topOf(from) - 2.5, x2: x, y2: topOf(to) + SIZE + 2, thickness: 0.5 };
}

/** A shaded band behind lines `from` to `to`. */
export function band(from: number, to: number, chars: readonly [number, number], color = '#cceeff'): Fill {
  const y = topOf(from) - 2.5;
  return { x: chars[0] * CHAR, y, w: (chars[1] - chars[0]) * CHAR, h: topOf(to) + SIZE + 2 - y, color };
}

function place(text: string, x: number, y: number, bold: boolean): TableWord[] {
  const [first = '', ...marks] = text.split(/(?=[\^~])/);
  const words = [word(first, { x, y, size: SIZE, bold })];
  let end = x + first.length * CHAR;
  for (const mark of marks) {
    const shift = mark.startsWith('^') ? -3 : 2;
    const small = mark.slice(1);
    words.push(word(small, { x: end, y: y + (SIZE - 5) + shift, size: 5, bold }));
    end += small.length * 3;
  }
  return words;
}

function word(text: string, at: { x: number; y: number; size: number; bold: boolean }): TableWord {
  const width = text.length * (at.size === SIZE ? CHAR : 3);
  return {
    text,
    x: at.x,
    y: at.y,
    w: width,
    h: at.size,
    fontSize: at.size,
    bold: at.bold,
    baseline: at.y + 0.8 * at.size,
  };
}
