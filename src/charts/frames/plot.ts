import type { Bounds } from '../../domain/mark.ts';
import { median } from '../../lib/median.ts';
import type { Ruler } from '../axes/rulers.ts';
import { straightsOf } from '../shapes/straights.ts';
import type { Shape } from '../types.ts';
import { acrossOf, alongOf, boundsFrom, lengthOf, type Span, spanOf } from './spans.ts';

/** The area that a ruler measures; its labels stand on the main side, left or below, or on the far one. */
export interface Plot extends Bounds {
  readonly side: 'main' | 'far';
  /** Whether its extent along the ruler and across it is drawn, not concluded from ticks. */
  readonly drawn: { readonly along: boolean; readonly across: boolean };
}

/** The plot area beside a ruler: a frame or background, grid lines, or an axis line with its ticks; null without any. */
export function plotOf(ruler: Ruler, shapes: readonly Shape[], rulers: readonly Ruler[]): Plot | null {
  return panelBeside(ruler, shapes, rulers) ?? gridBeside(ruler, shapes) ?? cornerBeside(ruler, shapes);
}

/** A ruler's labels stand no further from their plot, in ems. */
const REACH = 3.5;

export function emOf({ scale }: Ruler): number {
  return scale.ticks[0]!.label.size;
}

export function ticksOf({ scale }: Ruler): Span {
  return spanOf(scale.ticks.map(({ at }) => at));
}

/** The largest rectangle that begins at the labels, holds all ticks and no labels; rather one that they stand left of or below. */
function panelBeside(ruler: Ruler, shapes: readonly Shape[], rulers: readonly Ruler[]): Plot | null {
  const ticks = ticksOf(ruler);
  const panels = shapes.flatMap(shape => {
    const side = shape.shape === 'rect' ? sideOf(ruler, acrossOf(ruler.direction, shape)) : null;
    if (!side) return [];
    const along = alongOf(ruler.direction, shape);
    const covers = along.from <= ticks.from + 1.5 && along.to >= ticks.to - 1.5;
    const fitting = lengthOf(along) <= 3 * lengthOf(ticks) + 4 * emOf(ruler);
    const wide = lengthOf(acrossOf(ruler.direction, shape)) > 4 * emOf(ruler);
    return covers && fitting && wide && !holdsLabels(shape, rulers) ? [{ shape, side }] : [];
  });
  const main = panels.filter(({ side }) => side === 'main');
  const [largest] = (main.length > 0 ? main : panels).sort((a, b) => areaOf(b.shape) - areaOf(a.shape));
  if (!largest || isBarLike(ruler, largest.shape, shapes)) return null;
  const { x0, y0, x1, y1 } = largest.shape;
  return { x0, y0, x1, y1, side: largest.side, drawn: { along: true, across: true } };
}

function areaOf({ x0, y0, x1, y1 }: Bounds): number {
  return (x1 - x0) * (y1 - y0);
}

function holdsLabels({ x0, y0, x1, y1 }: Bounds, rulers: readonly Ruler[]): boolean {
  return rulers.some(({ bounds: b }) => {
    const [x, y] = [(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2];
    return x > x0 && x < x1 && y > y0 && y < y1;
  });
}

/** A bar may be as long as its axis: one of several in a row is no panel. */
function isBarLike(ruler: Ruler, panel: Shape, shapes: readonly Shape[]): boolean {
  const own = acrossOf(ruler.direction, panel);
  const along = alongOf(ruler.direction, panel);
  return shapes.some(other => {
    if (other === panel || other.shape !== 'rect' || !other.mark.fill) return false;
    const across = acrossOf(ruler.direction, other);
    const beside = across.from >= own.to - 1 || across.to <= own.from + 1;
    const { from, to } = alongOf(ruler.direction, other);
    const alike = Math.abs(lengthOf(across) - lengthOf(own)) < 0.1 * lengthOf(own);
    const inside = from > along.from - 1 && to < along.to + 1;
    return beside && alike && inside && lengthOf({ from, to }) < 0.98 * lengthOf(along);
  });
}

/** On which side of a plot's extent the labels stand; null where they are too far away or inside. */
export function sideOf(ruler: Ruler, { from, to }: Span): Plot['side'] | null {
  const labels = acrossOf(ruler.direction, ruler.bounds);
  const [em, slack] = [emOf(ruler), 0.4 * emOf(ruler)];
  if (labels.to <= from + slack && from - labels.to <= REACH * em)
    return ruler.direction === 'y' ? 'main' : 'far';
  if (labels.from >= to - slack && labels.from - to <= REACH * em)
    return ruler.direction === 'y' ? 'far' : 'main';
  return null;
}

/** Lines through the ticks; the extent that most of them share. */
function gridBeside(ruler: Ruler, shapes: readonly Shape[]): Plot | null {
  const { direction, scale } = ruler;
  const lines = straightsOf(shapes, direction === 'y' ? 'x' : 'y').filter(line => {
    const long = line.to - line.from > 4 * emOf(ruler);
    return long && scale.ticks.some(({ at }) => Math.abs(at - line.at) < 1.2) && sideOf(ruler, line) !== null;
  });
  const [longest] = [...lines].sort((a, b) => lengthOf(b) - lengthOf(a));
  if (!longest) return null;
  const alike = lines.filter(line => lengthOf(line) > 0.8 * lengthOf(longest));
  const across = { from: median(alike.map(l => l.from)), to: median(alike.map(l => l.to)) };
  return { ...bounded(ruler, shapes, across), side: sideOf(ruler, longest)! };
}

/** An axis line by the labels, and a line that starts from it: the other axis. */
function cornerBeside(ruler: Ruler, shapes: readonly Shape[]): Plot | null {
  const { direction } = ruler;
  const ticks = ticksOf(ruler);
  const axis = straightsOf(shapes, direction).find(line => {
    const shared = Math.min(line.to, ticks.to) - Math.max(line.from, ticks.from);
    return shared > 0.8 * lengthOf(ticks) && sideOf(ruler, { from: line.at, to: line.at }) !== null;
  });
  if (!axis) return null;
  const crossing = straightsOf(shapes, direction === 'y' ? 'x' : 'y').filter(line => {
    const meets = Math.min(Math.abs(line.from - axis.at), Math.abs(line.to - axis.at)) < 1.5;
    const within = line.at > Math.min(axis.from, ticks.from) - 2 && line.at < Math.max(axis.to, ticks.to) + 2;
    return meets && within && lengthOf(line) > 4 * emOf(ruler);
  });
  const [longest] = crossing.sort((a, b) => lengthOf(b) - lengthOf(a));
  if (!longest) return null;
  return { ...bounded(ruler, shapes, longest), side: sideOf(ruler, longest) ?? 'main' };
}

/** The plot of a known extent across its ruler; along it as far as the axis line or the lines across reach. */
function bounded({ direction, scale }: Ruler, shapes: readonly Shape[], across: Span) {
  const ticks = spanOf(scale.ticks.map(({ at }) => at));
  const lines = straightsOf(shapes, direction).filter(line => {
    const inside = line.at > across.from - 2 && line.at < across.to + 2;
    const shared = Math.min(line.to, ticks.to) - Math.max(line.from, ticks.from);
    return inside && shared > 0.9 * lengthOf(ticks) && lengthOf(line) < 1.8 * lengthOf(ticks);
  });
  const along =
    lines.length > 0 ? spanOf([...lines.flatMap(({ from, to }) => [from, to]), ticks.from, ticks.to]) : ticks;
  const drawn = { along: lines.length > 0, across: true };
  return { ...boundsFrom(direction, along, { from: across.from, to: across.to }), drawn };
}
