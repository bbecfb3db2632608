import { groupBy } from '../../lib/group.ts';
import { largest, smallest } from '../extremes.ts';
import { headerRowCount, isMeasure } from '../header-rows.ts';
import { type Component, componentsOf, mergeWhere, overlaps } from './components.ts';
import type { Reference } from './reference.ts';
import type { Cell } from './sheet.ts';

/** Cells that belong together: a table, or a text beside the tables. */
export type SheetBlock =
  | { readonly kind: 'table'; readonly cells: readonly Cell[]; readonly title: string; readonly note: string }
  | { readonly kind: 'text'; readonly cell: Cell; readonly role: 'heading' | 'paragraph' | 'footnote' };

/**
 * A sheet's cells as blocks, apart where blank cells lie between. Numbers without labels or headers of their own stay
 * with the table to their left or above, since sheets space out their tables too.
 */
export function blocksOf(cells: readonly Cell[], merges: readonly Reference[] = []): readonly SheetBlock[] {
  const pieces = componentsOf(cells, merges);
  const rows = mergeWhere(pieces, isSpacedOut);
  const tables = mergeWhere(mergeWhere(rows, goesOn), overlaps);
  const anchors = new Set(merges.map(merge => `${merge.top} ${merge.left}`));
  return attachTitles(tables.flatMap(table => peel(table.cells, anchors)));
}

type Part = readonly Cell[];

/** Beside each other with one blank column between: row labels and their numbers, or columns of one table. */
function isSpacedOut(a: Component, b: Component): boolean {
  const [left, right] = a.left <= b.left ? [a, b] : [b, a];
  const beside = right.left === left.right + 2 && Math.abs(right.top - left.top) <= 1;
  if (!beside || left.bottom < right.bottom - 1) return false;
  return left.left === left.right || !labelled(right.cells);
}

/** Whether a part reads as a table of its own: more than one column, the first of words. */
function labelled(part: Part): boolean {
  const first = smallest(part, cell => cell.column);
  const stub = part.filter(cell => cell.column === first);
  const words = stub.filter(cell => !isMeasure(cell.text)).length;
  return part.some(cell => cell.column !== first) && stub.length > 1 && words >= stub.length * 0.8;
}

/** Below each other with a blank row or two between, the lower one without a header, in the columns of the upper or around them. */
function goesOn(a: Component, b: Component): boolean {
  const [above, below] = a.top <= b.top ? [a, b] : [b, a];
  const gap = below.top - above.bottom - 1;
  if (gap < 0 || gap > 2 || above.left === above.right || below.left === below.right) return false;
  const within = below.left >= above.left && below.right <= above.right;
  const around =
    above.left >= below.left && above.right <= below.right && !above.cells.some(c => isMeasure(c.text));
  return (within || around) && headless(below.cells);
}

function headless(part: Part): boolean {
  return headerRowCount(rowsOf(part).map(row => textsOf(row, part))) === 0;
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
function peel(part: Part, merged: ReadonlySet<string>): readonly SheetBlock[] {
  const rows = rowsOf(part);
  const left = smallest(part, cell => cell.column);
  const right = largest(part, cell => cell.column);
  const isLine = (row: Part, i: number) => {
    const [first, ...others] = row as [Cell];
    if (others.length > 0 || isMeasure(first.text)) return false;
    const overAll = right - left > 1 && i === 0 && !merged.has(`${first.row} ${first.column}`);
    return first.column === left || overAll;
  };
  const start = rows.findIndex((row, i) => !isLine(row, i));
  if (start < 0) return rows.map(row => text(row, 'paragraph'));
  if (right === left) return [{ kind: 'table', cells: part, title: '', note: '' }];
  const end = rows.findLastIndex((row, i) => !isLine(row, i)) + 1;
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

/** Words that set the unit of a table: "In millions of CHF". */
const UNIT_NOTE =
  /\b(?:millions?|billions?|thousands?|mio|mrd|per ?cent|percentage|%|000s?)\b|^\(?in [A-Z€$£%]/i;
const NEAR_ROWS = 3;

/** Text just above a table says its unit, or heads it. */
function attachTitles(blocks: readonly SheetBlock[]): readonly SheetBlock[] {
  const ordered = blocks.toSorted((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
  const attached: SheetBlock[] = [];
  for (const block of ordered.toReversed()) {
    const next = attached[0];
    const near = next?.kind === 'table' && topOf(next) - topOf(block) <= NEAR_ROWS ? next : null;
    if (block.kind !== 'text' || block.role !== 'paragraph' || !near) attached.unshift(block);
    else if (UNIT_NOTE.test(block.cell.text) && block.cell.text.length <= 80) {
      attached[0] = { ...near, note: `${block.cell.text} ${near.note}`.trim() };
    } else attached.unshift(/^[\d\W]*$/.test(block.cell.text) ? block : { ...block, role: 'heading' });
  }
  return attached;
}

function topOf(block: SheetBlock): number {
  return block.kind === 'text' ? block.cell.row : smallest(block.cells, cell => cell.row);
}

function leftOf(block: SheetBlock): number {
  return block.kind === 'text' ? block.cell.column : smallest(block.cells, cell => cell.column);
}
