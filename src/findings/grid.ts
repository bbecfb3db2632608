import type { Box } from '../domain/box.ts';
import type { ChartReading, TableReading } from '../domain/reading.ts';
import type { Period } from '../domain/value.ts';
import { isUnitLabel, parseCell, parsePeriods, periodOf } from '../lib/quantity/index.ts';
import { periodsIn } from './header-line.ts';
import type { Nearby } from './nearby.ts';
import { vouchedTable } from './vouched-table.ts';

/** A table or a chart's data, told apart into labels, units and values. */
export interface Grid {
  readonly reading: TableReading | ChartReading;
  readonly title: string;
  /** Words that set units and scale, nearest first. */
  readonly notes: readonly string[];
  /** What announces it in the text before. */
  readonly near: Nearby;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  /** Columns that hold labels, from the left; the first always does. */
  readonly labelColumns: number;
  /** The column that names each row's unit; -1 where there is none. */
  readonly unitColumn: number;
}

export interface GridRow {
  /** Row of the reading's body. */
  readonly index: number;
  readonly cells: readonly string[];
  /** Label cells, outermost first, repeated where a cell spans rows. */
  readonly labels: readonly string[];
  /** The last row without values above this one: "North America", "Investing activities:". */
  readonly group: string;
  /** Headers in force: the table's, or those of the last row inside the body that holds only periods. */
  readonly headers: readonly string[];
  readonly boxes: readonly (Box | null)[];
}

export function gridOf(reading: TableReading | ChartReading, near: Nearby): Grid {
  const raw = reading.kind === 'table' ? reading : { ...vouchedTable(reading), boxes: [] };
  const labelColumns = countLabelColumns(raw.columns, raw.rows);
  const unitColumn = raw.columns.findIndex((header, c) => c > 0 && isUnitColumn(header, raw.rows, c));
  const own = reading.kind === 'table' ? [reading.note] : [reading.unit, reading.yTitle];
  const columns = withLostHeader(raw.columns, labelColumns, near.lines);
  const boxes = raw.boxes as readonly (readonly (Box | null)[])[];
  return {
    reading,
    title: reading.title,
    notes: [...own.filter(note => note !== ''), ...captionUnits(reading, near), ...near.units],
    near,
    columns,
    rows: readRows(columns, raw.rows, boxes, labelColumns),
    labelColumns,
    unitColumn,
  };
}

/** "% of seniors who go online" above a chart says what its numbers are. */
function captionUnits({ kind, title }: Grid['reading'], { lines }: Nearby): readonly string[] {
  const captions = kind === 'chart' ? [title, ...lines] : [];
  return captions.some(line => SHARES.test(line)) ? ['%'] : [];
}

const SHARES = /(?:^|[.:]\s)\W*(?:%|percent(?:age)?|share) (?:of|who|saying|within|that|points?)\b/i;

/** A line of as many periods as the table has value columns, right above one without headers, is its header. */
function withLostHeader(
  columns: readonly string[],
  labelColumns: number,
  lines: readonly string[],
): readonly string[] {
  if (columns.slice(labelColumns).some(header => header.trim() !== '')) return columns;
  const lost = lines.map(periodsIn).find(periods => periods.length === columns.length - labelColumns);
  return lost ? [...columns.slice(0, labelColumns), ...lost] : columns;
}

/** A cell that is a period and nothing else; footnote marks aside. */
export function isPeriodCell(cell: string): boolean {
  const bare = cell.replace(/(?:\(\d{1,2}\)|[*†‡¹²³⁴])+\s*$/u, '').trim();
  if (SHORT_YEAR.test(bare)) return true;
  const [span] = parsePeriods(bare);
  return span !== undefined && span.start === 0 && span.end === bare.length;
}

/** "’94" on an axis of years. */
const SHORT_YEAR = /^['’‘](?<short>\d{2})$/u;

/** The period that a label is, where it is one and nothing else. */
export function labelPeriod(label: string): Period | null {
  const short = SHORT_YEAR.exec(label.trim())?.groups?.short;
  return short ? periodOf(Number(short) < 70 ? `20${short}` : `19${short}`) : periodOf(label);
}

function countLabelColumns(columns: readonly string[], rows: readonly (readonly string[])[]): number {
  let count = 1;
  while (count < columns.length - 1 && isLabelColumn(columns[count] ?? '', rows, count)) count++;
  return count;
}

function isLabelColumn(header: string, rows: readonly (readonly string[])[], column: number): boolean {
  if (parsePeriods(header).length > 0) return false;
  const filled = rows.map(row => row[column] ?? '').filter(cell => cell.trim() !== '');
  // One row a place and a year: the year is a label too.
  if (filled.length > 1 && filled.every(isPeriodCell)) return true;
  const wordy = filled.filter(cell => /\p{L}{2}/u.test(cell) && !parseCell(cell));
  return filled.length > 0 && wordy.length / filled.length > 0.6;
}

function isUnitColumn(header: string, rows: readonly (readonly string[])[], column: number): boolean {
  if (/^(?:units?|unit of measure(?:ment)?|uom|einheit|metric unit)$/i.test(header.trim())) return true;
  const filled = rows.map(row => row[column] ?? '').filter(cell => cell.trim() !== '');
  return (
    filled.length > 1 &&
    filled.filter(cell => !/\d{2}/.test(cell) && isUnitLabel(cell)).length / filled.length > 0.6
  );
}

function readRows(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  boxes: readonly (readonly (Box | null)[])[],
  labelColumns: number,
): GridRow[] {
  const read: GridRow[] = [];
  let headers = columns;
  let group = '';
  let above: readonly string[] = [];
  let whole = '';
  let last: RowKind = 'values';
  rows.forEach((cells, index) => {
    const label = cells.slice(0, labelColumns).join(' ').trim();
    const kind = kindOfRow(cells.slice(labelColumns), label);
    if (kind === 'header')
      headers = joinHeader(last === 'header' ? headers : baseHeader(columns), cells, labelColumns);
    if (kind === 'header' || (kind === 'group' && label !== '')) group = label;
    last = kind;
    if (kind !== 'values') {
      above = [];
      return;
    }
    above = spanned(cells.slice(0, labelColumns), above);
    const labels = above.filter(text => text !== '');
    const part = OF_WHICH.test(label);
    if (!part) whole = label;
    read.push({ index, cells, labels, group: part ? whole : group, headers, boxes: boxes[index] ?? [] });
    if (endsGroup(group, label)) group = '';
  });
  return read;
}

/** A row that is a part of the one above it. */
const OF_WHICH = /^(?:[–—-]\s*)?(?:of which|thereof|davon|dont)\b/i;

type RowKind = 'header' | 'group' | 'values';

/** Periods over two columns or more, or words over an empty label, head what follows. */
function kindOfRow(cells: readonly string[], label: string): RowKind {
  const values = cells.filter(cell => cell.trim() !== '');
  if (values.length === 0) return 'group';
  if (values.length >= 2 && values.every(isPeriodCell) && !isPeriodCell(label)) return 'header';
  const worded = values.every(cell => isPeriodCell(cell) || (/\p{L}{3}/u.test(cell) && !parseCell(cell)));
  return label === '' && worded ? 'header' : 'values';
}

/** Headers of the table without their periods: rows inside the body bring new ones. */
function baseHeader(columns: readonly string[]): readonly string[] {
  return columns.map(header => (parsePeriods(header).length > 0 ? '' : header));
}

/** A lone cell in a header row stands over all columns. */
function joinHeader(
  above: readonly string[],
  cells: readonly string[],
  labelColumns: number,
): readonly string[] {
  const filled = cells.slice(labelColumns).filter(cell => cell.trim() !== '');
  const over = filled.length === 1 && cells.length - labelColumns > 1 ? (filled[0] ?? '') : null;
  return cells.map((cell, c) =>
    c < labelColumns ? (above[c] ?? '') : `${above[c] ?? ''} ${over ?? cell}`.trim(),
  );
}

/** In tables with several label columns an empty outer cell belongs to the one above. */
function spanned(labels: readonly string[], above: readonly string[]): readonly string[] {
  const firstFilled = labels.findIndex(label => label.trim() !== '');
  return labels.map((label, i) => (label.trim() === '' && i < firstFilled ? (above[i] ?? '') : label.trim()));
}

/** "Total operating expenses" closes "Operating expenses:". */
function endsGroup(group: string, total: string): boolean {
  const said = total.toLowerCase();
  if (!/^total\b/.test(said)) return false;
  return group
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word.length > 3)
    .every(word => said.includes(word));
}
