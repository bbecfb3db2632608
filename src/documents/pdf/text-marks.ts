import type { TextMark } from '../../domain/mark.ts';
import { union } from './bounds.ts';
import { lineText } from './lines.ts';
import type { Word } from './words.ts';

/** Words of one figure as runs of text: labels that stand side by side stay apart, however close. */
export function textMarks(words: readonly Word[]): TextMark[] {
  const sorted = words
    .map((word, order) => ({ word, order, angle: Math.round(word.angle ?? 0) }))
    .sort((a, b) => a.angle - b.angle || a.word.baseline - b.word.baseline || a.word.start - b.word.start);
  const runs: Word[][] = [];
  // Words on one baseline follow each other here but for tiny differences in height, so a few runs stay open.
  const open: Word[][] = [];
  for (const { word } of sorted) {
    const run = open.find(one => continues(one.at(-1)!, word));
    if (run) run.push(word);
    else {
      const begun = [word];
      runs.push(begun);
      open.unshift(begun);
      if (open.length > OPEN_RUNS) open.pop();
    }
  }
  return runs.map(markOf).filter(mark => mark.text !== '');
}

const OPEN_RUNS = 12;
/** In em: gaps inside a text, with a space glyph and without one. */
const SPACED = 0.75;
const UNSPACED = 0.35;
const FIGURES = /^[^\p{L}]*\d[^\p{L}]*$/u;

function continues(a: Word, b: Word): boolean {
  if (Math.round(a.angle ?? 0) !== Math.round(b.angle ?? 0)) return false;
  const em = Math.max(Math.min(a.size, b.size), 1);
  const level = Math.abs(a.baseline - b.baseline) <= 0.2 * em;
  if (!level || Math.abs(a.size - b.size) > 0.25 * em) return false;
  const gap = (b.start - a.end) / em;
  if (gap < -0.5) return false;
  const apart = a.run !== b.run && FIGURES.test(a.text) && FIGURES.test(b.text) && gap > 0.1;
  return !apart && gap <= (a.spaces === 1 && a.run === b.run ? SPACED : UNSPACED);
}

function markOf(words: readonly Word[]): TextMark {
  const main = words.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    ...union(words),
    text: lineText(words),
    angle: Math.round((main.angle ?? 0) * 10) / 10,
    size: main.size,
    bold: main.bold,
    color: main.color,
    confidence: 1,
  };
}
