import { median } from '../../../lib/median.ts';
import { acrossX, bottom, type Interval, middleY, overlap, right } from './geometry.ts';
import type { Line } from './lines.ts';
import type { Stroke } from './rulings.ts';
import type { Fill } from './types.ts';

/** What is drawn between and behind rows. */
export interface Drawn {
  readonly flat: readonly Stroke[];
  readonly fills: readonly Fill[];
}

/** Lines of the body in groups: the lines of one group are one row. */
export function findRows(body: readonly Line[], columns: readonly Interval[], drawn: Drawn): Line[][] {
  const kinds = body.map(line => describe(line, columns));
  const pitch = usualPitch(body, kinds);
  const groups: number[][] = [];
  for (let i = 0; i < body.length; i++) {
    const group = groups.at(-1);
    const joins = group !== undefined && isOneRow({ body, kinds, pitch, drawn }, group, i);
    if (joins) group.push(i);
    else groups.push([i]);
  }
  return groups.map(group => group.map(i => body[i]!));
}

interface Kind {
  /** It has a value past the first column. */
  readonly valued: boolean;
  readonly labelled: boolean;
  /** Text of the first column. */
  readonly label: string;
  /** It has words past the first column. */
  readonly past: boolean;
}

interface Rows {
  readonly body: readonly Line[];
  readonly kinds: readonly Kind[];
  readonly pitch: number;
  readonly drawn: Drawn;
}

function describe(line: Line, columns: readonly Interval[]): Kind {
  const edge = columns[1]?.from ?? Number.POSITIVE_INFINITY;
  const first = columns[0];
  const label = line.chunks[0];
  const labelled =
    label !== undefined &&
    first !== undefined &&
    label.x < Math.max(first.to, first.from + 1) &&
    label.x < edge;
  const rest = labelled ? line.chunks.slice(1) : line.chunks;
  return {
    valued: rest.some(chunk => chunk.value || chunk.period),
    labelled,
    label: labelled ? label.text : '',
    past: rest.length > 0,
  };
}

/** The usual drop from one row with values to the next. */
function usualPitch(body: readonly Line[], kinds: readonly Kind[]): number {
  const drops: number[] = [];
  for (let i = 1; i < body.length; i++)
    if (kinds[i]!.valued && kinds[i - 1]!.valued) drops.push(body[i]!.baseline - body[i - 1]!.baseline);
  return drops.length > 0 ? median(drops) : 1.6 * (body[0]?.fontSize ?? 10);
}

function isOneRow(rows: Rows, group: readonly number[], i: number): boolean {
  const { body, kinds, pitch, drawn } = rows;
  const above = body[i - 1]!;
  const line = body[i]!;
  if (isParted(above, line, drawn)) return false;
  const kind = kinds[i]!;
  const valued = group.some(at => kinds[at]!.valued);
  if (valued && kind.valued) return false;
  const drop = line.baseline - above.baseline;
  if (isOneBand(above, line, drawn)) return true;
  if (drop > 1.6 * line.fontSize && drop > 0.95 * pitch) return false;
  const before = kinds[i - 1]!;
  if (kind.valued) return joinsValues(before, kind, { drop, pitch, indented: line.x - above.x });
  if (kind.past && kind.labelled && !valued) return drop < 0.75 * pitch && /^\p{Ll}/u.test(kind.label);
  if (!kind.labelled) return true;
  return goesOn(before.label, kind.label) || (valued && drop < 0.72 * pitch && isLongLabel(above, line));
}

interface Step {
  readonly drop: number;
  readonly pitch: number;
  readonly indented: number;
}

/** Whether a label without values is the beginning of the label of the row with values below it. */
function joinsValues(before: Kind, kind: Kind, { drop, pitch, indented }: Step): boolean {
  if (!before.labelled) return false;
  if (!kind.labelled) return drop < 1.05 * pitch && !/:$/.test(before.label);
  if (/:$/.test(before.label)) return false;
  if (goesOn(before.label, kind.label)) return true;
  const tight = drop < 0.8 * pitch;
  return tight && indented > -1 && before.label.length > 24 && !isHeading(before.label);
}

function isHeading(label: string): boolean {
  return label === label.toUpperCase();
}

/** Whether `next` reads as the continuation of `label`. */
function goesOn(label: string, next: string): boolean {
  if (/:$/.test(label)) return false;
  if (/^\p{Ll}{2}/u.test(next) || /^[),&]/.test(next)) return true;
  if (/(?:,|\b(?:and|or|of|the|to|in|for|by|from|with|on|at|net|per|a|an)|[-–—/&])$/i.test(label))
    return true;
  return depth(label) > 0;
}

function depth(text: string): number {
  return [...text].reduce((open, char) => open + (char === '(' ? 1 : char === ')' ? -1 : 0), 0);
}

/** The upper line is filled so far that its text had to be broken. */
function isLongLabel(above: Line, line: Line): boolean {
  const first = above.chunks[0]!;
  return first.tokens.length >= 3 && right(first) - first.x > 0.9 * (right(line) - line.x);
}

function isParted(above: Line, line: Line, { flat }: Drawn): boolean {
  const span = acrossX(line);
  const from = above.baseline + 0.05 * above.fontSize;
  const to = line.baseline - 0.5 * line.fontSize;
  return flat.some(
    stroke =>
      stroke.at > from &&
      stroke.at < to &&
      overlap(stroke, span) > 0.5 * (span.to - span.from) &&
      overlap(stroke, acrossX(above)) > 0,
  );
}

/** Both lines lie on one shaded band that is no taller than a few lines. */
function isOneBand(above: Line, line: Line, { fills }: Drawn): boolean {
  return fills.some(
    fill =>
      fill.h < 3.6 * line.fontSize &&
      fill.w > 0.5 * line.w &&
      fill.y < middleY(above) &&
      bottom(fill) > middleY(line) &&
      overlap(acrossX(fill), acrossX(line)) > 0.5 * line.w,
  );
}
