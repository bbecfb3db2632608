import { columnsOf } from './columns.ts';
import { bottom, type Interval, middleX, overlap, right } from './geometry.ts';
import { type Chunk, type Line, toChunk } from './lines.ts';
import type { Stroke } from './rulings.ts';

export interface HeaderCell {
  readonly chunk: Chunk;
  readonly from: number;
  readonly to: number;
}

/**
 * Which columns each chunk of a header line heads. `below` is the line under it, already read: only over its cells
 * can a header reach beyond its own width.
 */
export function headerSpans(
  line: Line,
  columns: readonly Interval[],
  { flat, below }: { flat: readonly Stroke[]; below: readonly HeaderCell[] },
): HeaderCell[] {
  const chunks = line.chunks.flatMap(chunk => splitAtColumns(chunk, columns));
  const alone = (stroke: Stroke) =>
    chunks.filter(c => middleX(c) > stroke.from && middleX(c) < stroke.to).length === 1;
  const strokes = [...flat, ...joinNeighbours(flat)].filter(alone);
  const strokesBelow = chunks.map(chunk => underlined(chunk, columns, strokes));
  const cells = chunks.map((chunk, i) => ({ chunk, ...(strokesBelow[i] ?? columnsOf(chunk, columns)) }));
  if (below.length === 0) return cells;
  const isDrawn = (i: number) => (strokesBelow[i]?.to ?? 0) > (strokesBelow[i]?.from ?? 0);
  return cells.map((cell, i) =>
    isDrawn(i) ? cell : widen(cell, { before: cells[i - 1], after: cells[i + 1], below }, columns),
  );
}

/** A line under a spanning header is often drawn column by column. */
function joinNeighbours(flat: readonly Stroke[]): Stroke[] {
  const joined: { at: number; from: number; to: number }[] = [];
  for (const stroke of [...flat].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const last = joined.at(-1);
    if (last && Math.abs(last.at - stroke.at) < 1 && stroke.from - last.to < 14 && stroke.from >= last.from)
      last.to = Math.max(last.to, stroke.to);
    else joined.push({ ...stroke });
  }
  return joined;
}

/** Headers of narrow columns stand close to each other: they part where one column's words end. */
function splitAtColumns(chunk: Chunk, columns: readonly Interval[]): Chunk[] {
  const places = chunk.tokens.map(token => columnsOf(toChunk([token]), columns));
  const gaps = chunk.tokens.slice(1).map((token, i) => (token.x - right(chunk.tokens[i]!)) / token.fontSize);
  const usual = gaps.length > 1 ? Math.min(...gaps) : 0.6;
  const parts: number[][] = [[0]];
  for (let i = 1; i < chunk.tokens.length; i++) {
    const gap = gaps[i - 1]!;
    const moves = places[i]!.from > places[i - 1]!.to;
    if (moves && gap > 0.5 && gap > 1.3 * usual) parts.push([i]);
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
    .sort((a, b) => Math.round(a.at - b.at) || b.to - b.from - (a.to - a.from))[0];
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

interface Neighbours {
  readonly before: HeaderCell | undefined;
  readonly after: HeaderCell | undefined;
  readonly below: readonly HeaderCell[];
}

/** A header over several columns is centred over them: take in neighbours that no other header covers. */
function widen(
  cell: HeaderCell,
  { before, after, below }: Neighbours,
  columns: readonly Interval[],
): HeaderCell {
  if (cell.from === 0) return cell;
  const goesOn = below.find(under => Math.abs(middleX(under.chunk) - middleX(cell.chunk)) < 3);
  if (goesOn && goesOn.to > goesOn.from) return { ...cell, from: goesOn.from, to: goesOn.to };
  const lowest = Math.max(1, before ? before.to + 1 : 1);
  const highest = after ? after.from - 1 : columns.length - 1;
  const alone = before === undefined && after === undefined;
  const frames = framed(columns, below);
  let best = cell;
  for (let from = Math.min(lowest, cell.from); from <= cell.from; from++)
    for (let to = cell.to; to <= Math.max(highest, cell.to); to++) {
      const reach = { from, to };
      const headed = headedBy(reach, below);
      if (
        headed &&
        isBetter(cell.chunk, frames, reach, { best, groups: isGroup(cell, { headed, below, alone }, frames) })
      )
        best = { ...cell, ...reach };
    }
  return best;
}

/** Columns as wide as their values and their own headers are. */
function framed(columns: readonly Interval[], below: readonly HeaderCell[]): Interval[] {
  return columns.map((column, i) => {
    const own = below.filter(cell => cell.from === i && cell.to === i).map(cell => cell.chunk);
    return {
      from: Math.min(column.from, ...own.map(chunk => chunk.x)),
      to: Math.max(column.to, ...own.map(right)),
    };
  });
}

type Reach = { readonly from: number; readonly to: number };

/** The cells below, if every column of `reach` has its own and none of these reaches out. */
function headedBy({ from, to }: Reach, below: readonly HeaderCell[]): readonly HeaderCell[] | undefined {
  const inside = below.filter(cell => cell.to >= from && cell.from <= to);
  const covered = new Set(inside.flatMap(cell => range(cell.from, cell.to)));
  const fits = inside.every(cell => cell.from >= from && cell.to <= to);
  return fits && inside.length > 1 && covered.size === to - from + 1 ? inside : undefined;
}

interface Group {
  readonly headed: readonly HeaderCell[];
  /** All cells of the lines below. */
  readonly below: readonly HeaderCell[];
  /** No other header stands in the line. */
  readonly alone: boolean;
}

/** Whether a header stands over a group of columns, and is not just the first line of the one in their middle. */
function isGroup(cell: HeaderCell, { headed, below, alone }: Group, columns: readonly Interval[]): boolean {
  if (headed.every(under => under.chunk.period)) return true;
  const texts = headed.map(under => under.chunk.text);
  const times = (text: string) => below.filter(under => under.chunk.text === text).length;
  const repeats = new Set(texts).size === texts.length && texts.every(text => times(text) > 1);
  const column = columns[cell.from]!;
  return repeats || (alone && cell.chunk.w > 1.3 * (column.to - column.from));
}

/** Better centred; over a group of columns, as well centred over more of them. */
function isBetter(
  chunk: Chunk,
  columns: readonly Interval[],
  reach: Reach,
  { best, groups }: { best: Reach; groups: boolean },
): boolean {
  const gain = offCentre(chunk, columns, best) - offCentre(chunk, columns, reach);
  const inside = middleX(chunk) > columns[best.from]!.from && middleX(chunk) < columns[best.to]!.to;
  return (
    (gain > 4 && (groups || !inside)) || (groups && gain > -3 && reach.to - reach.from > best.to - best.from)
  );
}

function offCentre(chunk: Chunk, columns: readonly Interval[], { from, to }: Reach): number {
  return Math.abs((columns[from]!.from + columns[to]!.to) / 2 - middleX(chunk));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
