import { toLines } from '../../../src/documents/pdf/lines.ts';
import { toSegments } from '../../../src/documents/pdf/segments.ts';
import type { Sheet } from '../../../src/documents/pdf/sheet.ts';
import type { Word } from '../../../src/documents/pdf/words.ts';

export interface Face {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly run?: number;
}

/** Half an em per character, a quarter of one between words: near enough to type. */
export function line(text: string, x: number, baseline: number, { size = 10, ...face }: Face = {}): Word[] {
  let at = x;
  return text.split(' ').map((word, i) => {
    const start = at;
    const end = start + word.length * size * 0.5;
    at = end + size * 0.25;
    return {
      text: word,
      start,
      end,
      baseline,
      size,
      bold: face.bold ?? false,
      italic: face.italic ?? false,
      color: '#000000',
      run: face.run ?? Math.round(baseline) * 10 + i,
      spaces: 1,
      x0: start,
      x1: end,
      y0: baseline - 0.8 * size,
      y1: baseline + 0.2 * size,
    };
  });
}

/** Lines of one column, 12 points apart. */
export function column(texts: readonly string[], x: number, top: number, face: Face = {}): Word[] {
  return texts.flatMap((text, i) => line(text, x, top + i * 1.2 * (face.size ?? 10), face));
}

export function linesOf(words: readonly Word[]) {
  return toLines(toSegments(words));
}

export function sheet(parts: Partial<Sheet> = {}): Sheet {
  return {
    page: 1,
    label: '',
    width: 600,
    height: 800,
    turn: 0,
    words: [],
    askew: [],
    rules: [],
    fills: [],
    shapes: [],
    images: [],
    painted: [],
    white: { rules: [], fills: [] },
    operators: 0,
    ...parts,
  };
}
