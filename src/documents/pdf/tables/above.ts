import { acrossX, bottom, type Interval, middleX, overlap, right } from './geometry.ts';
import type { Chunk, Line } from './lines.ts';
import { isDuration, isUnitNote } from './numbers.ts';
import { type Prose, parted } from './prose.ts';

/** Where the values stand, where the labels start and how far they reach. */
export interface Area extends Interval {
  readonly start: number;
  readonly labels: number;
}

interface Above {
  readonly area: Area;
  readonly prose: Prose;
}

/** The lines of `above` that head the columns of the row `first`, from the top down; labels may stand between. */
export function headerAbove(
  above: readonly Line[],
  first: Line,
  { area, prose }: Above,
): { header: Line[]; labels: Line[] } {
  let top: number | undefined;
  let end = above.length;
  let reach = area.to;
  for (let i = above.length - 1; i >= 0; i--) {
    const line = above[i]!;
    const below = above[i + 1] ?? first;
    if (line.y > below.y || below.y - bottom(line) > 2.6 * Math.max(line.fontSize, below.fontSize)) break;
    if (parted(line, below, prose) || line.fontSize > 1.35 * first.fontSize) break;
    if (headsColumns(line, area) && (goesOn(line, below) || !isTitle(line, { ...area, to: reach }))) {
      reach = Math.max(reach, right(line));
      if (top === undefined) end = i + 1;
      top = i;
    } else if (!isOverLabels(line, area)) break;
  }
  return top === undefined
    ? { header: [], labels: [] }
    : { header: above.slice(top, end), labels: above.slice(end) };
}

/** The line is centred over a cell of the line below: they are one header. */
function goesOn(line: Line, below: Line): boolean {
  return below.chunks.length > 1 && below.chunks.some(chunk => Math.abs(middleX(chunk) - middleX(line)) < 3);
}

/** Most of every chunk past the labels stands over the values, and one does at least. */
function headsColumns(line: Line, area: Area): boolean {
  const em = line.fontSize;
  const over = line.chunks.filter(chunk => {
    const shared = overlap(acrossX(chunk), area);
    return shared > 0.3 * Math.min(chunk.w, area.to - area.from) || (shared > 3 && chunk.x > area.labels);
  });
  const left = line.chunks.filter(chunk => right(chunk) <= area.from + em);
  if (over.length === 0 || over.length + left.length < line.chunks.length) return false;
  if (line.chunks.filter(isPlainAmount).length > 0.2 * line.chunks.length) return false;
  if (/^(?:table|figure|fig\.|exhibit|chart)\s*[\dA-Z]/i.test(line.chunks[0]!.text)) return false;
  const alone = line.chunks.length === 1;
  return !over.some(
    chunk =>
      chunk.tokens.length > 14 ||
      (chunk.x < area.labels && (chunk.x < area.from - 6 * em || (alone && middleX(chunk) < area.from))),
  );
}

function isPlainAmount(chunk: Chunk): boolean {
  return (
    chunk.value &&
    !chunk.period &&
    !isDuration(chunk.text) &&
    /\d/.test(chunk.text) &&
    !/^\(\d\)$/.test(chunk.text)
  );
}

/** Titles are centred over the whole table, labels included; headers over the values. */
function isTitle(line: Line, { start, from, to }: Area): boolean {
  const middle = middleX(line);
  if (line.chunks.length > 1 || isUnitNote(line.chunks[0]!.text)) return false;
  return Math.abs(middle - (start + to) / 2) < 8 && Math.abs(middle - (from + to) / 2) > 12;
}

/** A label of a group starts where the labels do, and may run on under the first values. */
function isOverLabels(line: Line, area: Area): boolean {
  if (right(line) <= area.from + line.fontSize) return true;
  const starts = line.chunks.length === 1 && Math.abs(line.x - area.start) < 1.5 * line.fontSize;
  return starts && right(line) < area.from + 0.4 * (area.to - area.from);
}
