import { boxOf, readCell } from './cells.ts';
import { around, clusters } from './geometry.ts';
import { cellTokens, type Grid, type GridCell } from './grid.ts';
import { type Header, readHeader, settle } from './header.ts';
import { labelsFirst } from './labels.ts';
import { isValue } from './numbers.ts';
import type { FoundTable, PointBox, RowKind } from './types.ts';

const TOTAL =
  /\btotals?\b|^sum\b|^net (?:income|loss|earnings|profit|cash|increase|decrease)\b|^gross profit\b/i;

type Row = { readonly cells: string[]; readonly boxes: (PointBox | null)[] };

/** Reads the text out of a grid. */
export function assemble(drawn: Grid, confidence: number): FoundTable {
  const settled = settle(drawn);
  const grid = labelsFirst(settled, settled.headerRows ?? 0);
  const header = readHeader(grid);
  const body = bodyRows(grid, header.rows).filter(row => row.cells.some(cell => cell !== ''));
  const consumed = [
    ...new Set([...grid.cells.flatMap(cellTokens), ...grid.note].flatMap(token => token.words)),
  ];
  return {
    box: around([...grid.cells.flatMap(cellTokens), ...grid.note]),
    columns: namedColumns(header),
    rows: body.map(row => row.cells),
    boxes: body.map(row => row.boxes),
    rowKinds: body.map(row => kindOf(row.cells)),
    indents: indentsOf(body),
    note: header.note,
    headerRows: header.rows,
    confidence,
    consumed: consumed.sort((a, b) => a - b),
  };
}

function namedColumns(header: Header): string[] {
  return header.columns.map(text => text.replace(/\s+/g, ' ').trim());
}

function bodyRows(grid: Grid, headerRows: number): Row[] {
  const rows: Row[] = Array.from({ length: grid.rows - headerRows }, () => ({
    cells: new Array<string>(grid.columns).fill(''),
    boxes: new Array<PointBox | null>(grid.columns).fill(null),
  }));
  for (const cell of grid.cells) {
    if (cell.row < headerRows) continue;
    const text = readCell(cell.lines);
    const box = boxOf(cell.lines);
    for (let row = cell.row; row <= lastRow(cell, text, grid); row++) {
      rows[row - headerRows]!.cells[cell.col] = text;
      rows[row - headerRows]!.boxes[cell.col] = box;
    }
  }
  return rows;
}

/** A label drawn over several rows is every row's label; a value drawn so is stated once. */
function lastRow(cell: GridCell, text: string, grid: Grid): number {
  const repeats = cell.col === 0 || (!isValue(text) && cell.col < grid.columns - 1);
  return repeats ? Math.min(cell.rowEnd, grid.rows - 1) : cell.row;
}

function kindOf(cells: readonly string[]): RowKind {
  const [label = '', ...values] = cells;
  if (label !== '' && values.every(value => value === '')) return 'group';
  return TOTAL.test(label) ? 'total' : 'data';
}

/** Steps of indentation: left edges at least 3 points apart are different steps. */
function indentsOf(rows: readonly Row[]): number[] {
  const lefts = rows.map(row => row.boxes[0]?.x);
  const steps = clusters(
    lefts.filter(x => x !== undefined),
    3,
  );
  return lefts.map(x => {
    if (x === undefined) return 0;
    const nearest = steps.reduce(
      (best, step, i) => (Math.abs(step - x) < Math.abs(steps[best]! - x) ? i : best),
      0,
    );
    return nearest;
  });
}
