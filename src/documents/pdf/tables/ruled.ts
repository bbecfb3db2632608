import { acrossX, acrossY, around, bottom, middleX, middleY, overlap, right } from './geometry.ts';
import { cellTokens, compact, type Grid, type GridCell } from './grid.ts';
import { crossings, type Lattice, type LatticeCell, toLattice } from './lattice.ts';
import { toLines } from './lines.ts';
import type { Rulings } from './rulings.ts';
import type { Token } from './tokens.ts';
import type { PointBox } from './types.ts';

/** Tables whose cells are drawn by strokes: boxes all around, or at least a stroke between columns and rows. */
export function ruledGrids(tokens: readonly Token[], rulings: Rulings): Grid[] {
  return crossings(rulings)
    .filter(found => found.box.w > 40 && found.box.h > 12)
    .sort((a, b) => b.box.w * b.box.h - a.box.w * a.box.h)
    .flatMap(found => {
      const grid = gridIn(found.box, found.rulings, tokens);
      return grid && isTabular(grid) ? [grid] : [];
    });
}

/** The words of `box` in the cells that strokes draw there. */
export function gridIn(box: PointBox, rulings: Rulings, tokens: readonly Token[]): Grid | undefined {
  const lattice = toLattice(box, rulings);
  if (lattice.xs.length < 3 || lattice.ys.length < 2 || lattice.xs.length > 60) return undefined;
  const cells = fill(lattice, tokens);
  if (cells.length === 0) return undefined;
  const grid: Grid = {
    box: around(cells.flatMap(cellTokens)),
    rows: lattice.ys.length - 1,
    columns: lattice.xs.length - 1,
    cells,
    note: [],
    how: 'ruled',
    edges: lattice.xs.slice(0, -1),
  };
  return compact(splitRows(grid));
}

/** A frame around prose is no table: it needs several cells side by side in several rows. */
function isTabular(grid: Grid): boolean {
  if (grid.columns < 2 || grid.rows < 2) return false;
  const filled = new Set(grid.cells.map(cell => `${cell.row}:${cell.col}`)).size;
  const pairedRows = Array.from(
    { length: grid.rows },
    (_, row) => grid.cells.filter(c => c.row === row).length,
  );
  const paired = pairedRows.filter(count => count >= 2).length;
  return paired >= 2 && filled >= 4 && filled >= 0.25 * grid.rows * grid.columns;
}

function fill(lattice: Lattice, tokens: readonly Token[]): GridCell[] {
  const inside = new Map<LatticeCell, Token[]>();
  for (const token of tokens) {
    const cell = lattice.cells.find(candidate => holds(lattice, candidate, token));
    if (!cell) continue;
    const list = inside.get(cell);
    if (list) list.push(token);
    else inside.set(cell, [token]);
  }
  return [...inside].flatMap(([cell, held]) => split(lattice, { ...cell, lines: linesOf(held) }));
}

/**
 * Often only the header draws its columns. A cell over several columns whose words stand apart, each lot within one
 * column, is as many cells.
 */
function split({ xs }: Lattice, cell: GridCell): GridCell[] {
  if (cell.col === cell.colEnd || cell.lines.length > 1) return [cell];
  const chunks = toLines(cell.lines.flat(), undefined, 0.6).flatMap(line => line.chunks);
  const columns = chunks.map(chunk =>
    xs.findIndex((x, i) => chunk.x >= x - 2 && right(chunk) <= xs[i + 1]! + 2),
  );
  const apart = columns.every((col, i) => col >= 0 && (i === 0 || col > columns[i - 1]!));
  if (chunks.length < 2 || !apart) return [cell];
  return chunks.map((chunk, i) => ({
    ...cell,
    col: columns[i]!,
    colEnd: columns[i]!,
    lines: [chunk.tokens],
  }));
}

function holds({ xs, ys }: Lattice, cell: LatticeCell, token: Token): boolean {
  const x = middleX(token);
  const y = Math.min(middleY(token), token.baseline - 0.2 * token.fontSize);
  return x > xs[cell.col]! && x < xs[cell.colEnd + 1]! && y > ys[cell.row]! && y < ys[cell.rowEnd + 1]!;
}

function linesOf(tokens: readonly Token[]): Token[][] {
  return toLines(tokens).map(line => line.chunks.flatMap(chunk => [...chunk.tokens]));
}

/**
 * Strokes may part only the columns, or only groups of rows. Where the cells of one drawn row hold equally many
 * lines on the same baselines, each line is a row of its own.
 */
function splitRows(grid: Grid): Grid {
  const counts: number[] = [];
  for (let row = 0; row < grid.rows; row++) counts.push(linesIn(grid, row));
  if (counts.every(count => count === 1)) return grid;
  const starts = counts.map((_, row) => counts.slice(0, row).reduce((sum, n) => sum + n, 0));
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const row = starts[cell.row]!;
    const split = cell.row === cell.rowEnd && counts[cell.row]! > 1;
    if (!split) return [{ ...cell, row, rowEnd: starts[cell.rowEnd]! + counts[cell.rowEnd]! - 1 }];
    const tops = baselinesOf(grid, cell.row);
    return cell.lines.map(line => {
      const at = nearest(tops, line[0]!.baseline);
      return { ...cell, row: row + at, rowEnd: row + at, lines: [line] };
    });
  });
  return { ...grid, rows: counts.reduce((sum, n) => sum + n, 0), cells };
}

/** How many rows one drawn row holds: its lines, where most cells have all of them, else 1. */
function linesIn(grid: Grid, row: number): number {
  const cells = grid.cells.filter(cell => cell.row === row && cell.rowEnd === row);
  if (cells.length < 2) return 1;
  const most = Math.max(...cells.map(cell => cell.lines.length));
  if (most < 2) return 1;
  const tops = baselinesOf(grid, row);
  if (tops.length !== most) return 1;
  const full = cells.filter(cell => cell.lines.length === most).length;
  const values = cells.filter(cell => cell.lines.length > 1 && cell.lines.every(isValueLine)).length;
  const enough = most >= 4 ? full >= 0.6 * cells.length : full === cells.length && values >= 1;
  return enough && values >= 0.3 * cells.length ? most : 1;
}

function isValueLine(line: readonly Token[]): boolean {
  return line.length <= 2 && /\d|^[-–—]$/.test(line.map(token => token.text).join(''));
}

/** The distinct baselines of a drawn row, from the top. */
function baselinesOf(grid: Grid, row: number): number[] {
  const all = grid.cells
    .filter(cell => cell.row === row && cell.rowEnd === row)
    .flatMap(cell => cell.lines.map(line => line[0]!))
    .sort((a, b) => a.baseline - b.baseline);
  const tops: number[] = [];
  for (const token of all)
    if (tops.length === 0 || token.baseline - tops.at(-1)! > 0.5 * token.fontSize) tops.push(token.baseline);
  return tops;
}

function nearest(places: readonly number[], at: number): number {
  let best = 0;
  places.forEach((place, i) => {
    if (Math.abs(place - at) < Math.abs(places[best]! - at)) best = i;
  });
  return best;
}

/** Whether a drawn grid lies over this place. */
export function liesIn(box: PointBox, token: Token): boolean {
  const x = middleX(token);
  const y = middleY(token);
  return x >= box.x && x <= right(box) && y >= box.y && y <= bottom(box);
}

export function boxesMeet(a: PointBox, b: PointBox): boolean {
  return overlap(acrossX(a), acrossX(b)) > 0 && overlap(acrossY(a), acrossY(b)) > 0;
}
