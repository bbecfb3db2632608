import { touches } from '../bounds.ts';
import type { Shape } from '../types.ts';
import { toleranceAt, type View } from '../view.ts';
import { acrossAt, type Spot, spanOf, spotsOf } from './polyline.ts';

/** A filled area as a lower and an upper edge, each going one way along the base axis. "Upper" has the larger values. */
export interface Band {
  readonly shape: Shape;
  readonly upper: readonly Spot[];
  readonly lower: readonly Spot[];
  /** Places of the nodes on either edge, in order: where data may stand. */
  readonly places: readonly number[];
}

/** The filled areas that a plot's values may be read from: each is cut once by every line across the base axis. */
export function findBands(view: View, shapes: readonly Shape[]): readonly Band[] {
  const long = view.turned ? view.plot.y1 - view.plot.y0 : view.plot.x1 - view.plot.x0;
  return shapes.flatMap(shape => {
    const filled = shape.mark.fill !== '' && (shape.shape === 'polygon' || shape.shape === 'wedge');
    const quad = shape.shape === 'dot' && shape.form !== 'circle' && shape.mark.nodes.length <= 10;
    if (!(filled || quad) || !touches(view.plot, shape)) return [];
    const band = bandOf(view, shape);
    if (!band) return [];
    const { from, to } = spanOf(band.upper);
    return to - from > 0.12 * long ? [band] : [];
  });
}

function bandOf(view: View, shape: Shape): Band | null {
  const ring = withoutStutter(spotsOf(view, shape.mark.curved ? shape.mark.outline : shape.mark.nodes));
  const edges = edgesOf(ring);
  if (!edges) return null;
  const [a, b] = edges;
  const middle = (spanOf(ring).from + spanOf(ring).to) / 2;
  const [p, q] = [meanAcross(a, middle), meanAcross(b, middle)];
  const rising = view.value.toValue(p) >= view.value.toValue(q);
  const nodes = spotsOf(view, shape.mark.nodes).map(spot => spot.at);
  const places = apart([...nodes].sort((m, n) => m - n));
  return rising ? { shape, upper: a, lower: b, places } : { shape, upper: b, lower: a, places };
}

function meanAcross(edge: readonly Spot[], middle: number): number {
  const across = acrossAt(edge, middle);
  if (across !== null) return across;
  return edge.reduce((sum, spot) => sum + spot.across, 0) / Math.max(edge.length, 1);
}

function withoutStutter(ring: readonly Spot[]): readonly Spot[] {
  return ring.filter((spot, i) => {
    const before = ring[(i + ring.length - 1) % ring.length]!;
    return Math.hypot(spot.at - before.at, spot.across - before.across) > 0.01;
  });
}

/** Cut a ring at its two ends along the base axis; null where an edge turns back. */
function edgesOf(ring: readonly Spot[]): readonly [readonly Spot[], readonly Spot[]] | null {
  if (ring.length < 3) return null;
  const { from, to } = spanOf(ring);
  const start = ring.findIndex(spot => spot.at - from < 0.02);
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const far = turned.findIndex(spot => to - spot.at < 0.02);
  const there = turned.slice(0, far + 1);
  const back = [...turned.slice(far), turned[0]!].reverse();
  if (!goesOneWay(there) || !goesOneWay(back)) return null;
  return [trimmed(there), trimmed(back)];
}

function goesOneWay(edge: readonly Spot[]): boolean {
  return edge.every((spot, i) => i === 0 || spot.at >= edge[i - 1]!.at - 0.05);
}

/** The upright ends of an area belong to neither edge: of nodes at one end place the innermost counts. */
function trimmed(edge: readonly Spot[]): readonly Spot[] {
  const { from, to } = spanOf(edge);
  const first = edge.findLastIndex(spot => spot.at - from < 0.02);
  const last = edge.findIndex(spot => to - spot.at < 0.02);
  return first < last ? edge.slice(first, last + 1) : edge;
}

function apart(places: readonly number[]): readonly number[] {
  return places.filter((at, i) => i === 0 || at - places[i - 1]! > 0.3);
}

/** Whether an edge runs along the zero line or the plot's foot, where nothing is drawn on. */
export function isFoot(view: View, edge: readonly Spot[]): boolean {
  const first = edge[0]!.across;
  if (edge.some(spot => Math.abs(spot.across - first) > 0.4 + view.value.blur)) return false;
  const value = view.value.toValue(first);
  const zero = Math.abs(value) <= 2 * toleranceAt(view, first, 0.4);
  const foot = view.turned ? view.plot.x0 : view.plot.y1;
  return zero || Math.abs(first - foot) < 1 + 2 * view.value.blur;
}
