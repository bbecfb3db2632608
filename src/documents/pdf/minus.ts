import type { Bounds } from './bounds.ts';
import { isRectangle, type Painted } from './painted.ts';
import type { Sheet } from './sheet.ts';
import type { Word } from './words.ts';

/**
 * Numbers get back the minus that was drawn before them as a path: matplotlib does so where its Type 3 fonts have
 * no code for the sign, and a sound text layer then says 10 for −10.
 */
export function withMinusSigns(sheet: Sheet): Sheet {
  const strokes = sheet.painted.flatMap(one => strokeOf(one));
  if (strokes.length === 0) return sheet;
  return { ...sheet, words: sheet.words.map(word => signed(word, strokes, sheet.words)) };
}

interface Stroke extends Bounds {
  readonly color: string;
}

/** Points: the minus of small type, and of large. */
const SHORTEST = 1;
const LONGEST = 14;
/** A minus is this many times as long as thick at least. */
const SLENDER = 3;

function strokeOf(one: Painted): Stroke[] {
  if (one.kind === 'image' || one.fill === '' || one.stroke !== '' || !one.data) return [];
  const { x0, y0, x1, y1 } = one.box;
  const [long, thick] = [x1 - x0, y1 - y0];
  if (long < SHORTEST || long > LONGEST || thick * SLENDER > long || !isRectangle(one.data, one.ctm))
    return [];
  return [{ x0, y0, x1, y1, color: one.fill }];
}

/** In em: how long a minus is, how thick at most, how high over the baseline, and how far before its number. */
const LENGTH = { least: 0.35, most: 0.9 };
const THICKEST = 0.16;
const HEIGHT = { least: 0.2, most: 0.5 };
const GAP = { least: -0.06, most: 0.16 };
/** In em: a stroke as close as this behind a word is a dash between two. */
const BEHIND = 0.3;

function signed(word: Word, strokes: readonly Stroke[], words: readonly Word[]): Word {
  if (!/^[.\d]/.test(word.text)) return word;
  const minus = strokes.find(stroke => isMinusOf(stroke, word) && !words.some(other => ends(other, stroke)));
  if (!minus) return word;
  return { ...word, text: `−${word.text}`, x0: minus.x0, start: word.start - (word.x0 - minus.x0) };
}

function isMinusOf(stroke: Stroke, { x0, baseline, size, color }: Word): boolean {
  const within = (value: number, { least, most }: typeof GAP) =>
    value >= least * size && value <= most * size;
  return (
    stroke.color === color &&
    within(x0 - stroke.x1, GAP) &&
    within(stroke.x1 - stroke.x0, LENGTH) &&
    within(baseline - (stroke.y0 + stroke.y1) / 2, HEIGHT) &&
    stroke.y1 - stroke.y0 <= THICKEST * size
  );
}

function ends({ x1, y0, y1, size }: Word, stroke: Stroke): boolean {
  const level = stroke.y0 > y0 && stroke.y1 < y1;
  return level && stroke.x0 - x1 > -0.1 * size && stroke.x0 - x1 < BEHIND * size;
}
