import type { Bounds } from '../../domain/mark.ts';
import { findCategories } from '../axes/categories.ts';
import { lettered } from '../axes/letters.ts';
import { findRulers, type Ruler } from '../axes/rulers.ts';
import { gapOf, unionOf } from '../bounds.ts';
import { straightsOf } from '../shapes/straights.ts';
import type { Axis, Frame, Label, Shape } from '../types.ts';
import { isSame, type Placed, placeRulers } from './place.ts';
import type { Plot } from './plot.ts';
import { withSiblings } from './siblings.ts';

/** A plot area with the rulers that measure it, before its names are known. */
export interface Stand {
  readonly plot: Bounds;
  readonly rulers: readonly { readonly ruler: Ruler; readonly side: Plot['side'] }[];
}

/** Every plot area that some ruler measures, the largest first. */
export function findStands(labels: readonly Label[], shapes: readonly Shape[]): Stand[] {
  const rulers = findRulers(labels, shapes).filter(
    ruler => !isList(ruler, shapes) && !areLineValues(ruler, shapes),
  );
  const groups: Placed[][] = [];
  for (const item of placeRulers(rulers, shapes)) {
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

/** Numbers that each stand right at the end of a line or a marker are values, however even their steps. */
function areLineValues({ direction, scale }: Ruler, shapes: readonly Shape[]): boolean {
  if (direction !== 'y' || scale.kind === 'date') return false;
  const ends = shapes.flatMap(shape => {
    if (shape.shape !== 'line' || shape.nodes.length < 6) return [];
    const [x, y] = shape.nodes.slice(-2);
    return [[shape.nodes[0]!, shape.nodes[1]!] as const, [x!, y!] as const];
  });
  const dots = shapes.filter(shape => shape.shape === 'dot');
  return scale.ticks.every(({ label }) => {
    const middle = (label.y0 + label.y1) / 2;
    const marked = dots.some(({ cx, cy }) => gapOf(label, { x0: cx, x1: cx, y0: cy, y1: cy }) < label.size);
    return (
      marked ||
      ends.some(([x, y]) => {
        const gap = Math.max(label.x0 - x, x - label.x1);
        return Math.abs(y - middle) < 0.6 * label.size && gap > -0.3 * label.size && gap < 1.2 * label.size;
      })
    );
  });
}

/** One area for several rulers: what is drawn counts before what was concluded. */
function joined(group: readonly Placed[]): Bounds {
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
