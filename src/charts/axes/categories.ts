import type { Bounds } from '../../domain/mark.ts';
import { groupBy } from '../../lib/group.ts';
import { joinLines } from '../text/index.ts';
import type { Category, CategoryScale, Label } from '../types.ts';
import { type Direction, placeOf } from './aligned.ts';
import { leveled } from './levels.ts';

/** The names that stand along a plot's side, wrapped lines joined; null where fewer than two do. */
export function findCategories(
  plot: Bounds,
  direction: Direction,
  labels: readonly Label[],
): CategoryScale | null {
  const names =
    direction === 'x'
      ? (namesBelow(plot, labels) ?? namesAbove(plot, labels) ?? namesInside(plot, labels))
      : namesBeside(plot, labels);
  if (!names || names.length < 2) return null;
  const scale = categoryScale(names, direction);
  return direction === 'x' ? leveled(scale, labels) : scale;
}

/** Categories from their names; each has the band up to halfway to its neighbours. */
export function categoryScale(names: readonly Label[], direction: Direction): CategoryScale {
  const placed = names.map(label => ({ label, at: placeOf(label, direction) })).sort((a, b) => a.at - b.at);
  const half = (i: number) => (placed[i + 1]!.at - placed[i]!.at) / 2;
  const categories = placed.map(({ label, at }, i): Category => {
    const before = i > 0 ? half(i - 1) : placed.length > 1 ? half(0) : 0;
    const behind = i + 1 < placed.length ? half(i) : before;
    return { name: label.text, at, from: at - before, to: at + behind, label };
  });
  return { kind: 'category', categories };
}

/** The first row of labels under a plot, with the lines below each that go on. */
function namesBelow(plot: Bounds, labels: readonly Label[]): Label[] | null {
  const under = labels.filter(
    label =>
      isAcross(label, plot) && label.y0 > plot.y1 - 0.5 * label.size && label.y0 < plot.y1 + 4 * label.size,
  );
  return rowFrom(under, labels);
}

function namesAbove(plot: Bounds, labels: readonly Label[]): Label[] | null {
  const over = labels.filter(
    label =>
      isAcross(label, plot) && label.y1 < plot.y0 + 0.5 * label.size && label.y1 > plot.y0 - 2 * label.size,
  );
  const lowest = Math.max(...over.map(({ y1 }) => y1));
  const row = over.filter(({ y1, size }) => lowest - y1 < 0.6 * size);
  return row.length >= 2 ? row : null;
}

/** Names along a zero line in the plot's midst: three or more words in a row, at one pitch. */
function namesInside(plot: Bounds, labels: readonly Label[]): Label[] | null {
  const inside = labels.filter(
    label => isAcross(label, plot) && label.y0 > plot.y0 && label.y1 < plot.y1 && /\p{L}/u.test(label.text),
  );
  const rows = [...groupBy(inside, ({ y0 }) => Math.round(y0)).values()].filter(row => row.length >= 3);
  const [row] = rows.sort((a, b) => b.length - a.length);
  return row && isEvenlySpaced(row.map(label => placeOf(label, 'x'))) ? row : null;
}

function isEvenlySpaced(places: readonly number[]): boolean {
  const sorted = [...places].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((at, i) => at - sorted[i]!);
  return Math.max(...steps) < 1.1 * Math.min(...steps);
}

function isAcross(label: Label, { x0, x1 }: Bounds): boolean {
  const at = placeOf(label, 'x');
  return at > x0 - label.size && at < x1 + label.size;
}

function rowFrom(under: readonly Label[], all: readonly Label[]): Label[] | null {
  const first = Math.min(...under.map(({ y0 }) => y0));
  const row = under.filter(({ y0, size }) => y0 - first < 0.6 * size).sort((a, b) => a.x0 - b.x0);
  if (row.length < 2) return null;
  const pitch = Math.min(...row.slice(1).map((label, i) => placeOf(label, 'x') - placeOf(row[i]!, 'x')));
  const later = all.filter(label => !row.includes(label) && label.angle === 0);
  return row.map(label => (label.angle === 0 ? joinLines(linesUnder(label, later, pitch)) : label));
}

/** A label and the lines that follow closely below it, centred like it and no wider than its band. */
function linesUnder(first: Label, later: readonly Label[], pitch: number): Label[] {
  const lines = [first];
  for (;;) {
    const last = lines.at(-1)!;
    const next = later.find(label => {
      const gap = label.y0 - last.y1;
      const close = gap > -0.4 * last.size && gap < 0.45 * last.size;
      const alike = Math.abs(label.size - last.size) < 0.1 * last.size && label.bold === last.bold;
      const centred = Math.abs(placeOf(label, 'x') - placeOf(first, 'x')) < 0.12 * pitch + 1;
      const left = Math.abs(label.x0 - first.x0) < 1;
      return close && alike && (centred || left) && label.x1 - label.x0 < 1.15 * pitch;
    });
    if (!next) return lines;
    lines.push(next);
  }
}

/** The column of labels left of a plot, right of it, or where its bars begin, each beside a part of it. */
function namesBeside(plot: Bounds, labels: readonly Label[]): Label[] | null {
  const level = labels.filter(({ angle, y0, y1 }) => {
    const at = (y0 + y1) / 2;
    return angle === 0 && at > plot.y0 - 1 && at < plot.y1 + 1;
  });
  const left = level.filter(({ x1, size }) => x1 < plot.x0 + 0.6 * size && x1 > plot.x0 - 30 * size);
  const right = level.filter(({ x0, size }) => x0 > plot.x1 - 0.4 * size);
  const within = level.filter(({ text, x0, size }) => Math.abs(x0 - plot.x0) < size && /\p{L}/u.test(text));
  return columnAt(left) ?? columnAt(right) ?? columnAt(within);
}

function columnAt(labels: readonly Label[]): Label[] | null {
  if (labels.length < 2) return null;
  const aligned = [edgeGroup(labels, ({ x1 }) => x1), edgeGroup(labels, ({ x0 }) => x0)];
  const [column] = aligned.sort((a, b) => b.length - a.length);
  if (!column || column.length < 2) return null;
  return joinClose(column.sort((a, b) => a.y0 - b.y0));
}

/** The most labels that share an edge. */
function edgeGroup(labels: readonly Label[], edge: (label: Label) => number): Label[] {
  const groups = labels.map(({ size, ...label }) =>
    labels.filter(other => Math.abs(edge(other) - edge({ size, ...label })) < 0.6 * size),
  );
  return groups.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Lines much nearer to each other than to the rest are one name. */
function joinClose(column: readonly Label[]): Label[] {
  const gaps = column.slice(1).map((label, i) => label.y0 - column[i]!.y1);
  const widest = Math.max(...gaps);
  const groups: Label[][] = [];
  column.forEach((label, i) => {
    const gap = i > 0 ? gaps[i - 1]! : Number.POSITIVE_INFINITY;
    if (gap < 0.4 * label.size && gap < 0.5 * widest - 0.5) groups.at(-1)!.push(label);
    else groups.push([label]);
  });
  return groups.map(joinLines);
}
