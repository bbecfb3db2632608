import { around, bottom, right } from './geometry.ts';
import { cellTokens, type Grid, type GridCell } from './grid.ts';
import { readHeader } from './header.ts';
import type { Line } from './lines.ts';

/** Points between two parts of one table: room for the labels of a group. */
const WIDEST_GAP = 64;
const SAME_EDGE = 5;

/** Joins grids that lie below each other with the same columns, where the lower one has no header of its own. */
export function joinContinued(grids: readonly Grid[], lines: readonly Line[]): Grid[] {
  const joined: Grid[] = [];
  for (const grid of [...grids].sort((a, b) => a.box.y - b.box.y)) {
    const at = joined.findIndex(above => goesOn(above, grid, lines));
    if (at < 0) joined.push(grid);
    else joined[at] = append(joined[at]!, grid, lines);
  }
  return joined;
}

function goesOn(above: Grid, grid: Grid, lines: readonly Line[]): boolean {
  const gap = grid.box.y - bottom(above.box);
  if (gap < -2 || gap > WIDEST_GAP || Math.abs(grid.edges[0]! - above.edges[0]!) > SAME_EDGE) return false;
  if (!grid.edges.every(edge => columnAt(above, edge) !== undefined)) return false;
  if (grid.columns < 0.6 * above.columns || readHeader(grid).rows > 0) return false;
  const between = linesBetween(above, grid, lines);
  const first = above.edges[1] ?? right(above.box);
  return between.length <= 4 && between.every(line => line.chunks.length === 1 && line.x < first);
}

function append(above: Grid, grid: Grid, lines: readonly Line[]): Grid {
  const labels = linesBetween(above, grid, lines).map((line, i): GridCell => {
    const row = above.rows + i;
    return { row, rowEnd: row, col: 0, colEnd: 0, lines: [line.chunks.flatMap(chunk => [...chunk.tokens])] };
  });
  const start = above.rows + labels.length;
  const moved = grid.cells.map(cell => ({
    ...cell,
    row: cell.row + start,
    rowEnd: cell.rowEnd + start,
    col: columnAt(above, grid.edges[cell.col]!)!,
    colEnd: columnAt(above, grid.edges[cell.colEnd]!)!,
  }));
  const cells = [...above.cells, ...labels, ...moved];
  return { ...above, rows: start + grid.rows, cells, box: around(cells.flatMap(cellTokens)) };
}

function columnAt(grid: Grid, edge: number): number | undefined {
  const at = grid.edges.findIndex(x => Math.abs(x - edge) <= SAME_EDGE);
  return at < 0 ? undefined : at;
}

function linesBetween(above: Grid, grid: Grid, lines: readonly Line[]): Line[] {
  const end = Math.max(right(above.box), right(grid.box));
  return lines.filter(
    line =>
      line.y >= bottom(above.box) - 1 &&
      bottom(line) <= grid.box.y + 1 &&
      line.x < end &&
      right(line) > above.box.x - 2,
  );
}
