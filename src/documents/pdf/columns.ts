import { median } from '../../lib/median.ts';
import { type Bounds, overlapY, union } from './bounds.ts';

/** Something that takes up room on a page; `lines` is how many lines of text it stands for. */
export interface Atom extends Bounds {
  readonly size: number;
  /** A figure, table or box: one thing, however large. */
  readonly solid: boolean;
  /** Its text is words rather than figures. */
  readonly wordy: boolean;
}

/**
 * Groups atoms by column, in reading order: each group holds what is read from top to bottom in one column.
 * The tallest gutter that has text on both of its sides splits the page into what is above it, its two sides and what
 * is below; each part is split again. A full-width heading ends a gutter, so columns may start anew below it.
 */
export function toColumns<A extends Atom>(atoms: readonly A[]): A[][] {
  if (atoms.length < 2) return atoms.length === 0 ? [] : [[...atoms]];
  const gutter = tallestGutter(atoms);
  if (!gutter) return [[...atoms]];
  const { above, left, right, below } = gutter;
  return [...toColumns(above), ...toColumns(left), ...toColumns(right), ...toColumns(below)];
}

interface Split<A> {
  readonly above: A[];
  readonly left: A[];
  readonly right: A[];
  readonly below: A[];
  /** Points that both sides run along the gutter. */
  readonly height: number;
}

/** In em of the usual text. */
const GUTTER = 0.85;
const FEWEST_LINES = 3;
/** Share of the lines on the side with fewer that have the other side beside them. */
const BESIDE = 0.4;

function tallestGutter<A extends Atom>(atoms: readonly A[]): Split<A> | undefined {
  const em = median(atoms.filter(a => !a.solid).map(a => a.size)) || 10;
  const sorted = [...atoms].sort((a, b) => a.y0 - b.y0);
  let best: Split<A> | undefined;
  for (const x of leftEdges(atoms)) {
    for (const run of clearRuns(sorted, x, GUTTER * em)) {
      const split = splitAt(sorted, run, x);
      if (split && split.height > (best?.height ?? 0) * 1.02) best = split;
    }
  }
  return best;
}

/** Left edges of atoms, nearly equal ones once. */
function leftEdges(atoms: readonly Atom[]): number[] {
  const edges = atoms.map(a => a.x0).sort((a, b) => a - b);
  return edges.filter((x, i) => i > 0 && x - edges[i - 1]! > 0.75);
}

interface ClearRun {
  /** Indices into the sorted atoms: from `from` up to `to`, not including it. */
  readonly top: number;
  readonly bottom: number;
}

/** Stretches of the page where nothing crosses the strip of `width` that ends at `x`. */
function clearRuns(sorted: readonly Atom[], x: number, width: number): ClearRun[] {
  const runs: ClearRun[] = [];
  let top = -Infinity;
  for (const atom of sorted) {
    if (atom.x0 >= x - 0.76 || atom.x1 <= x - width) continue;
    if (atom.y0 > top) runs.push({ top, bottom: atom.y0 });
    top = Math.max(top, atom.y1);
  }
  runs.push({ top, bottom: Infinity });
  return runs;
}

function splitAt<A extends Atom>(sorted: readonly A[], run: ClearRun, x: number): Split<A> | undefined {
  const parts = { above: [] as A[], left: [] as A[], right: [] as A[], below: [] as A[] };
  for (const atom of sorted) {
    const middle = (atom.y0 + atom.y1) / 2;
    if (middle < run.top) parts.above.push(atom);
    else if (middle > run.bottom) parts.below.push(atom);
    else if (atom.x0 >= x - 0.76) parts.right.push(atom);
    else parts.left.push(atom);
  }
  trimTop(parts);
  const { left, right } = parts;
  if (left.length === 0 || right.length === 0) return;
  const height = overlapY(union(left), union(right));
  return standBeside(left, right) && areColumns(left, right) ? { ...parts, height } : undefined;
}

/** What stands alone on top of the right side, clear of the left side's start, was never beside it. */
function trimTop<A extends Atom>(parts: Omit<Split<A>, 'height'>): void {
  if (parts.left.length === 0) return;
  const start = Math.min(...parts.left.map(a => a.y0));
  while (parts.right.length > 1 && parts.right[0]!.y1 < start - 0.5 * parts.right[0]!.size) {
    parts.above.push(parts.right.shift()!);
  }
}

/** Lines of each side lie level with the other's, rather than between them. */
function standBeside(left: readonly Atom[], right: readonly Atom[]): boolean {
  const level = (some: readonly Atom[], others: readonly Atom[]) => {
    const { y0, y1 } = union(others);
    return some.filter(a => a.solid || ((a.y0 + a.y1) / 2 > y0 && (a.y0 + a.y1) / 2 < y1)).length;
  };
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  return level(few, many) >= BESIDE * few.length && level(many, few) > 0;
}

function areColumns(left: readonly Atom[], right: readonly Atom[]): boolean {
  if (left.some(a => a.solid) || right.some(a => a.solid)) return true;
  if (
    sharedBaselines(left, right) > 0.7 &&
    isLabel(left) &&
    isLabel(right) &&
    gapBetween(left, right) > WIDE_GUTTER * median(left.map(a => a.size))
  )
    return true;
  const rows = Math.min(countLines(left), countLines(right));
  if (rows < FEWEST_LINES) return rows === 2 && isTextual(left) && isTextual(right);
  // Short things side by side are rows of a list or a form, and are read across.
  const tabular = sharedBaselines(left, right) > 0.7;
  return !tabular || (isTextual(left) && isTextual(right));
}

/** In em: short labels further apart than this are read one by one, each from top to bottom. */
const WIDE_GUTTER = 2.2;
const LINES_OF_A_LABEL = 5;

/** Two to five tight lines of words, such as the name under a picture. */
function isLabel(atoms: readonly Atom[]): boolean {
  const { y0, y1 } = union(atoms);
  const lines = countLines(atoms);
  const em = Math.max(...atoms.map(a => a.size));
  return lines >= 2 && lines <= LINES_OF_A_LABEL && y1 - y0 < lines * 1.6 * em && atoms.every(a => a.wordy);
}

function gapBetween(left: readonly Atom[], right: readonly Atom[]): number {
  return union(right).x0 - union(left).x1;
}

function countLines(atoms: readonly Atom[]): number {
  const tops = atoms.map(a => a.y0).sort((a, b) => a - b);
  return tops.filter((y, i) => i === 0 || y - tops[i - 1]! > 2).length;
}

/** Most of its lines run through most of its width, and are long enough to be sentences. */
function isTextual(atoms: readonly Atom[]): boolean {
  const { x0, x1 } = union(atoms);
  const widths = atoms.map(a => a.x1 - a.x0);
  const em = median(atoms.map(a => a.size));
  const wordy = atoms.filter(a => a.wordy).length;
  return median(widths) > 0.55 * (x1 - x0) && median(widths) > 8 * em && wordy > 0.6 * atoms.length;
}

/** Share of the lines of the side that has the more of them level with one of the other's. */
function sharedBaselines(left: readonly Atom[], right: readonly Atom[]): number {
  const share = (some: readonly Atom[], others: readonly Atom[]) =>
    some.filter(a => others.some(b => isBeside(a, b))).length / some.length;
  return Math.max(share(left, right), share(right, left));
}

function isBeside(a: Atom, b: Atom): boolean {
  const em = Math.min(a.size, b.size);
  return Math.abs(a.y1 - b.y1) < 0.3 * em && Math.abs(a.size - b.size) < 0.2 * em;
}
