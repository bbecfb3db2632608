import { headerAbove } from './above.ts';
import { around, bottom, right } from './geometry.ts';
import { cellTokens, type Grid } from './grid.ts';
import { readHeader } from './header.ts';
import { headerRows } from './heading.ts';
import { type Line, toLine } from './lines.ts';
import type { Drawn } from './rows.ts';
import type { Token } from './tokens.ts';

/** A first row that is one cell over all columns is the table's title: it heads no column. */
export function withoutTitle(grid: Grid): Grid {
  const [first, ...others] = grid.cells.filter(cell => cell.row === 0);
  const isTitle = first && others.length === 0 && first.col === 0 && first.colEnd === grid.columns - 1;
  if (!isTitle || first.rowEnd > 0 || grid.rows < 4) return grid;
  const cells = grid.cells
    .filter(cell => cell !== first)
    .map(cell => ({ ...cell, row: cell.row - 1, rowEnd: cell.rowEnd - 1 }));
  return withoutTitle({ ...grid, rows: grid.rows - 1, cells, box: around(cells.flatMap(cellTokens)) });
}

/** Headers often stand above the first stroke of a table: the lines there, where they fit its columns. */
export function withHeaderAbove(grid: Grid, { all, flat, fills }: Drawn & { all: readonly Line[] }): Grid {
  if (grid.columns < 2 || readHeader(grid).rows > 0) return grid;
  const end = right(grid.box);
  const over = all
    .map(line => line.chunks.filter(chunk => chunk.x > grid.box.x - 4 && right(chunk) < end + 12))
    .filter(chunks => chunks.length > 0)
    .map(toLine)
    .filter(line => bottom(line) <= grid.box.y + 2)
    .slice(-5);
  const first = all.find(line => line.y >= grid.box.y - 2);
  if (!first) return grid;
  const area = { start: grid.box.x, from: grid.edges[1]!, to: end, labels: grid.edges[1]! };
  const found = headerAbove(over, first, { area, prose: { tokens: new Set(), blocks: [], lines: [] } });
  const columns = grid.edges.map((from, i) => ({ from: from + 1, to: (grid.edges[i + 1] ?? end + 2) - 1 }));
  const { header, notes } = headerRows(found.header, columns, { flat, fills });
  const last = header.at(-1) ?? [];
  if (last.length < Math.max(2, 0.5 * grid.columns)) return grid;
  const labels = found.labels.map(line => [
    { row: 0, rowEnd: 0, col: 0, colEnd: 0, lines: [lineTokens(line)] },
  ]);
  const rows = header.length + labels.length;
  const cells = [
    ...[...header, ...labels].flatMap((row, i) => row.map(cell => ({ ...cell, row: i, rowEnd: i }))),
    ...grid.cells.map(cell => ({ ...cell, row: cell.row + rows, rowEnd: cell.rowEnd + rows })),
  ];
  const box = around(cells.flatMap(cellTokens));
  return { ...grid, box, cells, rows: grid.rows + rows, headerRows: header.length, note: notes };
}

function lineTokens(line: Line): Token[] {
  return line.chunks.flatMap(chunk => [...chunk.tokens]);
}
