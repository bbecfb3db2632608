import type { Box } from '../domain/box.ts';
import type { TableRegion } from '../domain/region.ts';
import { largest } from './extremes.ts';
import { headerRowCount, isMeasure } from './header-rows.ts';

/** A cell where its format anchors it. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly box: Box | null;
}

interface GridTable {
  readonly cells: readonly GridCell[];
  readonly box: Box;
  readonly title?: string;
  readonly note?: string;
  /** Rows that the format declares as header; guessed from the cells where absent. */
  readonly headerRows?: number;
  readonly confidence?: number;
}

/** Places of one table, empty ones among them; a sheet can claim millions. */
export const MAX_TABLE_CELLS = 200_000;

/** Rows that a table of so many columns may have; the rest is left out, and whoever reads the file says so. */
export function tableRowLimit(columns: number): number {
  return Math.max(1, Math.floor(MAX_TABLE_CELLS / Math.max(columns, 1)));
}

/**
 * A table region out of anchored cells. A merged header stands over each column it covers; a merged label is repeated
 * in each row it covers; a merged number stands once. A first row of one cell over all columns is the title.
 * @returns null where no cell has text
 */
export function tableOf({
  cells,
  box,
  title = '',
  note = '',
  confidence = 1,
  ...given
}: GridTable): TableRegion | null {
  const filled = cells.filter(cell => cell.text !== '');
  if (filled.length === 0) return null;
  const width = largest(cells, cell => cell.column + cell.columnSpan);
  const height = largest(cells, cell => cell.row + cell.rowSpan);
  const matrix = layOut(cells, Math.min(height, tableRowLimit(width)), width).filter(row =>
    row.some(spot => spot.text !== ''),
  );
  const banner = title === '' && matrix.length > 2 ? bannerOf(matrix[0] as Row) : '';
  const rows = dropBlankColumns(banner === '' ? matrix : matrix.slice(1));
  const headers = given.headerRows ?? headerRowCount(rows.map(row => row.map(spot => spot.text)));
  const declared = banner === '' ? headers : Math.max(0, headers - (given.headerRows === undefined ? 0 : 1));
  const body = rows.slice(declared);
  return {
    kind: 'table',
    box,
    title: title || banner,
    note,
    columns: mergeHeader(rows.slice(0, declared), rows[0]?.length ?? 0),
    rows: body.map(row => row.map(spot => spot.bodyText)),
    boxes: body.map(row => row.map(spot => (spot.bodyText === '' ? null : spot.box))),
    confidence,
  };
}

interface Spot {
  /** Text of the cell that covers this place. */
  readonly text: string;
  /** The same as it stands in a body row. */
  readonly bodyText: string;
  readonly box: Box | null;
  readonly anchor: GridCell | null;
}
type Row = readonly Spot[];

const EMPTY: Spot = { text: '', bodyText: '', box: null, anchor: null };

function layOut(cells: readonly GridCell[], height: number, width: number): readonly Row[] {
  const matrix: Spot[][] = Array.from({ length: height }, () => new Array<Spot>(width).fill(EMPTY));
  for (const cell of cells) {
    const repeats = !isMeasure(cell.text);
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, height); row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const anchored = row === cell.row && column === cell.column;
        const bodyText = anchored || (repeats && column === cell.column) ? cell.text : '';
        (matrix[row] as Spot[])[column] = { text: cell.text, bodyText, box: cell.box, anchor: cell };
      }
    }
  }
  return matrix;
}

/** Columns that only space a table out go; one that a merged cell alone covers is no column of its own either. */
function dropBlankColumns(rows: readonly Row[]): readonly Row[] {
  const used = new Set<number>();
  for (const row of rows) {
    for (const [column, spot] of row.entries()) {
      if (spot.text !== '' && spot.anchor?.column === column) used.add(column);
    }
  }
  return rows.map(row => row.filter((_, column) => used.has(column)));
}

function bannerOf(row: Row): string {
  const [first] = row;
  const whole = row.length > 1 && first?.anchor?.columnSpan === row.length && first.anchor.rowSpan === 1;
  return whole && !isMeasure(first.text) ? first.text : '';
}

const YEAR = /\b(?:19|20)\d\d\b/;

/** Where one header cell alone names a year, it stands for all columns, wherever in its row it was put. */
function sharedPeriod(rows: readonly Row[]): Spot | undefined {
  const dated = rows.flatMap(row => row.slice(1).filter(spot => YEAR.test(spot.text)));
  const [only] = dated;
  return rows.length > 1 && dated.length === 1 && only?.anchor?.columnSpan === 1 ? only : undefined;
}

function mergeHeader(rows: readonly Row[], width: number): readonly string[] {
  const shared = sharedPeriod(rows);
  return Array.from({ length: width }, (_, column) => {
    const words: string[] = [];
    for (const row of rows) {
      const spread = shared !== undefined && column > 0 && row.includes(shared);
      const text = spread ? shared.text : (row[column]?.text ?? '');
      if (text !== '' && words.at(-1) !== text) words.push(text);
    }
    return words.join(' ');
  });
}

/** Box of a cell by the edges of its columns and rows, each a list of offsets that starts at 0. */
export function cellBox(
  cell: Pick<GridCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>,
  columnEdges: readonly number[],
  rowEdges: readonly number[],
  [x, y, width, height]: Box,
): Box {
  const across = width / (columnEdges.at(-1) || 1);
  const down = height / (rowEdges.at(-1) || 1);
  const at = (edges: readonly number[], i: number) => edges[Math.min(i, edges.length - 1)] ?? 0;
  const left = at(columnEdges, cell.column) * across;
  const top = at(rowEdges, cell.row) * down;
  const right = at(columnEdges, cell.column + cell.columnSpan) * across;
  const bottom = at(rowEdges, cell.row + cell.rowSpan) * down;
  return [x + left, y + top, right - left, bottom - top];
}

/** Running sums of sizes, from 0. */
export function edgesOf(sizes: readonly number[]): readonly number[] {
  const edges = [0];
  for (const size of sizes) edges.push((edges.at(-1) as number) + size);
  return edges;
}
