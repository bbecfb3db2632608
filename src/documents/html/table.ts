import type { Block } from '../flow.ts';
import type { GridCell } from '../grid.ts';
import { allOf, attr, elements, textOf, type Xml } from '../package/xml.ts';
import { raise } from '../superscript.ts';

type Cell = Omit<GridCell, 'box'>;
const MAX_SPAN = 1_000;
/** Longest text of a cell that is still data. */
const LONG_CELL = 600;

/** A table that only places things: it holds tables or headings, or one cell, or cells as long as pages. */
export function isLayoutTable(table: Xml): boolean {
  if (['presentation', 'none'].includes(attr(table, 'role') ?? '')) return true;
  const rows = rowsOf(table);
  const cells = rows.flatMap(cellsOf);
  if (cells.some(cell => cell.name === 'th')) return false;
  if (cells.length <= 1) return true;
  const blocks = cells.some(cell => ['table', 'h1', 'h2', 'h3'].some(name => allOf(cell, name).length > 0));
  return blocks || (rows.length < 3 && cells.some(cell => textOf(cell).length > LONG_CELL));
}

/** Cells by their grid, spans kept; header rows are those of `thead`, or of `th` alone. */
export function tableBlock(table: Xml): Block {
  const rows = rowsOf(table);
  const cells: Cell[] = [];
  const taken = new Set<string>();
  for (const [row, tr] of rows.entries()) {
    let column = 0;
    for (const td of cellsOf(tr)) {
      while (taken.has(`${row} ${column}`)) column++;
      const columnSpan = spanOf(td, 'colspan');
      const rowSpan = Math.min(spanOf(td, 'rowspan'), rows.length - row);
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r} ${c}`);
      }
      cells.push({ row, column, rowSpan, columnSpan, text: oneLine(textOf(spaced(td))) });
      column += columnSpan;
    }
  }
  const title = oneLine(textOf(elements(table).find(element => element.name === 'caption')));
  const headers = headerCount(table, rows);
  return { kind: 'table', cells: dropSpacers(cells), title, ...(headers > 0 ? { headerRows: headers } : {}) };
}

/** Columns without any text, with which financial tables are spaced out, and signs that stand in a column of their own. */
function dropSpacers(cells: readonly Cell[]): readonly Cell[] {
  const used = new Set(cells.filter(cell => cell.text !== '').map(cell => cell.column));
  const kept = [...used].toSorted((a, b) => a - b);
  const at = (column: number) => kept.filter(k => k < column).length;
  return cells
    .filter(cell => used.has(cell.column))
    .map(cell => {
      const column = at(cell.column);
      return { ...cell, column, columnSpan: Math.max(1, at(cell.column + cell.columnSpan) - column) };
    });
}

function headerCount(table: Xml, rows: readonly Xml[]): number {
  const head = elements(table).find(element => element.name === 'thead');
  if (head) return Math.min(rowsOf(head).length, rows.length);
  const bodyAt = rows.findIndex(row => cellsOf(row).some(cell => cell.name === 'td'));
  return Math.max(bodyAt, 0);
}

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

export function rowsOf(table: Xml): readonly Xml[] {
  return elements(table).flatMap(element =>
    element.name === 'tr' ? [element] : GROUPS.has(element.name) ? rowsOf(element) : [],
  );
}

export function cellsOf(row: Xml): readonly Xml[] {
  return elements(row).filter(cell => cell.name === 'td' || cell.name === 'th');
}

function spanOf(cell: Xml, name: string): number {
  const span = Number.parseInt(attr(cell, name) ?? '1', 10);
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, MAX_SPAN);
}

/** A copy whose blocks and breaks are parted by spaces, as they look. */
function spaced(element: Xml): Xml {
  const children = element.children.flatMap(node => {
    if (typeof node === 'string') return [node];
    if (node.name === 'br') return [' '];
    if (node.name === 'sup') return [raise(' ', textOf(node)).trimStart()];
    return PARTED.has(node.name) ? [' ', spaced(node), ' '] : [spaced(node)];
  });
  return { ...element, children };
}

const PARTED: ReadonlySet<string> = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr td th'.split(' '),
);

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
