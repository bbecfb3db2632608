import { around, middleX, middleY } from './geometry.ts';
import { cellTokens, compact, type Grid, type GridCell } from './grid.ts';
import { crossings, type Lattice, type LatticeCell, toLattice } from './lattice.ts';
import { toLines } from './lines.ts';
import { isValue } from './numbers.ts';
import { joinPhrases, splitCell, splitColumns, splitRows } from './refine.ts';
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
  return compact(splitColumns(splitRows(grid)));
}

/** Cells that hold several lines of values: the strokes part less than the table does. */
export function isCoarse(grid: Grid): boolean {
  const stacked = grid.cells.filter(
    cell => cell.lines.filter(line => line.every(token => isValue(token.text))).length >= 3,
  );
  return stacked.length >= 1;
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
  const columns = lattice.xs.slice(0, -1).map((from, i) => ({ from, to: lattice.xs[i + 1]! }));
  const cells = [...inside].flatMap(([cell, held]) => splitCell({ ...cell, lines: linesOf(held) }, columns));
  return joinPhrases(cells);
}

function holds({ xs, ys }: Lattice, cell: LatticeCell, token: Token): boolean {
  const x = middleX(token);
  const y = Math.min(middleY(token), token.baseline - 0.2 * token.fontSize);
  return x > xs[cell.col]! && x < xs[cell.colEnd + 1]! && y > ys[cell.row]! && y < ys[cell.rowEnd + 1]!;
}

function linesOf(tokens: readonly Token[]): Token[][] {
  return toLines(tokens).map(line => line.chunks.flatMap(chunk => [...chunk.tokens]));
}
