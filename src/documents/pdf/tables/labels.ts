import { readCell } from './cells.ts';
import type { Grid } from './grid.ts';
import { isValue } from './numbers.ts';

/** The grid with its labels in the first column: some tables print them at the right of their values. */
export function labelsFirst(grid: Grid, headerRows: number): Grid {
  const last = grid.columns - 1;
  const body = grid.cells.filter(cell => cell.row >= headerRows && cell.col === cell.colEnd);
  const inColumn = (col: number) => body.filter(cell => cell.col === col).map(cell => readCell(cell.lines));
  const numeric = (texts: readonly string[]) => texts.filter(isValue).length;
  const others = Array.from({ length: last }, (_, col) => inColumn(col));
  const labels = inColumn(last);
  const isRight =
    labels.length >= 2 &&
    labels.filter(text => /\p{L}{2}/u.test(text)).length === labels.length &&
    labels.length >= 0.8 * (grid.rows - headerRows) &&
    others.every(texts => texts.length > 0 && numeric(texts) >= 0.9 * texts.length);
  if (!isRight || last === 0) return grid;
  const moved = (col: number) => (col === last ? 0 : col + 1);
  const cells = grid.cells.map(cell =>
    cell.col < last && cell.colEnd === last
      ? { ...cell, col: moved(cell.col), colEnd: last }
      : { ...cell, col: moved(cell.col), colEnd: moved(cell.colEnd) },
  );
  return { ...grid, cells };
}
