import { plain, shorten } from '../plain.ts';
import { lineCount } from './fit.ts';
import { BODY, LINE, SIZES } from './page.ts';
import { columnWidths, leastWidths, SIDE_PADDING, sum, type TableSlide } from './table-widths.ts';

const TOP_PADDING = 0.05;
/** Height of the heading above the table, with the space below it, in inches. */
export const HEADING = 0.42;
const MOST_ROWS = 12;
/** Characters; a longer cell belongs in the report, not on a slide. */
const LONGEST_CELL = 240;

export interface TableLayout {
  /** Points. */
  readonly size: number;
  /** Inches, one a column; they add up to the body's width at most. */
  readonly widths: readonly number[];
  /** Inches, the header row first. */
  readonly heights: readonly number[];
}

/** Top, right, bottom, left, in inches; the first column lines up with the title. */
export function cellMargin(column: number): [number, number, number, number] {
  return [TOP_PADDING, SIDE_PADDING, TOP_PADDING, column === 0 ? 0 : SIDE_PADDING];
}

/** The larger size where the table then fits a slide as it is, else the smaller. */
export function tableLayout(slide: TableSlide): TableLayout {
  const [large, small] = SIZES.table;
  const roomy = layoutAt(slide, large);
  const fits = sum(roomy.heights) <= BODY.h - HEADING && sum(leastWidths(slide, large)) <= BODY.w;
  return fits ? roomy : layoutAt(slide, small);
}

/** One table as many as it takes: at most a dozen rows each, and columns in groups where they are too wide. */
export function splitTable(slide: TableSlide): readonly TableSlide[] {
  return columnGroups(cutCells(slide, LONGEST_CELL)).flatMap(splitRows);
}

/** A part can need other widths than the whole, and then more height: it is split again until it fits. */
function splitRows(slide: TableSlide): readonly TableSlide[] {
  const [header = 0, ...heights] = tableLayout(slide).heights;
  const room = BODY.h - HEADING - header;
  if (slide.rows.length <= MOST_ROWS && sum(heights) <= room) return [slide];
  if (slide.rows.length <= 1) return [cutCells(slide, LONGEST_CELL / 3)];
  const groups = rowGroups(heights, room);
  return groups.flatMap(([from, to]) => splitRows({ ...slide, rows: slide.rows.slice(from, to) }));
}

function cutCells(slide: TableSlide, limit: number): TableSlide {
  const cut = (text: string) => shorten(plain(text), limit);
  return { ...slide, rows: slide.rows.map(row => row.map(cell => ({ ...cell, text: cut(cell.text) }))) };
}

type Range = readonly [from: number, to: number];

/** Ranges of rows, alike in length where that fits. */
function rowGroups(heights: readonly number[], room: number): readonly Range[] {
  const groups: [number, number][] = [[0, 0]];
  heights.forEach((height, index) => {
    const last = groups.at(-1) as [number, number];
    const taken = sum(heights.slice(...last));
    const full = last[1] - last[0] >= MOST_ROWS || taken + height > room;
    if (full && last[1] > last[0]) groups.push([index, index + 1]);
    else last[1] = index + 1;
  });
  const each = Math.ceil(heights.length / groups.length);
  const even = groups.map((_, index): Range => [index * each, Math.min((index + 1) * each, heights.length)]);
  return even.every(([from, to]) => to > from && sum(heights.slice(from, to)) <= room) ? even : groups;
}

/** Groups of columns that fit; each begins with the first column, which names the rows. */
function columnGroups(slide: TableSlide): readonly TableSlide[] {
  const [first = 0, ...others] = leastWidths(slide, SIZES.table[1]);
  if (first + sum(others) <= BODY.w || others.length < 2) return [slide];
  const groups: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  others.forEach((width, index) => {
    if (used + width > BODY.w) {
      groups.push([0]);
      used = first;
    }
    groups.at(-1)?.push(index + 1);
    used += width;
  });
  return groups.map(group => ({
    ...slide,
    columns: group.flatMap(index => slide.columns[index] ?? []),
    rows: slide.rows.map(row => group.map(index => row[index] ?? { text: '', findings: [] })),
  }));
}

function layoutAt(slide: TableSlide, size: number): TableLayout {
  const widths = columnWidths(slide, size);
  const height = (texts: readonly string[], bold: boolean) => {
    const lines = texts.map((text, index) =>
      lineCount(text, (widths[index] ?? 1) - 2 * SIDE_PADDING, { size, bold }),
    );
    return (Math.max(1, ...lines) * size * LINE) / 72 + 2 * TOP_PADDING + 0.04;
  };
  const header = height(
    slide.columns.map(column => column.label),
    true,
  );
  const rows = slide.rows.map(row =>
    height(
      row.map(cell => cell.text),
      false,
    ),
  );
  return { size, widths, heights: [header, ...rows] };
}
