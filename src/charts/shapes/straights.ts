import type { Shape } from '../types.ts';

/** A straight stroke along one direction. */
export interface Straight {
  /** Across its direction. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly shape: Shape;
}

const cache = new WeakMap<readonly Shape[], Record<'x' | 'y', readonly Straight[]>>();

/** Level (`x`) or upright (`y`) strokes among the shapes: lines, pieces of a line with few corners, hairline rectangles. */
export function straightsOf(shapes: readonly Shape[], direction: 'x' | 'y'): readonly Straight[] {
  let found = cache.get(shapes);
  if (!found) {
    const all = shapes.flatMap(straightsIn);
    found = { x: all.filter(s => s.direction === 'x'), y: all.filter(s => s.direction === 'y') };
    cache.set(shapes, found);
  }
  return found[direction];
}

type Found = Straight & { readonly direction: 'x' | 'y' };

function straightsIn(shape: Shape): Found[] {
  if (shape.shape === 'line') return pieces(shape, shape.nodes);
  if (shape.shape !== 'rect') return [];
  const { x0, y0, x1, y1 } = shape;
  const [width, height] = [x1 - x0, y1 - y0];
  if (!shape.mark.fill) return frameSides(shape);
  if (height <= HAIR && width > 4 * height)
    return [{ direction: 'x', at: (y0 + y1) / 2, from: x0, to: x1, shape }];
  if (width <= HAIR && height > 4 * width)
    return [{ direction: 'y', at: (x0 + x1) / 2, from: y0, to: y1, shape }];
  return [];
}

/** Units: a filled rectangle no thicker is a line. */
const HAIR = 1.6;
/** A line with more corners is a curve that was measured, not an axis. */
const CORNERS = 12;

function pieces(shape: Shape, nodes: readonly number[]): Found[] {
  if (nodes.length > 2 * CORNERS) return [];
  const found: Found[] = [];
  for (let i = 2; i < nodes.length; i += 2) {
    const [ax, ay, bx, by] = [nodes[i - 2]!, nodes[i - 1]!, nodes[i]!, nodes[i + 1]!];
    const [dx, dy] = [Math.abs(bx - ax), Math.abs(by - ay)];
    if (dy < 0.1 && dx > 0.4)
      found.push({ direction: 'x', at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx), shape });
    if (dx < 0.1 && dy > 0.4)
      found.push({ direction: 'y', at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by), shape });
  }
  return found;
}

function frameSides(shape: Shape): Found[] {
  const { x0, y0, x1, y1 } = shape;
  return [
    { direction: 'x', at: y0, from: x0, to: x1, shape },
    { direction: 'x', at: y1, from: x0, to: x1, shape },
    { direction: 'y', at: x0, from: y0, to: y1, shape },
    { direction: 'y', at: x1, from: y0, to: y1, shape },
  ];
}
