import { median } from '../../../lib/median.ts';
import { bottom, clusters, overlap } from './geometry.ts';
import type { Chunk, Line } from './lines.ts';
import { mergeStrokes, type Rulings, type Stroke } from './rulings.ts';

/** Points between the strokes of neighbouring cells; more is a space between tables. */
const WIDEST_BREAK = 9;
const FEWEST_ROWS = 4;
const FEWEST_BREAKS = 3;

/**
 * Rows may be ruled cell by cell, with a small break between the strokes of neighbours and nothing upright: where
 * such breaks lie below each other they count as strokes. Underlines of values alone, as statements have them, don't:
 * words have to be underlined too.
 */
export function withBreaks({ horizontal, vertical }: Rulings, lines: readonly Line[]): Rulings {
  const rows = toRows(horizontal).filter(row => row.length >= 3 && underlinesWords(row, lines));
  const added = bySides(rows).flatMap(inRuns).flatMap(bordersOf);
  return added.length === 0
    ? { horizontal, vertical }
    : { horizontal, vertical: mergeStrokes([...vertical, ...added]) };
}

/** Strokes down the breaks of a run of rows. Tables of few columns and rows are left to alignment. */
function bordersOf(rows: readonly (readonly Stroke[])[]): Stroke[] {
  const breaks = rows.flatMap(row => row.slice(1).map((stroke, i) => (stroke.from + row[i]!.to) / 2));
  const places = clusters(breaks, 3).filter(x => breaks.filter(other => Math.abs(other - x) < 3).length >= 2);
  if (rows.length < FEWEST_ROWS || places.length < FEWEST_BREAKS) return [];
  return places.map(x => ({ at: x, from: rows[0]![0]!.at, to: rows.at(-1)![0]!.at }));
}

/** Strokes at one height, each close to the next. */
function toRows(strokes: readonly Stroke[]): Stroke[][] {
  const rows: Stroke[][] = [];
  for (const stroke of [...strokes].sort((a, b) => Math.round(a.at - b.at) || a.from - b.from)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const goesOn = last && Math.abs(last.at - stroke.at) < 1 && stroke.from - last.to < WIDEST_BREAK;
    if (row && goesOn && stroke.from > last.from) row.push(stroke);
    else rows.push([stroke]);
  }
  return rows;
}

function underlinesWords(row: readonly Stroke[], lines: readonly Line[]): boolean {
  const over = row.map(stroke => chunkOver(stroke, lines));
  const words = over.filter(chunk => chunk && !chunk.value && !chunk.period).length;
  return words >= 1 && over.filter(chunk => chunk !== undefined).length >= 2;
}

function chunkOver(stroke: Stroke, lines: readonly Line[]): Chunk | undefined {
  const line = lines.findLast(
    found =>
      bottom(found) < stroke.at + 3 &&
      stroke.at - bottom(found) < 1.2 * found.fontSize &&
      over(stroke, found),
  );
  return line?.chunks.find(
    chunk => overlap(stroke, { from: chunk.x, to: chunk.x + chunk.w }) > 0.5 * chunk.w,
  );
}

function over(stroke: Stroke, line: Line): boolean {
  return line.chunks.some(chunk => overlap(stroke, { from: chunk.x, to: chunk.x + chunk.w }) > 0.5 * chunk.w);
}

/** Rows of tables side by side apart from each other: those of one table share its left or its right end. */
function bySides(rows: readonly Stroke[][]): Stroke[][][] {
  const groups: Stroke[][][] = [];
  for (const row of rows) {
    const [from, to] = [row[0]!.from, row.at(-1)!.to];
    const group = groups.find(
      ([first]) => Math.abs(first!.at(-1)!.to - to) < 6 || Math.abs(first![0]!.from - from) < 6,
    );
    if (group) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Rows from the top down in runs: a wider gap than rows have is the space between two tables. */
function inRuns(rows: readonly Stroke[][]): Stroke[][][] {
  const y = (row: readonly Stroke[]) => row[0]!.at;
  const sorted = [...rows].sort((a, b) => y(a) - y(b));
  const usual = median(sorted.slice(1).map((row, i) => y(row) - y(sorted[i]!)));
  const runs: Stroke[][][] = [];
  for (const row of sorted) {
    const run = runs.at(-1);
    if (run && y(row) - y(run.at(-1)!) < Math.max(64, 3.5 * usual)) run.push(row);
    else runs.push([row]);
  }
  return runs;
}
