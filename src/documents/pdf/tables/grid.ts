import type { Token } from './tokens.ts';
import type { PointBox } from './types.ts';

/** A cell over `rowEnd - row + 1` rows and `colEnd - col + 1` columns. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowEnd: number;
  readonly colEnd: number;
  /** In reading order; never empty. */
  readonly lines: readonly (readonly Token[])[];
}

/** Words placed in rows and columns, before their text is read. */
export interface Grid {
  readonly box: PointBox;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  /** Where it is known from the layout how many rows head the columns. */
  readonly headerRows?: number;
  /** Words that set the unit or scale for the whole table and belong to no column. */
  readonly note: readonly Token[];
  /** How the grid was found: by strokes around cells, or by the alignment of words. */
  readonly how: 'ruled' | 'aligned';
  /** Left edges of the columns, for the side by side. */
  readonly edges: readonly number[];
}

export function cellTokens(cell: GridCell): Token[] {
  return cell.lines.flat();
}

/** The grid without rows and columns in which no cell starts. */
export function compact(grid: Grid): Grid {
  const rows = renumber(grid.rows, i => grid.cells.some(cell => cell.row === i));
  const columns = renumber(grid.columns, i => grid.cells.some(cell => cell.col === i));
  const cells = grid.cells.map(cell => ({
    ...cell,
    row: rows.at[cell.row]!,
    rowEnd: Math.max(rows.at[cell.row]!, rows.at[cell.rowEnd]!),
    col: columns.at[cell.col]!,
    colEnd: Math.max(columns.at[cell.col]!, columns.at[cell.colEnd]!),
  }));
  const edges = grid.edges.filter((_, i) => grid.cells.some(cell => cell.col === i));
  return { ...grid, rows: rows.count, columns: columns.count, cells, edges };
}

/** New indices: a dropped index takes that of the last one kept before it. */
function renumber(count: number, kept: (i: number) => boolean): { count: number; at: number[] } {
  const at: number[] = [];
  let next = 0;
  for (let i = 0; i < count; i++) at.push(kept(i) ? next++ : Math.max(0, next - 1));
  return { count: next, at };
}
