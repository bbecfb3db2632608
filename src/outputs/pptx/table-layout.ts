import type { Slide } from '../../domain/deck.ts';
import type { TableCell } from '../../domain/report.ts';
import { textWidth } from '../font/measure.ts';
import { plain } from '../plain.ts';
import { lineCount } from './fit.ts';
import { BODY, LINE, SIZES } from './page.ts';

export type TableSlide = Extract<Slide, { kind: 'table' }>;

/** Inches. */
const PADDING = { side: 0.09, top: 0.05 } as const;
const WIDEST_NUMBER = 1.7;
const NARROWEST = 0.7;
/** Height of the heading above the table, with the space below it. */
export const HEADING = 0.42;
const MOST_ROWS = 12;

export interface TableLayout {
  /** Inches, one a column; they add up to at most the body's width. */
  readonly widths: readonly number[];
  /** Inches, the header row first. */
  readonly heights: readonly number[];
}

export function cellMargin(): [number, number, number, number] {
  return [PADDING.top, PADDING.side, PADDING.top, PADDING.side];
}

export function tableLayout(slide: TableSlide): TableLayout {
  const widths = columnWidths(slide);
  const header = rowHeight(
    slide.columns.map(column => column.label),
    widths,
    true,
  );
  return {
    widths,
    heights: [
      header,
      ...slide.rows.map(row =>
        rowHeight(
          row.map(cell => cell.text),
          widths,
          false,
        ),
      ),
    ],
  };
}

/** One table as many as it takes: at most a dozen rows each, columns in groups that repeat the first where too wide. */
export function splitTable(slide: TableSlide): readonly TableSlide[] {
  return columnGroups(slide).flatMap(part => {
    const { heights } = tableLayout(part);
    const room = BODY.h - HEADING - (heights[0] ?? 0);
    const groups = rowGroups(part.rows, heights.slice(1), room);
    return groups.map(rows => ({ ...part, rows }));
  });
}

function rowGroups(
  rows: readonly (readonly TableCell[])[],
  heights: readonly number[],
  room: number,
): readonly (readonly (readonly TableCell[])[])[] {
  const greedy: TableCell[][][] = [[]];
  let used = 0;
  rows.forEach((row, index) => {
    const height = heights[index] ?? 0;
    const last = greedy.at(-1) as TableCell[][];
    if (last.length > 0 && (last.length >= MOST_ROWS || used + height > room)) {
      greedy.push([[...row]]);
      used = height;
    } else {
      last.push([...row]);
      used += height;
    }
  });
  const even = Math.ceil(rows.length / greedy.length);
  const fitsEven = greedy.every((_, group) => {
    const part = heights.slice(group * even, (group + 1) * even);
    return part.length > 0 && part.reduce((sum, height) => sum + height, 0) <= room;
  });
  return fitsEven ? greedy.map((_, group) => rows.slice(group * even, (group + 1) * even)) : greedy;
}

function columnGroups(slide: TableSlide): readonly TableSlide[] {
  const least = slide.columns.map((_, index) => leastWidth(slide, index));
  const total = least.reduce((sum, width) => sum + width, 0);
  if (total <= BODY.w || slide.columns.length < 3) return [slide];
  const groups: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (let index = 1; index < slide.columns.length; index++) {
    const width = least[index] ?? 0;
    if (used + width > BODY.w) {
      groups.push([0]);
      used = least[0] ?? 0;
    }
    groups.at(-1)?.push(index);
    used += width;
  }
  return groups.map(group => ({
    ...slide,
    columns: group.flatMap(index => slide.columns[index] ?? []),
    rows: slide.rows.map(row => group.map(index => row[index] ?? { text: '', findings: [] })),
  }));
}

function columnWidths(slide: TableSlide): readonly number[] {
  const natural = slide.columns.map((_, index) => naturalWidth(slide, index));
  const least = slide.columns.map((_, index) => leastWidth(slide, index));
  const total = natural.reduce((sum, width) => sum + width, 0);
  if (total <= BODY.w) return stretch(slide, natural, BODY.w - total);
  // Texts give way first, each in proportion to what it has beyond its longest word.
  const slack = natural.map((width, index) => width - (least[index] ?? width));
  const free = slack.reduce((sum, width) => sum + width, 0);
  const lack = Math.min(total - BODY.w, free);
  const fitted = natural.map(
    (width, index) => width - (free === 0 ? 0 : (lack * (slack[index] ?? 0)) / free),
  );
  const sum = fitted.reduce((acc, width) => acc + width, 0);
  return sum <= BODY.w ? fitted : fitted.map(width => (width * BODY.w) / sum);
}

/** The room that is left goes to the numbers up to a comfortable width, then to the first column. */
function stretch(slide: TableSlide, natural: readonly number[], room: number): readonly number[] {
  const wish = natural.map((width, index) =>
    slide.columns[index]?.number ? Math.max(0, WIDEST_NUMBER - width) : index === 0 ? 0 : width * 0.4,
  );
  const wished = wish.reduce((sum, width) => sum + width, 0);
  const given = wished === 0 ? 0 : Math.min(1, room / wished);
  const left = room - wished * given;
  return natural.map((width, index) => width + (wish[index] ?? 0) * given + (index === 0 ? left : 0));
}

function naturalWidth(slide: TableSlide, index: number): number {
  const cells = slide.rows.map(row => textWidth(plain(row[index]?.text ?? ''), { size: SIZES.table }));
  const label = textWidth(plain(slide.columns[index]?.label ?? ''), { size: SIZES.table, bold: true });
  return pad(Math.max(label, ...cells));
}

/** A number never breaks; a text may, down to its longest word. */
function leastWidth(slide: TableSlide, index: number): number {
  const longest = (text: string, bold: boolean) =>
    Math.max(
      0,
      ...plain(text)
        .split(' ')
        .map(word => textWidth(word, { size: SIZES.table, bold })),
    );
  const number = slide.columns[index]?.number ?? false;
  const cells = slide.rows.map(row => {
    const text = row[index]?.text ?? '';
    return number ? textWidth(plain(text), { size: SIZES.table }) : longest(text, false);
  });
  return Math.min(pad(Math.max(longest(slide.columns[index]?.label ?? '', true), ...cells)), 4);
}

function pad(points: number): number {
  return Math.max(NARROWEST, (points * 1.04) / 72 + 2 * PADDING.side);
}

function rowHeight(texts: readonly string[], widths: readonly number[], bold: boolean): number {
  const lines = texts.map((text, index) =>
    lineCount(text, (widths[index] ?? NARROWEST) - 2 * PADDING.side, { size: SIZES.table, bold }),
  );
  return (Math.max(1, ...lines) * SIZES.table * LINE) / 72 + 2 * PADDING.top + 0.04;
}
