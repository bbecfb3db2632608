import type { Bounds } from '../../domain/mark.ts';
import { grown, middleOf, unionOf } from '../bounds.ts';
import { joinLines } from '../text/index.ts';
import type { Axis, Frame, Label } from '../types.ts';
import { parsePrinted } from './numbers.ts';

/** A frame with the titles of its axes, and the labels that they are. */
export function titledFrame(
  frame: Frame,
  free: readonly Label[],
): { frame: Frame; used: ReadonlySet<Label> } {
  const used = new Set<Label>();
  const titled = (axis: Axis): Axis => {
    const lines = titleLines(axis, frame.plot, free).filter(label => !used.has(label));
    for (const line of lines) used.add(line);
    return lines.length > 0 ? { ...axis, title: joinLines(lines).text } : axis;
  };
  return { frame: { ...frame, x: frame.x.map(titled), y: frame.y.map(titled) }, used };
}

function titleLines(axis: Axis, plot: Bounds, free: readonly Label[]): readonly Label[] {
  const names = labelsOf(axis);
  if (names.length === 0) return [];
  const around = unionOf([...names, plot]);
  const size = names[0]!.size;
  if (axis.side === 'bottom' || axis.side === 'top')
    return levelTitle(axis.side, around, { plot, free, size });
  const turned = turnedTitle(axis.side, around, { plot, free, size });
  return turned.length > 0 || axis.scale.kind === 'category'
    ? turned
    : cornerTitle(unionOf(names), { plot, free, size });
}

interface Where {
  readonly plot: Bounds;
  readonly free: readonly Label[];
  readonly size: number;
}

export function labelsOf({ scale }: Axis): readonly Label[] {
  return scale.kind === 'category' ? scale.categories.map(c => c.label) : scale.ticks.map(t => t.label);
}

/** Centred below the labels, or above those of an axis on top. */
function levelTitle(side: 'bottom' | 'top', around: Bounds, { plot, free, size }: Where): readonly Label[] {
  const near = free.filter(label => {
    const gap = side === 'bottom' ? label.y0 - around.y1 : around.y0 - label.y1;
    const { x } = middleOf(label);
    const middle = (plot.x0 + plot.x1) / 2;
    const centred = Math.abs(x - middle) < 0.12 * (plot.x1 - plot.x0) + size;
    const isRemark = /^(?:note|source|\*|\()/i.test(label.text) || label.text.length > 55;
    const atEnd = Math.abs(label.x1 - plot.x1) < 2 * size;
    return (
      label.angle === 0 &&
      gap > -0.6 * size &&
      gap < 3 * size &&
      !isRemark &&
      (centred || (atEnd && gap < size))
    );
  });
  const [nearest] = near.sort((a, b) => (side === 'bottom' ? a.y0 - b.y0 : b.y1 - a.y1));
  return nearest ? near.filter(label => isNextLine(nearest, label)) : [];
}

function isNextLine(first: Label, label: Label): boolean {
  if (label === first) return true;
  const gap = Math.max(label.y0 - first.y1, first.y0 - label.y1);
  return gap < 0.4 * first.size && Math.abs(label.size - first.size) < 0.5 && label.bold === first.bold;
}

/** Turned text beside the labels, halfway up. */
function turnedTitle(side: 'left' | 'right', around: Bounds, { plot, free, size }: Where): readonly Label[] {
  const near = free.filter(label => {
    if (Math.abs(Math.abs(label.angle) - 90) > 1) return false;
    const gap = side === 'left' ? around.x0 - label.x1 : label.x0 - around.x1;
    const { y } = middleOf(label);
    return gap > -0.8 * size && gap < 4 * size && y > plot.y0 - size && y < plot.y1 + size;
  });
  const [nearest] = near.sort((a, b) => (side === 'left' ? b.x1 - a.x1 : a.x0 - b.x0));
  if (!nearest) return [];
  return near.filter(label => label === nearest || isBeside(nearest, label));
}

function isBeside(a: Label, b: Label): boolean {
  const gap = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  return gap < 0.4 * a.size && Math.abs(a.size - b.size) < 0.5;
}

/** Level text right above a vertical axis, no larger than its numbers: "Percent", "USD million". */
function cornerTitle(names: Bounds, { plot, free, size }: Where): readonly Label[] {
  const reach = grown(names, 0.5 * size);
  const [title] = free.filter(label => {
    const starts = label.x0 > reach.x0 - size && label.x0 < reach.x1 + 0.5 * size;
    const above = label.y1 <= names.y0 + 0.3 * size && label.y1 > plot.y0 - 3 * size;
    const short = label.text.length <= 40 && label.x1 - label.x0 < 0.6 * (plot.x1 - plot.x0);
    const goesOn = free.some(other => {
      const close = label.y0 - other.y1 > -0.3 * size && label.y0 - other.y1 < 0.5 * size;
      return close && Math.abs(other.x0 - label.x0) < 0.5 * size && Math.abs(other.size - label.size) < 0.5;
    });
    const isWord = /\p{L}|[%$€£]/u.test(label.text) && parsePrinted(label.text) === null;
    return (
      label.angle === 0 &&
      starts &&
      above &&
      short &&
      isWord &&
      !goesOn &&
      !label.bold &&
      label.size < 1.15 * size
    );
  });
  return title ? [title] : [];
}
