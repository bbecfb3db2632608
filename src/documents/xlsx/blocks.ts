import { groupBy } from '../../lib/group.ts';
import { largest, smallest } from '../extremes.ts';
import { headerRowCount, isMeasure } from '../header-rows.ts';
import type { Cell } from './sheet.ts';

/** Cells that belong together: a table, or a text beside the tables. */
export type SheetBlock =
  | { readonly kind: 'table'; readonly cells: readonly Cell[]; readonly title: string; readonly note: string }
  | { readonly kind: 'text'; readonly cell: Cell; readonly role: 'heading' | 'paragraph' | 'footnote' };

/**
 * A sheet's cells cut at blank rows and columns. A part without a header of its own goes on the part above it, and one
 * without labels of its own stays with the part to its left, since sheets space out their tables too.
 */
export function blocksOf(cells: readonly Cell[]): readonly SheetBlock[] {
  const parts = cutColumns(cells)
    .flatMap(part => joinHeadless(cutRows(part)))
    .flatMap(cutColumns);
  return attachTitles(parts.flatMap(peel));
}

type Part = readonly Cell[];

/** Runs of cells by row or column number, apart where a number between is blank. */
function runs(cells: Part, by: 'row' | 'column'): readonly Part[] {
  const sorted = cells.toSorted((a, b) => a[by] - b[by]);
  const found: Cell[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of sorted) {
    if (cell[by] > last + 1) found.push([]);
    found.at(-1)?.push(cell);
    last = cell[by];
  }
  return found;
}

function cutRows(cells: Part): readonly Part[] {
  return runs(cells, 'row');
}

function cutColumns(cells: Part): readonly Part[] {
  const parts: Cell[][] = [];
  for (const run of runs(cells, 'column')) {
    const left = parts.at(-1);
    if (left && (!labelled(run) || single(left))) for (const cell of run) left.push(cell);
    else parts.push([...run]);
  }
  return parts;
}

/** Whether a part reads as a table of its own: more than one column, the first of words. */
function labelled(part: Part): boolean {
  const columns = new Set(part.map(cell => cell.column));
  const first = smallest(part, cell => cell.column);
  const stub = part.filter(cell => cell.column === first);
  const words = stub.filter(cell => !isMeasure(cell.text)).length;
  return columns.size > 1 && stub.length > 1 && words >= stub.length * 0.8;
}

/** Nothing but one column of words, such as row labels that stand apart from their numbers. */
function single(part: Part): boolean {
  return new Set(part.map(cell => cell.column)).size === 1;
}

function joinHeadless(parts: readonly Part[]): readonly Part[] {
  const joined: Cell[][] = [];
  for (const part of parts) {
    const above = joined.at(-1);
    const continues = above !== undefined && width(above) > 1 && width(part) > 1 && headless(part);
    if (continues) for (const cell of part) above.push(cell);
    else joined.push([...part]);
  }
  return joined;
}

function headless(part: Part): boolean {
  const rows = rowsOf(part);
  return headerRowCount(rows.map(row => textsOf(row, part))) === 0;
}

function width(part: Part): number {
  return new Set(part.map(cell => cell.column)).size;
}

function rowsOf(part: Part): readonly Part[] {
  const sorted = part.toSorted((a, b) => a.row - b.row || a.column - b.column);
  return [...groupBy(sorted, cell => cell.row).values()];
}

function textsOf(row: Part, part: Part): readonly string[] {
  const first = smallest(part, cell => cell.column);
  const texts = new Array<string>(largest(part, cell => cell.column) - first + 1).fill('');
  for (const cell of row) texts[cell.column - first] = cell.text;
  return texts;
}

/** Lines of one cell above a table are its title and note, those below it footnotes; a part of such lines alone is text. */
function peel(part: Part): readonly SheetBlock[] {
  const rows = rowsOf(part);
  const isLine = (row: Part) => row.length === 1 && !isMeasure((row[0] as Cell).text);
  const start = rows.findIndex(row => !isLine(row));
  if (start < 0) return rows.map(row => text(row, 'paragraph'));
  const end = rows.findLastIndex(row => !isLine(row)) + 1;
  const footed = rows
    .slice(end)
    .every(row => (row[0] as Cell).text.length > 40 || FOOTNOTE.test((row[0] as Cell).text));
  const last = footed ? end : rows.length;
  const [title, ...notes] = rows.slice(0, start).map(row => (row[0] as Cell).text);
  const body = rows.slice(start, last).flat();
  return [
    { kind: 'table', cells: body, title: title ?? '', note: notes.join(' ') },
    ...rows.slice(last).map(row => text(row, 'footnote')),
  ];
}

const FOOTNOTE = /^(?:[*†‡]|\(?\d\)|notes?\b|sources?\b|quelle)/i;

function text(row: Part, role: 'paragraph' | 'footnote'): SheetBlock {
  return { kind: 'text', cell: row[0] as Cell, role };
}

/** Text just above a table that has no title heads it. */
function attachTitles(blocks: readonly SheetBlock[]): readonly SheetBlock[] {
  const ordered = blocks.toSorted((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
  return ordered.map((block, i) => {
    const next = ordered[i + 1];
    const heads = block.kind === 'text' && block.role === 'paragraph' && next?.kind === 'table';
    return heads && topOf(next) - topOf(block) <= 3 ? { ...block, role: 'heading' } : block;
  });
}

function topOf(block: SheetBlock): number {
  return block.kind === 'text' ? block.cell.row : smallest(block.cells, cell => cell.row);
}

function leftOf(block: SheetBlock): number {
  return block.kind === 'text' ? block.cell.column : smallest(block.cells, cell => cell.column);
}
