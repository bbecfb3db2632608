import { type Bounds, union } from './bounds.ts';
import type { Run } from './pen.ts';
import { joinSpaced } from './spaced.ts';
import { levelMarks, plainInBrackets, superscript } from './superscript.ts';

/** Glyphs without white space between them, on one baseline. */
export interface Word extends Bounds {
  readonly text: string;
  /** Along and across the writing direction, in points: for upright words x, x and y. */
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  /** The text-showing operator that drew its first glyph. */
  readonly run: number;
  /** White space glyphs that follow it. */
  readonly spaces: number;
  /** Degrees clockwise from left-to-right, where it isn't level. */
  readonly angle?: number;
}

/** Runs that are written in one direction, cut into words; in drawing order. */
export function cutWords(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let open: OpenWord | null = null;
  const close = (spaces: number) => {
    if (open) words.push(closed(open, spaces));
    open = null;
  };
  for (const run of withoutEchoes(runs)) {
    const origin = run.x * run.dx + run.y * run.dy;
    const baseline = run.y * run.dx - run.x * run.dy;
    for (const glyph of run.glyphs) {
      if (glyph.text === ' ') {
        if (open) close(1);
        else widen(words);
        continue;
      }
      const placed = {
        text: glyph.text,
        start: origin + glyph.start,
        end: origin + glyph.end,
        baseline,
        run,
      };
      const step: Step = open ? stepTo(open, placed) : 'apart';
      if (step === 'apart') {
        close(0);
        open = begin(placed);
      } else add(open!, placed, step);
    }
  }
  close(0);
  return levelMarks(joinSpaced(words));
}

/** One more white space glyph after the last word. */
function widen(words: Word[]): void {
  const last = words.pop();
  if (last) words.push({ ...last, spaces: last.spaces + 1 });
}

interface PlacedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly run: Run;
}

interface OpenWord {
  text: string;
  readonly start: number;
  end: number;
  readonly first: PlacedText;
  /** Of the main text of the word; a superscript before it doesn't count. */
  size: number;
  baseline: number;
  tracking: number;
}

type Step = 'apart' | 'level' | 'raised';

/** In em: a gap that parts two words, an overlap that can't be kerning, and how much white space a tracked run may add. */
const WORD_GAP = 0.13;
const BACKWARD = -0.45;
const SMALL = 0.86;

function stepTo(word: OpenWord, next: PlacedText): Step {
  const gap = next.start - word.end - word.tracking;
  const em = Math.min(word.size, next.run.size);
  if (gap > WORD_GAP * em || gap < BACKWARD * em || next.run.dx !== word.first.run.dx) return 'apart';
  const up = word.baseline - next.baseline;
  const level = Math.abs(up) <= 0.12 * word.size;
  if (level && PER_CENT.test(word.text) && DIGIT.test(next.text)) return 'apart';
  if (level) return 'level';
  const small = next.run.size < SMALL * word.size;
  if (small && up > 0 && up < 0.75 * word.size) return 'raised';
  // A subscript: CO2 is one word.
  return small && up < 0 && up > -0.4 * word.size ? 'level' : 'apart';
}

/** Percentages of two labels may touch; a number ends at its sign. */
const PER_CENT = /\d\s?%$/;
const DIGIT = /^\d/;
const RIGHT_TO_LEFT = /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function begin(first: PlacedText): OpenWord {
  const { text, start, end, baseline, run } = first;
  return { text, start, end, first, size: run.size, baseline, tracking: trackingOf(run) };
}

function add(word: OpenWord, next: PlacedText, step: Step): void {
  const text = step === 'raised' ? superscript(next.text) : next.text;
  // Glyphs come as they lie, from the left; a script that runs the other way is read from the right.
  word.text = RIGHT_TO_LEFT.test(text) ? text + word.text : word.text + text;
  word.end = Math.max(word.end, next.end);
  word.tracking = trackingOf(next.run);
}

/** Set wider than this, in em, glyphs are placed one by one rather than spaced. */
const WIDEST_TRACKING = 0.6;

function trackingOf({ tracking, size }: Run): number {
  return tracking > WIDEST_TRACKING * size ? 0 : tracking;
}

/** Where the letters of most fonts reach to, in em above and below the baseline. */
const ASCENT = 0.8;
const DESCENT = 0.2;

function closed(word: OpenWord, spaces: number): Word {
  const { start, end, first, size, baseline } = word;
  const { dx, dy, bold, italic, color, id } = first.run;
  const [top, bottom] = [baseline - ASCENT * size, baseline + DESCENT * size];
  const corners = [start, end].flatMap(s =>
    [top, bottom].map(t => pointAt(s * dx - t * dy, s * dy + t * dx)),
  );
  return {
    text: plainInBrackets(word.text),
    start,
    end,
    baseline,
    size,
    bold,
    italic,
    color,
    run: id,
    spaces,
    ...union(corners),
    ...(dy === 0 ? {} : { angle: (Math.atan2(dy, dx) * 180) / Math.PI }),
  };
}

function pointAt(x: number, y: number): Bounds {
  return { x0: x, y0: y, x1: x, y1: y };
}

/** Shadows and bold faces that were made by drawing the same text twice, a hair apart. */
function withoutEchoes(runs: readonly Run[]): Run[] {
  const recent = new Map<string, Run>();
  return runs.filter(run => {
    const text = run.glyphs.map(g => g.text).join('');
    if (text.trim() === '') return true;
    const before = recent.get(text);
    recent.set(text, run);
    return !before || Math.hypot(before.x - run.x, before.y - run.y) > 0.2 * run.size;
  });
}
