import { barAt } from './bars.ts';
import { readCell } from './cells.ts';
import { right } from './geometry.ts';
import { cellTokens, type Grid, type GridCell } from './grid.ts';
import { isAmount, isPeriod, isValue } from './numbers.ts';
import type { Stroke } from './rulings.ts';
import type { Fill, FoundTable } from './types.ts';

/** Below this a grid is more likely a chart, a contents page or loose text than a table. */
export const LEAST_CONFIDENCE = 0.5;

/** How sure it is that drawn cells are a table: boxes also hold layouts, forms, legends and charts. */
export function scoreRuled(grid: Grid, table: FoundTable, bars: readonly Fill[]): number {
  if (
    table.rows.length === 0 ||
    isBars(grid, bars) ||
    ((table.headerRows === 0 || table.columns.length > 2) && isTicks(table))
  )
    return 0;
  const cells = table.rows.flat();
  const filled = cells.filter(cell => cell !== '').length / cells.length;
  const values = cells.filter(cell => isValue(cell)).length;
  const long = cells.filter(cell => cell.split(' ').length > 25).length;
  let score = 0.97 - 0.3 * Math.max(0, 0.7 - filled) - 0.5 * (long / cells.length);
  if (table.headerRows === 0) score -= values > 0 ? 0.07 : 0.35;
  if (table.rows.length < 2) score -= 0.15;
  return Math.max(0, score);
}

/** How sure it is, from 0 to 1, that a grid of aligned words is a table. */
export function scoreAligned(
  grid: Grid,
  table: FoundTable,
  drawn: { flat: readonly Stroke[]; bars: readonly Fill[] },
): number {
  const valued = table.rows.filter(row => row.slice(1).some(cell => isValue(cell) && !isPeriod(cell)));
  const width = table.columns.length;
  const single = valued.length === 1 && width >= 3 && table.headerRows > 0 && isLabelledRow(valued[0]!);
  if (valued.length < 2 && !single) return 0;
  if (isContents(table) || isTicks(table) || isBars(grid, drawn.bars) || isWordy(table)) return 0;
  const filled =
    valued.flatMap(row => row.slice(1).filter(cell => cell !== '')).length / (valued.length * (width - 1));
  const named = (label: string) => label !== '' && (!isValue(label) || isPeriod(label));
  const labelled = valued.filter(row => named(row[0]!)).length / valued.length;
  let score = 0.35;
  if (table.headerRows > 0) score += 0.2;
  if (width >= 3) score += 0.1;
  if (valued.length >= 4) score += 0.1;
  score += 0.15 * straightness(grid) + 0.1 * labelled + (strokesIn(grid, drawn.flat) > 0 ? 0.1 : 0);
  score -=
    0.5 * Math.max(0, 0.6 - filled) +
    (width === 2 && table.headerRows === 0 ? (labelled < 0.8 ? 0.3 : 0.15) : 0);
  if (labelled < 0.5) score -= table.headerRows === 0 ? 0.4 : 0.1;
  return Math.max(0, Math.min(0.97, score));
}

/** One row is enough for a table only where it is plainly labelled and has several values. */
function isLabelledRow(row: readonly string[]): boolean {
  return /\p{L}{2}/u.test(row[0]!) && row.slice(1).filter(cell => isValue(cell)).length >= 2;
}

/** Contents, lists of figures, indexes: one column of page numbers that only rise. */
function isContents(table: FoundTable): boolean {
  const width = table.columns.length;
  const columns = Array.from({ length: width }, (_, col) => table.rows.map(row => row[col]!));
  const pages = columns.filter(isPageColumn).length;
  const numeric = columns.filter(cells => {
    const amounts = cells.filter(isAmount).length;
    return amounts > 1 && amounts > 0.5 * cells.filter(cell => cell !== '').length;
  });
  const texts = columns.filter(cells => cells.some(cell => /\p{L}{2}/u.test(cell)));
  const named = /\bpages?\b/i.test(table.columns.join(' '));
  return pages > 0 && numeric.length <= pages && texts.length >= pages && (named || table.headerRows === 0);
}

/** Page numbers: small whole numbers that only rise from the top down. */
function isPageColumn(column: readonly string[]): boolean {
  const cells = column.filter(cell => cell !== '');
  const numbers = cells.flatMap(cell => {
    const page = /^[A-Z]?-?(\d{1,3})(?:\s|$)/.exec(cell)?.[1];
    return page === undefined ? [] : [Number(page)];
  });
  if (cells.length < 2 || numbers.length < 0.8 * cells.length) return false;
  const rising = numbers.slice(1).filter((n, i) => n >= numbers[i]!).length;
  return rising >= 0.9 * (numbers.length - 1) && numbers.at(-1)! > numbers[0]!;
}

/** Labels on bars of different lengths: a chart, not a table. */
function isBars(grid: Grid, bars: readonly Fill[]): boolean {
  const values = grid.cells.filter(cell => cell.col > 0 && isAmount(readCell(cell.lines)));
  const labels = values.filter(cell => barAt(cellTokens(cell)[0]!, bars) !== undefined);
  return labels.length >= 2 && labels.length >= 0.4 * values.length;
}

/** Numbers in equal steps and no others: the ticks of axes. */
function isTicks(table: FoundTable): boolean {
  const columns = table.columns.map((_, col) =>
    table.rows
      .map(row => row[col]!)
      .filter(isAmount)
      .map(toNumber)
      .filter(Number.isFinite),
  );
  const numeric = columns.filter(numbers => numbers.length >= 3);
  return numeric.length > 0 && numeric.every(isEven) && numeric.some(numbers => numbers.length >= 4);
}

function isEven(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((n, i) => (n - numbers[i]!).toPrecision(4));
  const most = Math.max(...steps.map(step => steps.filter(other => other === step).length));
  return Number(steps[0]) !== 0 && most >= 0.7 * steps.length;
}

function toNumber(text: string): number {
  return Number(text.replace(/[^\d.-]/g, ''));
}

function isWordy(table: FoundTable): boolean {
  const cells = table.rows.flatMap(row => row.filter(cell => cell !== ''));
  const long = cells.filter(cell => cell.split(' ').length > 22).length;
  return long > 0.15 * cells.length;
}

/** Share of columns in which values keep one edge or one centre. */
function straightness(grid: Grid): number {
  const straight: number[] = [];
  for (let col = 1; col < grid.columns; col++) {
    const cells = grid.cells
      .filter(cell => cell.col === col && cell.row >= (grid.headerRows ?? 0))
      .filter(hasValue);
    if (cells.length < 2) continue;
    const boxes = cells.map(cell => cellTokens(cell));
    const lefts = boxes.map(tokens => tokens[0]!.x);
    const rights = boxes.map(tokens => right(tokens.at(-1)!));
    const centres = lefts.map((x, i) => (x + rights[i]!) / 2);
    straight.push(Math.max(steady(lefts), steady(rights), steady(centres)));
  }
  return straight.length === 0 ? 0 : straight.reduce((sum, n) => sum + n, 0) / straight.length;
}

function hasValue(cell: GridCell): boolean {
  return isValue(readCell(cell.lines));
}

/** Share of places within 4 points of the commonest one. */
function steady(places: readonly number[]): number {
  const near = places.map(place => places.filter(other => Math.abs(other - place) < 4).length);
  return Math.max(...near) / places.length;
}

function strokesIn(grid: Grid, flat: readonly Stroke[]): number {
  const { x, y, w, h } = grid.box;
  return flat.filter(
    s => s.at > y - 4 && s.at < y + h + 6 && s.from < x + w && s.to > x && s.to - s.from > 15,
  ).length;
}
