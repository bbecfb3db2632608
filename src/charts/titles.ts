import type { Bounds } from '../domain/mark.ts';
import { middleOf } from './bounds.ts';
import { joinLines } from './text/index.ts';
import type { Label } from './types.ts';

/** The words above a chart that name it: the largest or boldest, with the lines that go on. '' where there are none. */
export function titleAbove(chart: Bounds, free: readonly Label[]): Label | null {
  const above = free.filter(label => {
    const gap = chart.y0 - label.y1;
    const { x } = middleOf(label);
    const over = x > chart.x0 - 2 * label.size && x < chart.x1 + 2 * label.size;
    const worded = /\p{L}/u.test(label.text) && label.text.length >= SHORTEST;
    return label.angle === 0 && over && gap > -1.2 * label.size && gap < REACH && worded;
  });
  const [best] = above.sort((a, b) => weight(b) - weight(a) || b.y1 - a.y1);
  if (!best) return null;
  const lines = above.filter(
    label => Math.abs(label.size - best.size) < 0.3 && label.bold === best.bold && isNear(best, label, above),
  );
  return joinLines(lines);
}

/** Letters: "NET" heads a column. */
const SHORTEST = 4;

/** Page units above the plot. */
const REACH = 70;

/** A title is more than a word or two. */
function weight({ size, bold, text }: Label): number {
  return size * (bold ? 1.2 : 1) * (text.length > 11 ? 1.3 : 1);
}

/** Whether lines of the same letters lead from one to the other. */
function isNear(best: Label, label: Label, all: readonly Label[]): boolean {
  if (label === best) return true;
  const gap = Math.max(label.y0 - best.y1, best.y0 - label.y1);
  if (gap < 0.5 * best.size) return Math.abs(label.y0 - best.y0) > 0.5 * best.size;
  const between = all.find(
    other =>
      other !== label &&
      other !== best &&
      other.y0 < Math.max(label.y0, best.y0) &&
      other.y0 > Math.min(label.y0, best.y0),
  );
  return (
    between !== undefined &&
    gap < 2.5 * best.size &&
    isNear(
      between,
      label,
      all.filter(o => o !== best),
    )
  );
}
