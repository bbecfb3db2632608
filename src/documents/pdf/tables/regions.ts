import { median } from '../../../lib/median.ts';
import { headerAbove } from './above.ts';
import { isData, isPeriodLine } from './data-line.ts';
import { acrossX, bottom, overlap, right } from './geometry.ts';
import type { Chunk, Line } from './lines.ts';
import { type Prose, parted } from './prose.ts';
import type { PointBox } from './types.ts';

/** Lines that make up a table without strokes around its cells. */
export interface Region {
  readonly header: readonly Line[];
  readonly body: readonly Line[];
}

/** Lines without values that may stand between two rows: labels of groups, wrapped labels. */
const MOST_FILLERS = 8;
const MOST_HEADER_LINES = 9;

/** Runs of lines whose values stand in columns, with the lines above them that head these columns. */
export function findRegions(lines: readonly Line[], prose: Prose): Region[] {
  const regions: Region[] = [];
  let from = 0;
  while (from < lines.length) {
    if (!isData(lines[from]!)) {
      from++;
      continue;
    }
    const to = grow(lines, from, prose);
    const top = regions.length === 0 ? 0 : lines.indexOf(regions.at(-1)!.body.at(-1)!) + 1;
    const above = headerStart(lines, { from, to, top }, prose);
    const body = lines.slice(above.body, to + 1);
    regions.push({ header: lines.slice(above.header, above.body), body });
    from = to + 1;
  }
  return regions;
}

/** The last line of the table that starts at `from`. */
function grow(lines: readonly Line[], from: number, prose: Prose): number {
  const first = lines[from]!;
  let to = from;
  const columns: PointBox[] = valuesOf(lines[from]!);
  const gaps: number[] = [];
  let end = right(first);
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i]!;
    const last = lines[i - 1]!;
    const gap = line.y - bottom(last);
    if (isFar(gap, gaps, line) || parted(last, line, prose) || i - to > MOST_FILLERS) break;
    if (!(isData(line) ? isAligned(line, columns) : isFiller(line, first, { columns, end }))) break;
    if (!isData(line)) continue;
    end = Math.max(end, right(line));
    columns.push(...valuesOf(line));
    if (i === to + 1) gaps.push(gap);
    to = i;
  }
  return withTail(lines, to, columns);
}

/** White space too wide for a blank row, as rows go in this table. */
function isFar(gap: number, gaps: readonly number[], line: Line): boolean {
  const usual = gaps.length < 3 ? 0 : median(gaps);
  return gap > Math.max(2.8 * line.fontSize, 2.2 * usual + line.fontSize);
}

/** Lines after the last row that only go on with its label. */
function withTail(lines: readonly Line[], to: number, columns: readonly PointBox[]): number {
  const last = lines[to]!;
  const next = lines[to + 1];
  const first = next?.chunks[0];
  if (!next || !first || next.chunks.length > 1 || isData(next)) return to;
  const goesOn = /^\p{Ll}/u.test(first.text) && next.y - bottom(last) < 0.5 * next.fontSize;
  return goesOn && right(first) < Math.max(...columns.map(c => c.x)) ? to + 1 : to;
}

function valuesOf(line: Line): Chunk[] {
  return line.chunks.slice(1).filter(chunk => chunk.value);
}

function isAligned(line: Line, columns: readonly PointBox[]): boolean {
  const values = valuesOf(line);
  const hits = values.filter(value =>
    columns.some(column => {
      const shared = overlap(acrossX(value), acrossX(column));
      return shared > 0.5 * Math.min(value.w, column.w) || Math.abs(right(value) - right(column)) < 3;
    }),
  );
  return hits.length >= 0.5 * values.length;
}

/** A label without values, or the rest of a wrapped cell: it stays in place and is no heading of another part. */
function isFiller(
  line: Line,
  first: Line,
  { columns, end }: { columns: readonly PointBox[]; end: number },
): boolean {
  if (line.fontSize > 1.25 * first.fontSize) return false;
  const overValues = line.x > Math.min(...columns.map(c => c.x)) - 4 * line.fontSize;
  if (isPeriodLine(line) && (line.chunks.length > 1 || overValues)) return false;
  const label = line.chunks[0]!;
  if (right(line) > end + 12 || line.x < first.x - 4 * first.fontSize) return false;
  return label.tokens.length <= 24 || right(label) < Math.min(...columns.map(c => c.x));
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** The first line that no other table has taken. */
  readonly top: number;
}

/** Where header and body start: lines over the values head columns, lines over the labels only are rows. */
function headerStart(lines: readonly Line[], span: Span, prose: Prose): { header: number; body: number } {
  const rows = lines.slice(span.from, span.to + 1);
  const values = rows.flatMap(valuesOf);
  const data = rows.filter(isData);
  const area = {
    from: Math.min(...values.map(v => v.x)),
    to: Math.max(...data.map(right)),
    start: Math.min(...rows.map(line => line.x)),
    labels: Math.max(...data.map(line => right(line.chunks[0]!))),
  };
  const above = lines.slice(Math.max(span.top, span.from - MOST_HEADER_LINES), span.from);
  const { header } = headerAbove(above, rows[0]!, { area, prose });
  if (header.length === 0) {
    const body = groupStart(lines, span, area.from);
    return { header: body, body };
  }
  return { header: lines.indexOf(header[0]!), body: lines.indexOf(header.at(-1)!) + 1 };
}

/** Without a header, only labels of groups right above the first row belong to the table. */
function groupStart(lines: readonly Line[], span: Span, edge: number): number {
  let start = span.from;
  for (let i = span.from - 1; i >= Math.max(span.top, span.from - 2); i--) {
    const line = lines[i]!;
    const below = lines[i + 1]!;
    const near = below.y - bottom(line) < 0.9 * line.fontSize && line.fontSize <= 1.1 * below.fontSize;
    const label = line.chunks[0]!.text;
    const wraps = /^[\p{Ll}(]/u.test(below.chunks[0]!.text) && !/[.:]$/.test(label);
    if (!near || line.chunks.length > 1 || right(line) > edge || !(wraps || /:$/.test(label))) break;
    start = i;
  }
  return start;
}
