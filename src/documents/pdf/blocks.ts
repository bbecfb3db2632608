import { type Bounds, union } from './bounds.ts';
import { CAPTION } from './captions.ts';
import type { Line } from './lines.ts';
import { isBullet, markerOf } from './list-marker.ts';

/** Lines that are read as one: a paragraph, a heading, a list item. */
export interface Block extends Bounds {
  readonly lines: readonly Line[];
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A column's lines, top to bottom, cut where a new paragraph, heading or list item starts. */
export function toBlocks(lines: readonly Line[]): Block[] {
  const blocks: Line[][] = [];
  const margins = union(lines);
  const leading = usualLeading(lines);
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block && continues(block, line, { margins, leading })) block.push(line);
    else blocks.push([line]);
  }
  return blocks.map(blockOf);
}

export function blockOf(lines: readonly Line[]): Block {
  const main = lines.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    ...union(lines),
    lines,
    size: main.size,
    bold: lines.every(line => line.bold),
    italic: lines.every(line => line.italic),
  };
}

interface Column {
  readonly margins: Bounds;
  /** Usual distance of baselines in em. */
  readonly leading: number;
}

function usualLeading(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (let i = 1; i < lines.length; i++) {
    const em = distance(lines[i - 1]!, lines[i]!);
    if (!sameSize(lines[i - 1]!, lines[i]!) || em < 0.8 || em > 2.2) continue;
    const step = Math.round(em * 20) / 20;
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most && most[1] >= 2 ? most[0] : 1.25;
}

function distance(a: Line, b: Line): number {
  return (b.baseline - a.baseline) / Math.max(Math.min(a.size, b.size), 1);
}

function sameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= 0.08 * Math.max(a.size, b.size);
}

function continues(block: readonly Line[], line: Line, column: Column): boolean {
  const last = block.at(-1)!;
  if (!sameSize(last, line) && !isInline(last, line)) return false;
  if (distance(last, line) > column.leading + 0.28) return false;
  if (UNIT_NOTE.test(line.text) || CAPTION.test(line.text) || isContents(last, line)) return false;
  if (markerOf(line.text) && startsItem(block, line)) return false;
  if (changesFace(last, line, column)) return false;
  return !startsParagraph(block, line, column);
}

/** A line of another size that only its first or last word makes so, like one with a formula. */
function isInline(a: Line, b: Line): boolean {
  const common = a.words.some(x =>
    b.words.some(y => Math.abs(x.size - y.size) < 0.3 && x.text.length > 2 && y.text.length > 2),
  );
  return common && Math.abs(a.size - b.size) < 0.3 * Math.max(a.size, b.size);
}

/** "(in millions, except per share data)" under a statement's title. */
const UNIT_NOTE = /^\((?:in|amounts|dollars|unaudited|expressed|all)\b[^()]*\)$/i;

/** Two lines of a table of contents: both end with a page number at the same edge. */
function isContents(last: Line, line: Line): boolean {
  const numbered = (text: string) => /\s\d{1,3}$/.test(text);
  return numbered(last.text) && numbered(line.text) && Math.abs(last.x1 - line.x1) < 2;
}

function startsItem(block: readonly Line[], line: Line): boolean {
  if (isBullet(line.text))
    return !/^[-–—*]/.test(line.text) || !isFull(block) || line.x0 !== block.at(-1)!.x0;
  const last = block.at(-1)!;
  const aligned = markerOf(block[0]!.text) !== undefined && Math.abs(block[0]!.x0 - line.x0) < line.size;
  return aligned || endsSentence(last) || line.x0 > last.x0 + line.size || line.x0 < last.x0 - line.size;
}

function isFull(block: readonly Line[]): boolean {
  const { x1 } = union(block);
  return block.at(-1)!.x1 > x1 - 2 * block.at(-1)!.size;
}

/** From bold to regular or back: a heading and its text, unless bold merely ran over a line end. */
function changesFace(last: Line, line: Line, { margins }: Column): boolean {
  if (last.bold === line.bold && last.italic === line.italic) return false;
  const joint = last.words.at(-1)!;
  const next = line.words[0]!;
  if (last.bold === line.bold)
    return joint.italic !== next.italic && (last.italic || line.italic) && endsShort(last, line, margins);
  const ranOver = joint.bold === next.bold;
  return !ranOver && (endsShort(last, line, margins) || endsSentence(last) || /^\p{Lu}/u.test(line.text));
}

function startsParagraph(block: readonly Line[], line: Line, { margins }: Column): boolean {
  const last = block.at(-1)!;
  const em = line.size;
  if (isCentred(last, line, margins)) return false;
  const indent = line.x0 - last.x0;
  const fresh = endsSentence(last) && !/^\p{Ll}/u.test(line.text);
  if (indent > 0.8 * em)
    return block.length > 1 ? fresh || indent > 6 * em : fresh && endsShort(last, line, margins);
  if (indent < -0.8 * em) return block.length > 1 && !isQuoteEnd(line);
  return fresh && endsShort(last, line, margins);
}

function isQuoteEnd(line: Line): boolean {
  return /^\p{Ll}/u.test(line.text);
}

/** The next line's first word would have fitted on this one. */
function endsShort(last: Line, line: Line, margins: Bounds): boolean {
  const word = line.words[0]!;
  return last.x1 + (word.x1 - word.x0) + 1.2 * line.size < margins.x1;
}

function endsSentence(line: Line): boolean {
  return /[.!?:;]["'”’)\]]*[¹²³⁰⁴-⁹]*$/.test(line.text);
}

function isCentred(a: Line, b: Line, margins: Bounds): boolean {
  const middle = (margins.x0 + margins.x1) / 2;
  const off = (line: Line) => Math.abs((line.x0 + line.x1) / 2 - middle);
  const indented = (line: Line) => line.x0 > margins.x0 + 1.5 * line.size;
  return off(a) < 0.5 * a.size && off(b) < 0.5 * b.size && (indented(a) || indented(b));
}
