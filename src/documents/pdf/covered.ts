import type { Bounds } from './bounds.ts';
import type { Run } from './pen.ts';

/** A white rectangle that was painted over what was there. */
export interface Cover {
  readonly box: Bounds;
  /** How many runs of text had been drawn before it. */
  readonly after: number;
}

/**
 * The runs that can be seen: words under a white rectangle on which others were written afterwards are gone, as where
 * somebody wrote the labels of a chart anew. A rectangle with nothing on it may be see-through and hides nothing.
 */
export function withoutCovered(runs: readonly Run[], covers: readonly Cover[]): Run[] {
  const hidden = new Set<Run>();
  for (const { box, after } of covers) {
    const under = runs.slice(0, after).filter(run => isIn(run, box));
    if (under.length > 0 && runs.slice(after).some(run => isIn(run, box)))
      for (const run of under) hidden.add(run);
  }
  return runs.filter(run => !hidden.has(run));
}

/** Upright, and with all but the edges of its letters in the box. */
function isIn({ x, y, dx, size, glyphs }: Run, { x0, y0, x1, y1 }: Bounds): boolean {
  const [start, end] = [x + (glyphs[0]?.start ?? 0), x + (glyphs.at(-1)?.end ?? 0)];
  const slack = 0.2 * size;
  const level = dx === 1 && y - 0.6 * size > y0 - slack && y < y1 + slack;
  return level && start > x0 - slack && end < x1 + slack && end > start;
}
