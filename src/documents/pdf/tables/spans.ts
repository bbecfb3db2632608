import { columnsOf } from './columns.ts';
import { bottom, type Interval, middleX, overlap, right } from './geometry.ts';
import { type Chunk, type Line, toChunk } from './lines.ts';
import type { Stroke } from './rulings.ts';

export interface HeaderCell {
  readonly chunk: Chunk;
  readonly from: number;
  readonly to: number;
}

/** Which columns each chunk of a header line heads. `isLast` marks the line right above the body. */
export function headerSpans(
  line: Line,
  columns: readonly Interval[],
  { flat, isLast }: { flat: readonly Stroke[]; isLast: boolean },
): HeaderCell[] {
  const chunks = line.chunks.flatMap(chunk => splitAtColumns(chunk, columns));
  const alone = (stroke: Stroke) =>
    chunks.filter(c => middleX(c) > stroke.from && middleX(c) < stroke.to).length === 1;
  const strokes = flat.filter(alone);
  const cells = chunks.map(chunk => ({
    chunk,
    ...(underlined(chunk, columns, strokes) ?? columnsOf(chunk, columns)),
  }));
  return isLast ? cells : cells.map((cell, i) => widen(cell, cells[i - 1], cells[i + 1], columns));
}

/** Headers of narrow columns stand close to each other: they part where one column's words end. */
function splitAtColumns(chunk: Chunk, columns: readonly Interval[]): Chunk[] {
  const places = chunk.tokens.map(token => columnsOf(toChunk([token]), columns));
  const parts: number[][] = [[0]];
  for (let i = 1; i < chunk.tokens.length; i++) {
    const gap = chunk.tokens[i]!.x - right(chunk.tokens[i - 1]!);
    const moves = places[i]!.from > places[i - 1]!.to;
    if (moves && gap > 0.5 * chunk.tokens[i]!.fontSize) parts.push([i]);
    else parts.at(-1)!.push(i);
  }
  return parts.length === 1 ? [chunk] : parts.map(part => toChunk(part.map(i => chunk.tokens[i]!)));
}

/** A stroke right below a header cell reaches over all the columns that it heads. */
function underlined(
  chunk: Chunk,
  columns: readonly Interval[],
  flat: readonly Stroke[],
): { from: number; to: number } | undefined {
  const em = chunk.tokens[0]!.fontSize;
  const middle = middleX(chunk);
  const below = flat
    .filter(
      s =>
        s.at > chunk.y + 0.6 * chunk.h && s.at < bottom(chunk) + 0.9 * em && s.from < middle && s.to > middle,
    )
    .sort((a, b) => a.at - b.at)[0];
  if (!below || below.to - below.from < 0.8 * chunk.w) return undefined;
  const headed = columns.flatMap((column, i) => {
    const center = (column.from + column.to) / 2;
    return overlap(below, column) > 0.5 * (column.to - column.from) ||
      (center > below.from && center < below.to)
      ? [i]
      : [];
  });
  const stub = headed[0] === 0 && chunk.x > (columns[0]?.to ?? 0);
  if (headed.length === 0 || stub) return undefined;
  return { from: headed[0]!, to: headed.at(-1)! };
}

/** A header over several columns is centred over them: take in neighbours that no other header covers. */
function widen(
  cell: HeaderCell,
  before: HeaderCell | undefined,
  after: HeaderCell | undefined,
  columns: readonly Interval[],
): HeaderCell {
  if (cell.from === 0) return cell;
  const lowest = Math.max(1, before ? before.to + 1 : 1);
  const highest = after ? after.from - 1 : columns.length - 1;
  let best = cell;
  for (let from = Math.min(lowest, cell.from); from <= cell.from; from++)
    for (let to = cell.to; to <= Math.max(highest, cell.to); to++)
      if (offCentre(cell.chunk, columns, from, to) < offCentre(cell.chunk, columns, best.from, best.to) - 4)
        best = { ...cell, from, to };
  return best;
}

function offCentre(chunk: Chunk, columns: readonly Interval[], from: number, to: number): number {
  return Math.abs((columns[from]!.from + columns[to]!.to) / 2 - middleX(chunk));
}
