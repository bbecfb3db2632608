import { readCell } from './cells.ts';
import { cellTokens, type Grid, type GridCell } from './grid.ts';
import { isPeriod, isUnitNote, isValue, isYear } from './numbers.ts';

export interface Header {
  /** Rows of the grid, from the top, that head the columns. */
  readonly rows: number;
  readonly columns: readonly string[];
  readonly note: string;
}

const AUDIT = /^\(?(?:un)?audited\)?$/i;

const PREFIXED = /^(.*\b(?:years?|ended|ending|months|weeks|quarters?|as (?:of|at))\b.*?,?) (?:19|20)\d\d$/i;

/** The merged header of every column: what its header cells say from the top down, joined by a space. */
export function readHeader(grid: Grid): Header {
  const rows = grid.headerRows ?? headerRows(grid);
  const columns: string[][] = Array.from({ length: grid.columns }, () => []);
  const notes: string[] = grid.note.length > 0 ? [readCell([grid.note])] : [];
  const cells = grid.cells.filter(cell => cell.row < rows);
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const text = readCell(cell.lines);
    const spans = cell.colEnd > cell.col;
    const note = isUnitNote(text);
    if (note && (spans || cell.col === 0 || AUDIT.test(text)) && !notes.includes(text)) notes.push(text);
    if (note && cell.col > 0 && (spans || AUDIT.test(text))) continue;
    for (let col = cell.col; col <= cell.colEnd; col++) {
      const parts = columns[col]!;
      if (parts.at(-1) !== text) parts.push(text);
    }
  }
  return { rows, columns: spreadPeriods(columns.map(parts => parts.join(' '))), note: notes.join(' ') };
}

/** A label drawn from the header down into the first row belongs to the row whose height it has. */
export function settle(grid: Grid): Grid {
  const rows = readHeader(grid).rows;
  const inHeader = grid.cells.filter(cell => cell.rowEnd < rows).flatMap(cellTokens);
  const edge = Math.max(...inHeader.map(token => token.y + token.h));
  const cells = grid.cells.map(cell => {
    const reaches = cell.row < rows && cell.rowEnd >= rows && inHeader.length > 0;
    const below = reaches && cellTokens(cell).every(token => token.y > edge - 0.2 * token.h);
    return below ? { ...cell, row: rows } : cell;
  });
  return { ...grid, cells, headerRows: rows };
}

/** "Fiscal year 2024 | 2023" prints "Fiscal year" once, at the left of the columns that it heads. */
function spreadPeriods(columns: readonly string[]): string[] {
  let prefix = '';
  return columns.map(text => {
    const match = PREFIXED.exec(text);
    if (match) prefix = match[1]!;
    else if (prefix !== '' && isYear(text)) return `${prefix} ${text}`;
    else prefix = '';
    return text;
  });
}

/** Leading rows without values whose cells say something about columns. */
function headerRows(grid: Grid): number {
  const first = firstValueRow(grid);
  if (first === undefined) return textHeaderRows(grid);
  const heading = range(first).filter(row => headsColumns(grid, row));
  const labelled = heading.filter(row => isLabelled(grid, row));
  const valued = range(grid.rows).filter(row => isValueRow(grid, row)).length;
  if (labelled.length > 1 && (labelled.length > 3 || valued < 0.5 * grid.rows)) return labelled[0]! + 1;
  if (heading.length > 2 && grid.how === 'ruled' && valued < 0.5 * grid.rows) return depthOfFirst(grid);
  return heading.length === 0 ? 0 : heading.at(-1)! + 1;
}

/** How far down the cells of the first row reach. */
function depthOfFirst(grid: Grid): number {
  return Math.max(...rowCells(grid, 0).map(cell => Math.min(cell.rowEnd, 3))) + 1;
}

function firstValueRow(grid: Grid): number | undefined {
  for (let row = 0; row < grid.rows; row++) if (isValueRow(grid, row)) return row;
  return undefined;
}

/** A row with values past its stub. A row of periods only heads columns, unless its stub is a period too. */
function isValueRow(grid: Grid, row: number): boolean {
  const cells = rowCells(grid, row).filter(cell => cell.col > 0);
  const values = cells.map(cell => readCell(cell.lines)).filter(text => isValue(text) && !isPeriod(text));
  const texts = cells.length - values.length;
  return values.length > 0 && (values.length >= texts || /\d/.test(values.join('')));
}

function headsColumns(grid: Grid, row: number): boolean {
  const cells = rowCells(grid, row);
  if (row > 0 && holdsAmounts(cells)) return false;
  const isBanner = cells.length === 1 && cells[0]!.colEnd === grid.columns - 1;
  return isBanner ? row === 0 : cells.some(cell => cell.col > 0);
}

/** Percentages or long numbers inside text: a row of a table of words, not a header. */
function holdsAmounts(cells: readonly GridCell[]): boolean {
  const past = cells.filter(cell => cell.col > 0);
  const amounts = past.filter(cell => /\d\s?%|\d,\d{3}/.test(readCell(cell.lines)));
  return past.length > 1 && amounts.length >= 0.4 * past.length;
}

/** Tables of words: the first row is a header where it looks unlike the rows below. */
function textHeaderRows(grid: Grid): number {
  if (grid.rows < 2) return 0;
  const first = rowCells(grid, 0);
  const second = rowCells(grid, 1);
  const bold = (cells: readonly GridCell[]) =>
    cells.length > 0 && cells.every(cell => cellTokens(cell).every(token => token.bold || token.mark));
  if (bold(first) && !bold(second)) return 1;
  const size = (cells: readonly GridCell[]) =>
    Math.max(...cells.flatMap(cellTokens).map(token => token.fontSize));
  const isFull = first.filter(cell => cell.col > 0).length >= grid.columns - 1;
  const isShort = first.every(cell => cellTokens(cell).length <= 6);
  if (isFull && isShort && (grid.rows > 2 || size(first) !== size(second))) return 1;
  return 0;
}

/** A row with a label of its own beside other cells: a second such row is no header any more. */
function isLabelled(grid: Grid, row: number): boolean {
  const cells = rowCells(grid, row);
  return cells.some(cell => cell.col === 0 && cell.colEnd === 0) && cells.some(cell => cell.col > 0);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function rowCells(grid: Grid, row: number): GridCell[] {
  return grid.cells.filter(cell => cell.row === row);
}
