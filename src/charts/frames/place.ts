import type { Bounds } from '../../domain/mark.ts';
import type { Ruler } from '../axes/rulers.ts';
import { holds } from '../bounds.ts';
import type { Shape } from '../types.ts';
import { bareplotOf } from './bare.ts';
import { emOf, type Plot, plotOf, sideOf, ticksOf } from './plot.ts';
import { acrossOf, alongOf, lengthOf, sharedBy } from './spans.ts';

/** A ruler and the plot that it measures. */
export interface Placed {
  readonly ruler: Ruler;
  readonly plot: Plot;
}

/** Rulers with their plots: first those that lines give one, then those along a side of these, last those beside marks alone. */
export function placeRulers(rulers: readonly Ruler[], shapes: readonly Shape[]): Placed[] {
  const drawn = rulers.flatMap(ruler => {
    const plot = plotOf(ruler, shapes, rulers);
    return plot ? [{ ruler, plot }] : [];
  });
  const outer = drawn.filter(({ ruler }) => !isInside(ruler, drawn));
  const inner = new Set(drawn.map(({ ruler }) => ruler));
  const beside = withAdopted(
    outer,
    rulers.filter(ruler => !inner.has(ruler)),
  );
  const left = rulers.filter(ruler => !beside.some(one => one.ruler === ruler) && !isInside(ruler, beside));
  const bare = left.flatMap(ruler => {
    const plot = bareplotOf(ruler, shapes, rulers);
    const known = beside.some(
      one => plot && isSame(one.plot, plot) && one.ruler.direction === ruler.direction,
    );
    return plot && !known ? [{ ruler, plot }] : [];
  });
  const all = [...beside, ...bare];
  return withAdopted(
    all,
    left.filter(ruler => !all.some(one => one.ruler === ruler)),
  );
}

/** Labels in the midst of another ruler's plot are data. */
function isInside(ruler: Ruler, placed: readonly Placed[]): boolean {
  const { x0, x1, y0, y1 } = ruler.bounds;
  const middle = (x0 + x1) / 2;
  return placed.some(
    other => other.ruler !== ruler && holds(other.plot, { x0: middle, x1: middle, y0, y1 }, 1),
  );
}

export function isSame(a: Bounds, b: Bounds): boolean {
  const across = sharedBy({ from: a.x0, to: a.x1 }, { from: b.x0, to: b.x1 });
  const upward = sharedBy({ from: a.y0, to: a.y1 }, { from: b.y0, to: b.y1 });
  return across > 0.6 && upward > 0.6;
}

/** With the rulers that have no lines of their own but stand along the side of a plot that another one measures. */
function withAdopted(placed: readonly Placed[], rulers: readonly Ruler[]): Placed[] {
  const plots = placed.map(({ plot }) => plot);
  return [...placed, ...rulers.flatMap(ruler => adopt(ruler, plots))];
}

function adopt(ruler: Ruler, plots: readonly Plot[]): Placed[] {
  const ticks = ticksOf(ruler);
  for (const plot of plots) {
    const side = sideOf(ruler, acrossOf(ruler.direction, plot)) ?? (isAlongZero(ruler, plot) ? 'main' : null);
    const along = alongOf(ruler.direction, plot);
    const inside = ticks.from > along.from - emOf(ruler) && ticks.to < along.to + emOf(ruler);
    const long = lengthOf(ticks) > 0.4 * lengthOf(along);
    if (side && inside && long)
      return [{ ruler, plot: { ...plot, side, drawn: { along: false, across: false } } }];
  }
  return [];
}

/** Numbers or dates along a zero line in the plot's midst, from nearly one end of it to the other. */
function isAlongZero(ruler: Ruler, plot: Plot): boolean {
  if (ruler.direction !== 'x' || !holds(plot, ruler.bounds)) return false;
  return lengthOf(ticksOf(ruler)) > 0.6 * (plot.x1 - plot.x0);
}
