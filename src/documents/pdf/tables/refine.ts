import { acrossX, type Interval, overlap, right } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import { type Chunk, readTokens, toLines } from './lines.ts';
import { isValue } from './numbers.ts';
import type { Gaps, Token } from './tokens.ts';

/** Words of one drawn cell that are further apart may be two cells. */
const INNER_GAPS: Gaps = { words: 0.6, numbers: 0.45 };

/**
 * Often only some strokes between columns are drawn. A cell over several columns whose words stand apart, each lot
 * within one column, is as many cells. Lines above such a line head all of them.
 */
export function splitCell(cell: GridCell, columns: readonly Interval[]): GridCell[] {
  if (cell.col === cell.colEnd) return [cell];
  const last = chunksOf(cell.lines.at(-1)!);
  const places = last.map(chunk => columns.findIndex(column => isWithin(chunk, column)));
  const apart = places.every((col, i) => col >= 0 && (i === 0 || col > places[i - 1]!));
  const above = cell.lines.slice(0, -1);
  if (last.length < 2 || !apart || above.some(line => chunksOf(line).length > 1)) return [cell];
  return last.map((chunk, i) => ({
    ...cell,
    col: places[i]!,
    colEnd: places[i]!,
    lines: [...above, chunk.tokens],
  }));
}

/** A row whose words run on over the borders between its columns is one label over all of them. */
export function joinPhrases(cells: readonly GridCell[]): GridCell[] {
  const rows = new Map<number, GridCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows.values()].flatMap(row => {
    const sorted = [...row].sort((a, b) => a.col - b.col);
    const isPhrase = sorted.length > 1 && sorted.slice(1).every((cell, i) => runsOn(sorted[i]!, cell));
    if (!isPhrase) return row;
    return [
      { ...sorted[0]!, colEnd: sorted.at(-1)!.colEnd, lines: [sorted.flatMap(cell => cell.lines[0]!)] },
    ];
  });
}

function runsOn(left: GridCell, cell: GridCell): boolean {
  const last = left.lines[0]!.at(-1)!;
  const first = cell.lines[0]![0]!;
  const single = left.lines.length === 1 && cell.lines.length === 1 && cell.rowEnd === cell.row;
  const alike = last.bold === first.bold && Math.abs(last.fontSize - first.fontSize) < 0.5;
  return single && alike && first.x - right(last) < 0.35 * first.fontSize && !isValue(first.text);
}

/** Columns that hold several values side by side in most rows are as many columns. */
export function splitColumns(grid: Grid): Grid {
  for (let col = 0; col < grid.columns; col++) {
    const parts = innerColumns(grid, col);
    if (parts.length > 1) return splitColumns(divide(grid, col, parts));
  }
  return grid;
}

/**
 * Strokes may part only the columns, or only groups of rows. Where the cells of one drawn row hold equally many
 * lines of values, each line is a row of its own.
 */
export function splitRows(grid: Grid): Grid {
  const tops = Array.from({ length: grid.rows }, (_, row) => baselinesIn(grid, row));
  if (tops.every(places => places.length === 1)) return grid;
  const starts = tops.map((_, row) => tops.slice(0, row).reduce((sum, places) => sum + places.length, 0));
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const row = starts[cell.row]!;
    const places = tops[cell.row]!;
    const rowEnd = starts[cell.rowEnd]! + tops[cell.rowEnd]!.length - 1;
    if (cell.row !== cell.rowEnd || places.length === 1) return [{ ...cell, row, rowEnd }];
    return cell.lines.map(line => {
      const at = nearest(places, line[0]!.baseline);
      const off = Math.abs(places[at]! - line[0]!.baseline);
      if (cell.lines.length === 1 && off > 0.3 * line[0]!.fontSize) return { ...cell, row, rowEnd };
      return { ...cell, row: row + at, rowEnd: row + at, lines: [line] };
    });
  });
  return { ...grid, rows: tops.flat().length, cells };
}

function innerColumns(grid: Grid, col: number): Interval[] {
  const lines = grid.cells
    .filter(cell => cell.col === col && cell.colEnd === col && cell.lines.length === 1)
    .map(cell => chunksOf(cell.lines[0]!))
    .filter(chunks => chunks.some(chunk => chunk.value));
  const several = lines.filter(chunks => chunks.length > 1 && chunks.slice(1).every(chunk => chunk.value));
  const count = several[0]?.length ?? 0;
  const alike = several.filter(chunks => chunks.length === count);
  if (alike.length < 2 || alike.length < 0.6 * lines.length) return [];
  const parts = Array.from({ length: count }, (_, i) => ({
    from: Math.min(...alike.map(chunks => chunks[i]!.x)),
    to: Math.max(...alike.map(chunks => right(chunks[i]!))),
  }));
  return parts.every((part, i) => i === 0 || part.from > parts[i - 1]!.to) ? parts : [];
}

function divide(grid: Grid, col: number, parts: readonly Interval[]): Grid {
  const more = parts.length - 1;
  const middles = parts.slice(1).map((part, i) => (part.from + parts[i]!.to) / 2);
  const wide = parts.map((_, i) => ({
    from: middles[i - 1] ?? Number.NEGATIVE_INFINITY,
    to: middles[i] ?? Number.POSITIVE_INFINITY,
  }));
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const shifted = {
      ...cell,
      col: cell.col > col ? cell.col + more : cell.col,
      colEnd: cell.colEnd >= col ? cell.colEnd + more : cell.colEnd,
    };
    if (cell.col !== col || cell.colEnd !== col) return [shifted];
    const at = splitCell({ ...shifted, col: 0, colEnd: more }, wide).map(part => within(part, wide));
    return at.map(part => ({ ...part, col: part.col + col, colEnd: part.colEnd + col }));
  });
  const edges = [...grid.edges.slice(0, col + 1), ...middles, ...grid.edges.slice(col + 1)];
  return { ...grid, columns: grid.columns + more, cells, edges };
}

/** A cell of one piece stands in the part that holds it, or spans them all. */
function within(cell: GridCell, parts: readonly Interval[]): GridCell {
  if (cell.col === cell.colEnd) return cell;
  const chunks = cell.lines.flatMap(chunksOf);
  const at = parts.findIndex(part => chunks.every(chunk => isWithin(chunk, part)));
  return at < 0 ? cell : { ...cell, col: at, colEnd: at };
}

/** The baselines of the rows within one drawn row: those of its cells with most lines, if they hold values. */
function baselinesIn(grid: Grid, row: number): number[] {
  const cells = grid.cells.filter(cell => cell.row === row && cell.rowEnd === row);
  const most = Math.max(0, ...cells.map(cell => cell.lines.length));
  const full = cells.filter(cell => cell.lines.length === most);
  if (cells.length < 2 || most < 2) return [0];
  const values = full.filter(cell => cell.lines.every(isValueLine)).length;
  const rest = cells.every(cell => cell.lines.length === most || cell.lines.length === 1);
  const short = full.length >= 3 && full.every(cell => cell.lines.every(line => line.length <= 5));
  const likely = most >= 4 ? values >= 0.3 * cells.length : rest && (values >= 0.5 * cells.length || short);
  if (full.length < 0.6 * cells.length || values < 1 || !likely) return [0];
  return full[0]!.lines.map(line => line[0]!.baseline);
}

function isValueLine(line: readonly Token[]): boolean {
  return line.every(token => isValue(token.text)) || isValue(readTokens(line));
}

function chunksOf(line: readonly Token[]): Chunk[] {
  return toLines(line, undefined, INNER_GAPS).flatMap(found => [...found.chunks]);
}

function isWithin(chunk: Chunk, column: Interval): boolean {
  return overlap(acrossX(chunk), column) >= chunk.w - 3;
}

function nearest(places: readonly number[], at: number): number {
  return places.reduce(
    (best, place, i) => (Math.abs(place - at) < Math.abs(places[best]! - at) ? i : best),
    0,
  );
}
