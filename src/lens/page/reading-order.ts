import { groupRows, parted, span } from './bands.ts';
import type { TextLine } from './group-lines.ts';

/** A part of a page in one piece: lines from the top, or cells in rows and columns. */
export type Block =
  | { readonly kind: 'text'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly TextLine[])[])[] };

/** White space between columns, in heights of the page's letters. */
const COLUMN_GAP = 1.2;
/** From line to line, in heights of letters: farther ones are not of one paragraph, unless most are as far. */
const LINE_PITCH = 3.1;
const WIDEST_PITCH = 4.6;
/** White within a justified line, in heights of its letters. */
const WIDEST_SPACE = 4;
/** Letters of one block differ in height by less than this factor. */
const UNLIKE = 1.4;
/** Columns of running text have lines at least so wide; narrower ones are cells. */
const TEXT_WIDTH = 14;
const FEWEST_ROWS = 3;
/** Share of a part's lines that may run across its columns. */
const MOST_ACROSS = 0.2;
const LONG_COLUMN = 5;
/** Share of the shortest column's lines that stand beside others where columns are those of a table. */
const ALIGNED = 0.75;
/** Share of a table's rows that fill several columns. */
const FULL_ROWS = 0.6;

/**
 * Blocks in reading order. White space that runs through a whole part of the page cuts it: between columns of text
 * the left is read first, between cells rows are; where no column runs through, the part is cut into bands, and bands
 * over which the same columns go on stay together.
 */
export function readingOrder(lines: readonly TextLine[]): readonly Block[] {
  if (lines.length === 0) return [];
  const sizes = lines.map(line => line.size).sort((a, b) => a - b);
  return ordered(lines, sizes[Math.floor(sizes.length / 2)] as number);
}

function ordered(lines: readonly TextLine[], size: number): readonly Block[] {
  const columns = columnsOf(lines, size);
  if (columns.length > 1) {
    return areText(columns, size) ? columns.flatMap(column => ordered(column, size)) : cells(lines, size);
  }
  const groups = bandsOf(lines, size);
  if (groups.length > 1) return groups.flatMap(group => ordered(group, size));
  const parts = splitAcross(lines, size);
  return parts.length > 1 ? parts.flatMap(part => ordered(part, size)) : paragraphs(lines);
}

/** Parts above, between and below the few lines that run across a gutter: titles and captions over columns. */
function splitAcross(lines: readonly TextLine[], size: number): readonly (readonly TextLine[])[] {
  const across = acrossGutter(lines);
  const rest = lines.filter(line => !across.includes(line));
  if (across.length === 0 || !areText(columnsOf(rest, size), size)) return [lines];
  const parts: TextLine[][] = [[]];
  const isAbove = (line: TextLine, other: TextLine) => (line.y0 + line.y1) / 2 < (other.y0 + other.y1) / 2;
  const waiting = new Set(rest);
  for (const line of across.toSorted((a, b) => a.y0 - b.y0)) {
    for (const other of waiting) if (isAbove(other, line)) parts.at(-1)!.push(other);
    for (const other of parts.at(-1)!) waiting.delete(other);
    parts.push([line], []);
  }
  parts.at(-1)!.push(...waiting);
  return parts.filter(part => part.length > 0);
}

/** The lines that cross the place which fewest lines cross, where those are few. */
function acrossGutter(lines: readonly TextLine[]): readonly TextLine[] {
  const edges = lines.map(line => line.x1).sort((a, b) => a - b);
  let fewest: readonly TextLine[] | undefined;
  for (const edge of new Set(edges.slice(Math.floor(0.1 * edges.length), Math.ceil(0.9 * edges.length)))) {
    const crossing = lines.filter(line => line.x0 < edge + 1 && line.x1 > edge + 1);
    if (!fewest || crossing.length < fewest.length) fewest = crossing;
  }
  return fewest && fewest.length <= MOST_ACROSS * lines.length ? fewest : [];
}

function columnsOf(lines: readonly TextLine[], size: number): readonly (readonly TextLine[])[] {
  return parted(lines, line => [line.x0, line.x1], COLUMN_GAP * size);
}

function areText(columns: readonly (readonly TextLine[])[], size: number): boolean {
  const wide = columns.filter(column => {
    const widths = column.map(line => line.x1 - line.x0).sort((a, b) => a - b);
    return (
      column.length >= FEWEST_ROWS && (widths[Math.floor(widths.length / 2)] as number) >= TEXT_WIDTH * size
    );
  });
  const isBeside = columns.every(column => column.length >= LONG_COLUMN) && !areAligned(columns);
  return columns.length > 1 && (wide.length >= 2 || (wide.length === 1 && isBeside));
}

/** Whether the lines of all columns stand in common rows, as cells do. */
function areAligned(columns: readonly (readonly TextLine[])[]): boolean {
  const rows = groupRows(columns.flat());
  const fewest = Math.min(...columns.map(column => column.length));
  return rows.filter(row => row.length > 1).length > ALIGNED * fewest;
}

/** Level bands from the top, those with the same columns together. */
function bandsOf(lines: readonly TextLine[], size: number): readonly (readonly TextLine[])[] {
  const groups: { lines: readonly TextLine[]; columns: number }[] = [];
  for (const band of parted(lines, line => [line.y0, line.y1], 0)) {
    const last = groups.at(-1);
    const own = columnsOf(band, size).length;
    const both = last ? columnsOf([...last.lines, ...band], size).length : 0;
    const goesOn = own > 1 ? both > 1 : both >= (last?.columns ?? 0);
    if (last && goesOn) {
      groups[groups.length - 1] = { lines: [...last.lines, ...band], columns: both };
    } else groups.push({ lines: band, columns: own });
  }
  return groups.map(group => group.lines);
}

/** A table where most rows fill several columns; rows of one cell before and after it are text. */
function cells(lines: readonly TextLine[], size: number): readonly Block[] {
  const rows = groupRows(lines);
  const filled = rows.map(row => columnsOf(row, size).length);
  const first = filled.findIndex(count => count > 1);
  const last = filled.findLastIndex(count => count > 1);
  const inside = rows.slice(first, last + 1);
  const columns = columnsOf(inside.flat(), size);
  const full = inside.filter(row => columnsOf(row, size).length > 1).length;
  if (columns.length < 2 || inside.length < FEWEST_ROWS || full < FULL_ROWS * inside.length)
    return paragraphs(lines);
  return [
    ...paragraphs(rows.slice(0, first).flat()),
    {
      kind: 'table',
      rows: inside.map(row => columns.map(column => column.filter(line => row.includes(line)))),
    },
    ...paragraphs(rows.slice(last + 1).flat()),
  ];
}

/**
 * Lines from the top, parted where the gap or the size of the letters changes. Each goes on with the block that it
 * stands under, whatever else stands beside it: text in boxes is strewn over a slide.
 */
function paragraphs(lines: readonly TextLine[]): readonly Block[] {
  const blocks: Stretch[][] = [];
  const stretches = groupRows(lines).flatMap(stretchesOf);
  const usual = pitchOf(stretches.map(({ whole }) => whole));
  for (const stretch of stretches) {
    const above = blocks.filter(block => goesOn(block.at(-1)!.whole, stretch.whole, usual));
    const nearest = above.reduce<Stretch[] | undefined>(
      (best, block) => (best && best.at(-1)!.whole.base >= block.at(-1)!.whole.base ? best : block),
      undefined,
    );
    if (nearest) nearest.push(stretch);
    else blocks.push([stretch]);
  }
  return blocks.map(block => ({ kind: 'text', lines: block.flatMap(({ parts }) => parts) }));
}

/** A line that wide spaces cut into parts, as justified ones have them. */
interface Stretch {
  readonly whole: TextLine;
  readonly parts: readonly TextLine[];
}

function stretchesOf(row: readonly TextLine[]): readonly Stretch[] {
  const gap = WIDEST_SPACE * Math.min(...row.map(line => line.size));
  return parted(row, line => [line.x0, line.x1], gap).map(parts => {
    const longest = parts.reduce((best, line) => (line.x1 - line.x0 > best.x1 - best.x0 ? line : best));
    const [first, last] = [parts[0] as TextLine, parts.at(-1) as TextLine];
    return { whole: { ...longest, x0: first.x0, x1: last.x1 }, parts };
  });
}

/** From most lines to those below them, in heights of their letters. */
function pitchOf(lines: readonly TextLine[]): number {
  const pitches = lines
    .slice(1)
    .map((line, i) => pitch(lines[i]!, line))
    .filter(one => one > 1 && one < WIDEST_PITCH)
    .sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length / 2)] ?? 0;
}

function pitch(above: TextLine, line: TextLine): number {
  return (line.base - above.base) / Math.min(above.size, line.size);
}

function goesOn(above: TextLine, line: TextLine, usual: number): boolean {
  const [small, large] = [Math.min(above.size, line.size), Math.max(above.size, line.size)];
  const down = pitch(above, line);
  const isBelow = down > 0.8 && down < Math.max(LINE_PITCH, 1.2 * usual);
  return large < UNLIKE * small && isBelow && span([above, line]) < above.x1 - above.x0 + (line.x1 - line.x0);
}
