import type { Box } from '../../domain/box.ts';
import type { Page, Region } from '../../domain/region.ts';
import { largest } from '../extremes.ts';
import { edgesOf, type GridCell, tableOf } from '../grid.ts';
import { blocksOf, type SheetBlock } from './blocks.ts';
import type { Drawing } from './drawings.ts';
import type { Reference } from './reference.ts';
import type { Cell, Sheet } from './sheet.ts';

interface SheetPage {
  readonly number: number;
  readonly name: string;
  readonly sheet: Sheet;
  readonly drawings: readonly Drawing[];
}

const DEFAULT = { columnPoints: 48, rowPoints: 15 } as const;
/** Rows and columns past these have the default size wherever they are, so that an edge list stays short. */
const MAX_EDGES = 100_000;

/** A sheet as a page as large as its used cells: tables, texts and drawings from the top. */
export function pageOf({ number, name, sheet, drawings }: SheetPage): Page {
  const places = drawings.map(drawing => drawing.place);
  const columns = Math.max(
    largest(sheet.cells, cell => cell.column + 1),
    largest(places, at => at.right + 1),
    1,
  );
  const rows = Math.max(
    largest(sheet.cells, cell => cell.row + 1),
    largest(places, at => at.bottom + 1),
    1,
  );
  const across = edgesOf(sizes(columns, sheet.columnWidths, DEFAULT.columnPoints));
  const down = edgesOf(sizes(rows, sheet.rowHeights, DEFAULT.rowPoints));
  const boxOf = (place: Reference): Box => boxAt(place, across, down);
  const heading = GENERIC_NAME.test(name) ? [] : [sheetHeading(name)];
  const placed = [
    ...heading,
    ...blocksOf(sheet.cells, sheet.merges).flatMap(block => regionOf(block, sheet.merges, boxOf)),
    ...drawings.map(drawing => drawing.region(boxOf(drawing.place))),
  ];
  const width = across.at(-1) || DEFAULT.columnPoints;
  const height = down.at(-1) || DEFAULT.rowPoints;
  return { page: number, label: name, width, height, regions: placed.toSorted(byPlace) };
}

/** Names that a program gives, and that say nothing. */
const GENERIC_NAME =
  /^\s*(?:(?:work)?sheet|tabelle|blatt|feuil(?:le)?|hoja|foglio|chart|diagramm)?[\s_-]*\d*\s*$/i;

/** A sheet's name stands on its tab, not among its cells: its box is the top edge. */
function sheetHeading(text: string): Region {
  const box = [0, 0, 1, 0] as const;
  return { kind: 'text', role: 'heading', level: 1, box, text, lines: [{ at: 0, box }] };
}

function sizes(count: number, own: ReadonlyMap<number, number>, usual: number): readonly number[] {
  return Array.from({ length: Math.min(count, MAX_EDGES) }, (_, i) => own.get(i) ?? usual);
}

function boxAt(
  { top, left, bottom, right }: Reference,
  across: readonly number[],
  down: readonly number[],
): Box {
  const at = (edges: readonly number[], i: number) =>
    (edges[Math.min(Math.max(i, 0), edges.length - 1)] ?? 0) / (edges.at(-1) || 1);
  const [x, y] = [at(across, left), at(down, top)];
  return [x, y, at(across, right + 1) - x, at(down, bottom + 1) - y];
}

function byPlace(a: Region, b: Region): number {
  return a.box[1] - b.box[1] || a.box[0] - b.box[0];
}

function regionOf(
  block: SheetBlock,
  merges: readonly Reference[],
  boxOf: (place: Reference) => Box,
): readonly Region[] {
  if (block.kind === 'text') {
    const { row, column, text } = block.cell;
    const box = boxOf(merges.find(m => m.top === row && m.left === column) ?? single(block.cell));
    const level = block.role === 'heading' ? { level: 2 } : {};
    return [{ kind: 'text', role: block.role, ...level, box, text, lines: [{ at: 0, box }] }];
  }
  const extent = extentOf(block.cells);
  const cells = gridCells(block.cells, merges, extent).map(cell => ({
    ...cell,
    box: boxOf({
      top: cell.row + extent.top,
      left: cell.column + extent.left,
      bottom: cell.row + extent.top + cell.rowSpan - 1,
      right: cell.column + extent.left + cell.columnSpan - 1,
    }),
  }));
  const table = tableOf({ cells, box: boxOf(extent), title: block.title, note: block.note });
  return table ? [table] : [];
}

function extentOf(cells: readonly Cell[]): Reference {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const cell of cells) {
    top = Math.min(top, cell.row);
    left = Math.min(left, cell.column);
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  return { top, left, bottom, right };
}

/** Cells counted from the block's corner, merged ones cut to the block. */
function gridCells(
  cells: readonly Cell[],
  merges: readonly Reference[],
  extent: Reference,
): readonly Omit<GridCell, 'box'>[] {
  const byAnchor = new Map(merges.map(merge => [`${merge.top} ${merge.left}`, merge]));
  return cells.map(cell => {
    const merge = byAnchor.get(`${cell.row} ${cell.column}`) ?? single(cell);
    return {
      row: cell.row - extent.top,
      column: cell.column - extent.left,
      rowSpan: Math.min(merge.bottom, extent.bottom) - cell.row + 1,
      columnSpan: Math.min(merge.right, extent.right) - cell.column + 1,
      text: cell.text,
    };
  });
}

function single({ row, column }: Cell): Reference {
  return { top: row, left: column, bottom: row, right: column };
}
