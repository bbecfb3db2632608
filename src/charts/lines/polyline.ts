import type { Bounds } from '../../domain/mark.ts';
import type { Line } from '../types.ts';
import { seen, type View } from '../view.ts';

/** A place along the base axis and one along the value axis, in page units. */
export interface Spot {
  readonly at: number;
  readonly across: number;
}

/** A drawn line as the axes see it. */
export interface Polyline {
  /** The ends of its segments: where data may stand. */
  readonly nodes: readonly Spot[];
  /** The same with curves flattened, for what lies between. */
  readonly outline: readonly Spot[];
  readonly curved: boolean;
  readonly bounds: Bounds;
  readonly mark: Line['mark'];
}

export function polylineOf(view: View, { nodes, mark, x0, y0, x1, y1 }: Line): Polyline {
  return {
    nodes: spotsOf(view, nodes),
    outline: spotsOf(view, mark.curved ? mark.outline : nodes),
    curved: mark.curved,
    bounds: { x0, y0, x1, y1 },
    mark,
  };
}

export function spotsOf(view: View, xy: readonly number[]): readonly Spot[] {
  const spots: Spot[] = [];
  for (let i = 0; i + 1 < xy.length; i += 2) spots.push(seen(view, xy[i]!, xy[i + 1]!));
  return spots;
}

/** Where a line crosses a place on the base axis; null outside its run. Of several crossings the first drawn counts. */
export function acrossAt(outline: readonly Spot[], at: number, slack = 0.4): number | null {
  for (let i = 1; i < outline.length; i++) {
    const [a, b] = [outline[i - 1]!, outline[i]!];
    const [low, high] = [Math.min(a.at, b.at), Math.max(a.at, b.at)];
    if (at < low || at > high) continue;
    return b.at === a.at ? b.across : a.across + ((at - a.at) / (b.at - a.at)) * (b.across - a.across);
  }
  const end = [outline[0], outline.at(-1)].find(spot => spot && Math.abs(spot.at - at) <= slack);
  return end?.across ?? null;
}

/** The smallest distance of a spot from a line. */
export function distanceTo(outline: readonly Spot[], { at, across }: Spot): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < outline.length; i++) {
    const [a, b] = [outline[i - 1]!, outline[i]!];
    const [dx, dy] = [b.at - a.at, b.across - a.across];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((at - a.at) * dx + (across - a.across) * dy) / length;
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(a.at + t * dx - at, a.across + t * dy - across));
  }
  return nearest;
}

export function spanOf(spots: readonly Spot[]): { readonly from: number; readonly to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of spots) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return { from, to };
}
