import { type Bounds, union } from './bounds.ts';
import { CAPTION } from './captions.ts';
import type { Segment } from './segments.ts';
import type { Word } from './words.ts';

/** One printed line of a column. */
export interface Line extends Bounds {
  readonly text: string;
  readonly words: readonly Word[];
  readonly baseline: number;
  /** Of most of its characters. */
  readonly size: number;
  /** All of it (but for a list marker) is bold, is slanted. */
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A column's segments as lines from top to bottom; segments on one baseline become one line. */
export function toLines(segments: readonly Segment[]): Line[] {
  const sorted = [...segments].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const rows: Segment[][] = [];
  for (const segment of sorted) {
    const row = rows.at(-1);
    if (row && onRow(row, segment)) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map(row => toLine(row)).filter(line => line.text !== '');
}

export function toLine(row: readonly Segment[]): Line {
  const segments = [...row].sort((a, b) => a.x0 - b.x0);
  const words = segments.flatMap(segment => segment.words);
  const main = segments.reduce((a, b) => (letters(b) > letters(a) ? b : a));
  const lettered = words.filter(word => /[\p{L}\d]/u.test(word.text));
  return {
    ...union(segments),
    text: lineText(words),
    words,
    baseline: main.baseline,
    size: main.size,
    bold: lettered.length > 0 && lettered.every(word => word.bold),
    italic: lettered.length > 0 && lettered.every(word => word.italic),
  };
}

/** Words of a line in plain text; leaders ("......") are shortened, and pieces that touch are one word. */
export function lineText(words: readonly Word[]): string {
  if (words.some(word => RIGHT_TO_LEFT.test(word.text))) return rightToLeft(words);
  let text = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    const fraction = words[i + 1]?.text.startsWith('⁄') || word.text.includes('⁄');
    text += (before && (fraction || !isGlued(before, word)) ? ' ' : '') + word.text;
  });
  return text.replace(LEADERS, ' … ').replace(RULED, ' ').replace(/\s+/g, ' ').trim();
}

/** Pieces that touch, and marks that only the setting pushed off the word they belong to. */
function isGlued(before: Word, word: Word): boolean {
  const gap = Math.abs(word.start - before.end);
  if (before.spaces === 0 && gap < TOUCHING * word.size) return true;
  if (gap >= LOOSE * Math.max(before.size, word.size)) return false;
  if (CLOSING.test(word.text)) return SAID.test(before.text);
  // Brackets, quotes and signs that one text-showing operator set apart from the words of the next.
  if (before.run === word.run) return false;
  if (OPENING.test(before.text)) return true;
  return word.text.startsWith('%')
    ? /\d$/.test(before.text)
    : ENCLOSING.test(word.text) && SAID.test(before.text);
}

/** In em. */
const TOUCHING = 0.08;
const LOOSE = 0.45;
const CLOSING = /^(?:[,.;:]|[⁰¹²³⁴-⁹]+[,.;:]?)$/;
const ENCLOSING = /^[)\]”][)\]”,.;:]*$/;
const OPENING = /^[([“]+$/;
const SAID = /[\p{L}\d%)”’"¹²³⁰⁴-⁹]$/u;
const LEADERS = /\s*(?:\.\s?){5,}\s*|\s*(?:…\s?){3,}\s*/g;
/** A line to be written on, or a rule, made of underscores. */
const RULED = /_{4,}/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function letters({ words }: Segment): number {
  return words.reduce((sum, word) => sum + word.text.replace(/[^\p{L}\d]/gu, '').length, 0);
}

function onRow(row: readonly Segment[], segment: Segment): boolean {
  const last = row.at(-1)!;
  if (Math.abs(segment.baseline - last.baseline) > 0.28 * Math.min(segment.size, last.size)) return false;
  // Two captions side by side name two figures.
  if (CAPTION.test(segment.words.map(word => word.text).join(' '))) return false;
  // Two lines printed over each other are two lines.
  return row.every(
    other => segment.x0 > other.x1 - 0.5 * other.size || segment.x1 < other.x0 + 0.5 * other.size,
  );
}

/** Words of right-to-left scripts lie from right to left; numbers and Latin words among them keep their letters' order. */
function rightToLeft(words: readonly Word[]): string {
  const ordered = [...words].sort((a, b) => b.x1 - a.x1);
  return ordered.map(word => word.text).join(' ');
}
