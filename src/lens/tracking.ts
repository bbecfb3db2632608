import type { LineText } from '../domain/vision.ts';
import { STRIP_HEIGHT, type Strip } from './strip.ts';

/** Ink weaker than this leaves a column blank. */
const FAINT = 0.3;
/** Letters that stand apart by so many pixels of a strip, or more, are spaced out. */
const WIDE = 6;
/** What is left between them. */
const USUAL = 3;
const FEWEST_GAPS = 3;
/** The share of letters in a line that may be drawn together: figures in a row may be many numbers. */
const LETTERS = 0.6;
const LESS_SURE = 0.03;

/** The strip with widely spaced letters drawn together, as they stand in running text; null where they do. */
export function tightened(strip: Strip): Strip | null {
  const blanks = blankRuns(strip);
  const widths = blanks.map(({ from, to }) => to - from).sort((a, b) => a - b);
  const typical = widths[Math.floor(widths.length / 2)] ?? 0;
  if (widths.length < FEWEST_GAPS || typical < WIDE) return null;
  const dropped = new Set<number>();
  for (const { from, to } of blanks) {
    const surplus = Math.min(typical, to - from) - USUAL;
    for (let x = from; x < from + surplus; x++) dropped.add(x);
  }
  const kept = Array.from({ length: strip.width }, (_, x) => x).filter(x => !dropped.has(x));
  const ink = new Float32Array(kept.length * STRIP_HEIGHT);
  for (let y = 0; y < STRIP_HEIGHT; y++) {
    for (const [to, from] of kept.entries()) ink[y * kept.length + to] = strip.ink[y * strip.width + from]!;
  }
  return { width: kept.length, ink };
}

/** The reading of the tightened strip where it says the same letters as surely; spaces between them are then words'. */
export function spacedOut(wide: LineText, tight: LineText): LineText {
  const letters = [...wide.text].filter(char => /\p{L}/u.test(char)).length;
  const isWords = letters >= LETTERS * wide.text.replace(/ /g, '').length;
  return isWords && surenessOf(tight) >= surenessOf(wide) - LESS_SURE ? tight : wide;
}

function surenessOf({ confidences }: LineText): number {
  return confidences.reduce((sum, one) => sum + one, 0) / Math.max(1, confidences.length);
}

/** Runs of columns without ink between the first and the last with some. */
function blankRuns({ width, ink }: Strip): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let last = -1;
  for (let x = 0; x < width; x++) {
    let most = 0;
    for (let y = 0; y < STRIP_HEIGHT; y++) most = Math.max(most, ink[y * width + x]!);
    if (most < FAINT) continue;
    if (last >= 0 && x - last > 1) runs.push({ from: last + 1, to: x });
    last = x;
  }
  return runs;
}
