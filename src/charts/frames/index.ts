import type { Bounds } from '../../domain/mark.ts';
import { findCategories } from '../axes/categories.ts';
import { lettered } from '../axes/letters.ts';
import { findRulers, type Ruler } from '../axes/rulers.ts';
import { holds, unionOf } from '../bounds.ts';
import { straightsOf } from '../shapes/straights.ts';
import type { Axis, Frame, Label, Shape } from '../types.ts';
import { bareplotOf } from './bare.ts';
import { emOf, type Plot, plotOf, sideOf, ticksOf } from './plot.ts';
import { withSiblings } from './siblings.ts';
import { acrossOf, alongOf, lengthOf, sharedBy } from './spans.ts';

/** A plot area with the rulers that measure it, before its names are known. */
export interface Stand {
  readonly plot: Bounds;
  readonly rulers: readonly { readonly ruler: Ruler; readonly side: Plot['side'] }[];
}

/** Every plot area that some ruler measures, the largest first. */
export function findStands(labels: readonly Label[], shapes: readonly Shape[]): Stand[] {
  const rulers = findRulers(labels, shapes).filter(ruler => !isList(ruler, shapes));
  const placed = rulers.flatMap(ruler => {
    const plot = plotOf(ruler, shapes, rulers);
    return plot ? [{ ruler, plot }] : [];
  });
  const outer = placed.filter(
    ({ ruler }) => !placed.some(other => other.ruler !== ruler && isWithin(ruler.bounds, other.plot)),
  );
  const plots = outer.map(({ plot }) => plot);
  const adopted = rulers.filter(r => !placed.some(({ ruler }) => ruler === r)).flatMap(r => adopt(r, plots));
  const all = [...outer, ...adopted];
  const bare = rulers
    .filter(r => !all.some(({ ruler, plot }) => ruler === r || isWithin(r.bounds, plot)))
    .flatMap(ruler => {
      const plot = bareplotOf(ruler, shapes, rulers);
      return plot && !all.some(other => isSame(other.plot, plot) && other.ruler.direction === ruler.direction)
        ? [{ ruler, plot }]
        : [];
    });
  const groups: (typeof outer)[] = [];
  for (const item of [...all, ...bare]) {
    const home = groups.find(group => group.some(({ plot }) => isSame(plot, item.plot)));
    if (home) home.push(item);
    else groups.push([item]);
  }
  const stands = groups.map(group => ({
    plot: joined(group),
    rulers: group.map(({ ruler, plot }) => ({ ruler, side: plot.side })),
  }));
  return withSiblings(stands, shapes).sort((a, b) => areaOf(b.plot) - areaOf(a.plot));
}

/** Numbers that count down a page, none with a line at its middle, number the rows of a table or list. */
function isList({ direction, scale, bounds }: Ruler, shapes: readonly Shape[]): boolean {
  const [first, last] = [scale.ticks[0]!, scale.ticks.at(-1)!];
  if (direction !== 'y' || scale.kind !== 'linear' || last.value < first.value) return false;
  const { size } = first.label;
  const lines = straightsOf(shapes, 'x').filter(
    ({ from, to }) => Math.max(from - bounds.x1, bounds.x0 - to) < 3.5 * size,
  );
  const marked = scale.ticks.filter(({ label }) => {
    const middle = (label.y0 + label.y1) / 2;
    return lines.some(({ at }) => Math.abs(at - middle) < 0.3 * size);
  });
  return marked.length < 0.6 * scale.ticks.length;
}

/** A ruler without lines of its own, along the side of a plot that another ruler measures. */
function adopt(ruler: Ruler, plots: readonly Plot[]): { ruler: Ruler; plot: Plot }[] {
  const ticks = ticksOf(ruler);
  for (const plot of plots) {
    const side = sideOf(ruler, acrossOf(ruler.direction, plot));
    const along = alongOf(ruler.direction, plot);
    const inside = ticks.from > along.from - emOf(ruler) && ticks.to < along.to + emOf(ruler);
    const long = lengthOf(ticks) > 0.4 * lengthOf(along);
    if (side && inside && long)
      return [{ ruler, plot: { ...plot, side, drawn: { along: false, across: false } } }];
  }
  return [];
}

function isWithin(bounds: Bounds, plot: Bounds): boolean {
  return holds(plot, { ...bounds, x0: (bounds.x0 + bounds.x1) / 2, x1: (bounds.x0 + bounds.x1) / 2 }, 1);
}

function isSame(a: Bounds, b: Bounds): boolean {
  const across = sharedBy({ from: a.x0, to: a.x1 }, { from: b.x0, to: b.x1 });
  const upward = sharedBy({ from: a.y0, to: a.y1 }, { from: b.y0, to: b.y1 });
  return across > 0.6 && upward > 0.6;
}

/** One area for several rulers: what is drawn counts before what was concluded. */
function joined(group: readonly { readonly ruler: Ruler; readonly plot: Plot }[]): Bounds {
  const of = (direction: 'x' | 'y') => {
    const sure = group.filter(({ ruler, plot }) =>
      ruler.direction === direction ? plot.drawn.along : plot.drawn.across,
    );
    return unionOf((sure.length > 0 ? sure : group).map(({ plot }) => plot));
  };
  const [x, y] = [of('x'), of('y')];
  return { x0: x.x0, x1: x.x1, y0: y.y0, y1: y.y1 };
}

function areaOf({ x0, y0, x1, y1 }: Bounds): number {
  return (x1 - x0) * (y1 - y0);
}

/** A frame with its axes: value axes from rulers, category axes from the names along the sides that have none. */
export function frameOf({ plot, rulers }: Stand, labels: readonly Label[]): Frame {
  const ticks = new Set(rulers.flatMap(({ ruler }) => ruler.scale.ticks.map(({ label }) => label)));
  const free = labels.filter(label => !ticks.has(label));
  const axesOf = (direction: 'x' | 'y'): Axis[] => {
    const [near, far] = direction === 'y' ? (['left', 'right'] as const) : (['bottom', 'top'] as const);
    const axes = rulers
      .filter(({ ruler }) => ruler.direction === direction)
      .map(({ ruler, side }) => ({
        side: side === 'main' ? near : far,
        scale: lettered(ruler, plot, free),
        title: '',
      }))
      .sort((a, b) => Number(a.side === far) - Number(b.side === far));
    if (axes.length > 0) return axes;
    const scale = findCategories(plot, direction, free);
    return scale ? [{ side: near, scale, title: '' }] : [];
  };
  return { plot, x: axesOf('x'), y: axesOf('y') };
}
