import type { Slide } from '../../domain/deck.ts';
import { textWidth } from '../font/measure.ts';
import { plain } from '../plain.ts';
import { BODY } from './page.ts';

export type TableSlide = Extract<Slide, { kind: 'table' }>;

/** Inches between a cell's edge and its text. */
export const SIDE_PADDING = 0.09;
const WIDEST_NUMBER = 2.2;
/** The first column gets at most this many times what its texts need. */
const LOOSEST = 1.8;
const NARROWEST = 0.7;
/** A word longer than this is broken. */
const LONGEST_WORD = 4;

/** Widths in inches at a font size: what the cells want, more where there is room, less for texts where there isn't. */
export function columnWidths(slide: TableSlide, size: number): readonly number[] {
  const natural = slide.columns.map((_, index) => naturalWidth(slide, index, size));
  const room = BODY.w - sum(natural);
  return room >= 0 ? stretch(slide, natural, room) : squeeze(natural, leastWidths(slide, size));
}

/** What each column can't do without: a number never breaks, a text may, down to its longest word. */
export function leastWidths(slide: TableSlide, size: number): readonly number[] {
  return slide.columns.map(({ label, number }, index) => {
    const cells = slide.rows.map(row => {
      const text = row[index]?.text ?? '';
      return number ? textWidth(plain(text), { size }) : longestWord(text, { size });
    });
    return padded(Math.min(Math.max(longestWord(label, { size, bold: true }), ...cells), LONGEST_WORD * 72));
  });
}

function naturalWidth(slide: TableSlide, index: number, size: number): number {
  const cells = slide.rows.map(row => textWidth(plain(row[index]?.text ?? ''), { size }));
  const label = textWidth(plain(slide.columns[index]?.label ?? ''), { size, bold: true });
  return padded(Math.max(label, ...cells));
}

function longestWord(text: string, style: { readonly size: number; readonly bold?: boolean }): number {
  const words = plain(text).split(' ');
  return Math.max(0, ...words.map(word => textWidth(word, style)));
}

/**
 * The room that is left goes to the numbers up to a comfortable width, then to the first column; a table of little
 * stays narrower than the slide, so that a row can be followed with the eye.
 */
function stretch(slide: TableSlide, natural: readonly number[], room: number): readonly number[] {
  const wish = natural.map((width, index) => {
    if (slide.columns[index]?.number) return Math.max(0, WIDEST_NUMBER - width);
    return index === 0 ? 0 : width * 0.4;
  });
  const given = Math.min(1, room / Math.max(1e-9, sum(wish)));
  const [first = 0] = natural;
  const left = Math.min(room - sum(wish) * given, first * (LOOSEST - 1) + 1);
  return natural.map((width, index) => width + (wish[index] ?? 0) * given + (index === 0 ? left : 0));
}

/** The widest columns give way first, down to a common width or to what they can't do without. */
function squeeze(natural: readonly number[], least: readonly number[]): readonly number[] {
  const at = (level: number) =>
    natural.map((width, index) => Math.min(width, Math.max(level, least[index] ?? width)));
  let [low, high] = [0, BODY.w];
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > BODY.w) high = middle;
    else low = middle;
  }
  const fitted = at(low);
  const factor = Math.min(1, BODY.w / sum(fitted));
  return fitted.map(width => width * factor);
}

function padded(points: number): number {
  return Math.max(NARROWEST, (points * 1.04) / 72 + 2 * SIDE_PADDING);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
