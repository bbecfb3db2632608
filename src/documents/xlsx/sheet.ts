import { MAX_TABLE_CELLS } from '../grid.ts';
import { formatNumber } from '../package/number-format.ts';
import { attr, child, numberAttr, streamXml, textOf, type Xml } from '../package/xml.ts';
import { type Reference, referenceOf } from './reference.ts';
import { richText, type Workbook } from './workbook.ts';

export interface Cell {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** As printed. */
  readonly text: string;
  /** As stored: a formula's cached result, a date's serial number. */
  readonly raw: string;
}

export interface Sheet {
  /** Cells with text, by row and column. */
  readonly cells: readonly Cell[];
  readonly merges: readonly Reference[];
  /** Points of columns and rows that have a size of their own, from 0. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Set where there were more cells than are read. */
  readonly cut: boolean;
}

/** Cells past this many are left out. */
const MAX_CELLS = MAX_TABLE_CELLS;
const TAKEN: ReadonlySet<string> = new Set(['row', 'mergeCell', 'col']);
/** A column as wide as one digit, and what Excel adds to each, in points. */
const DIGIT_POINTS = 5.25;
const MAX_COLUMNS = 16_384;

/** Reads a worksheet part row by row. */
export function readSheet(bytes: Uint8Array, workbook: Workbook): Sheet {
  const cells: Cell[] = [];
  const merges: Reference[] = [];
  const columnWidths = new Map<number, number>();
  const rowHeights = new Map<number, number>();
  let row = -1;
  let cut = false;
  const take: Readonly<Record<string, (element: Xml) => void>> = {
    row: element => {
      row = (numberAttr(element, 'r') ?? row + 2) - 1;
      const height = numberAttr(element, 'ht');
      if (height !== undefined) rowHeights.set(row, height);
      if (cells.length < MAX_CELLS) cells.push(...cellsOf(element, row, workbook));
      else cut = true;
    },
    mergeCell: element => {
      const reference = referenceOf(attr(element, 'ref') ?? '');
      if (reference) merges.push(reference);
    },
    col: element => {
      const first = numberAttr(element, 'min') ?? 1;
      const last = Math.min(numberAttr(element, 'max') ?? first, MAX_COLUMNS);
      const width = (numberAttr(element, 'width') ?? 8.43) * DIGIT_POINTS;
      for (let column = first; column <= last; column++) columnWidths.set(column - 1, width);
    },
  };
  streamXml(bytes, TAKEN, element => take[element.name]?.(element));
  return { cells, merges, columnWidths, rowHeights, cut };
}

function cellsOf(row: Xml, r: number, workbook: Workbook): readonly Cell[] {
  const cells: Cell[] = [];
  let column = -1;
  for (const c of row.children) {
    if (typeof c === 'string' || c.name !== 'c') continue;
    column = referenceOf(attr(c, 'r') ?? '')?.left ?? column + 1;
    const raw = rawText(c, workbook);
    const text = printed(c, raw, workbook).replace(/\s+/g, ' ').trim();
    if (text !== '') cells.push({ row: r, column, text, raw });
  }
  return cells;
}

function rawText(c: Xml, { strings }: Workbook): string {
  const type = attr(c, 't');
  const inline = child(c, 'is');
  if (inline) return richText(inline);
  const value = textOf(child(c, 'v'));
  return type === 's' ? (strings[Number(value)] ?? '') : value;
}

function printed(c: Xml, raw: string, { styles, date1904 }: Workbook): string {
  const type = attr(c, 't') ?? 'n';
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || raw === '') return raw;
  const value = Number(raw);
  return Number.isFinite(value)
    ? formatNumber(value, styles.formatOf(numberAttr(c, 's')), { date1904 })
    : raw;
}
