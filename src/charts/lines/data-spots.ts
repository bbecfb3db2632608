import { sameColor } from '../colors.ts';
import type { CategoryScale, Dot } from '../types.ts';
import { seen, type View } from '../view.ts';
import { categoryAt } from './places.ts';
import { acrossAt, distanceTo, type Polyline, type Spot, spanOf } from './polyline.ts';
import { isStepped, treadsOf } from './steps.ts';

/** Where on a line its data stand. */
export interface DataSpots {
  readonly spots: readonly Spot[];
  /** Markers that stand on the line. */
  readonly dots: readonly Dot[];
  /** At nodes, markers, or where a flattened curve passes categories; or at the corners of such a curve alone. */
  readonly from: 'nodes' | 'crossings' | 'corners';
}

/**
 * Markers say it best. Without them nodes do, where they stand at the categories; a line with far more nodes than
 * categories is a flattened curve and is read where it passes them.
 */
export function dataSpots(view: View, pieces: readonly Polyline[], dots: readonly Dot[]): DataSpots {
  const nodes = pieces.flatMap(piece => (isStepped(piece.nodes) ? treadsOf(piece.nodes) : piece.nodes));
  const marked = ownDots(
    dots.filter(dot => pieces.some(piece => isOn(view, dot, piece))),
    pieces,
  );
  const base = view.base?.kind === 'category' ? view.base : null;
  if (marksData(view, marked, nodes, base)) {
    const spots = marked.map(({ cx, cy }) => seen(view, cx, cy));
    return {
      spots: sortedAlong(nodes) ? byPlace(spots) : inOrder(spots, pieces),
      dots: marked,
      from: 'nodes',
    };
  }
  if (!base) {
    const from = view.base?.kind !== 'date' && isFlattened(nodes) ? 'corners' : 'nodes';
    return { spots: withoutRepeats(nodes), dots: marked, from };
  }
  const narrow = pieces.filter(piece => isWithinOne(base, piece)).length;
  if (2 * narrow > pieces.length) return { spots: [], dots: marked, from: 'nodes' };
  return { ...atCategories(base, pieces, nodes), dots: marked };
}

/** Lines that stay within the band of one name are those of panels, and the names are the panels'. */
function isWithinOne({ categories }: CategoryScale, { nodes }: Polyline): boolean {
  const band = Math.min(...categories.map(({ from, to }) => Math.abs(to - from)));
  const { from, to } = spanOf(nodes);
  return nodes.length > 2 && to - from < 0.97 * band;
}

/** Where lines cross, markers of others lie on them: those of the line's own ink count where there are some. */
function ownDots(dots: readonly Dot[], pieces: readonly Polyline[]): readonly Dot[] {
  const own = dots.filter(dot => sameColor(dot.color, pieces[0]?.mark.stroke ?? ''));
  return own.length >= 2 || own.length > dots.length / 2 ? own : dots;
}

function isOn(view: View, dot: Dot, { outline }: Polyline): boolean {
  return distanceTo(outline, seen(view, dot.cx, dot.cy)) < 0.6 + view.value.blur;
}

/**
 * Whether many nodes bend so little, at steps so uneven, that they are the corners of a curve drawn in pieces: data as
 * dense as that stand at even steps.
 */
function isFlattened(nodes: readonly Spot[]): boolean {
  if (nodes.length < 16) return false;
  const smooth = bendsOf(nodes).every(bend => bend < MOST_BEND);
  const lengths = nodes.slice(1).map((node, i) => Math.abs(node.at - nodes[i]!.at));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return smooth && lengths.some(length => Math.abs(length - mean) > 0.02 * mean);
}

/** Radians by which a line turns at each of its nodes but the ends. */
function bendsOf(nodes: readonly Spot[]): readonly number[] {
  const steps = nodes
    .slice(1)
    .map((node, i) => ({ dx: node.at - nodes[i]!.at, dy: node.across - nodes[i]!.across }));
  return steps.slice(1).map(({ dx, dy }, i) => {
    const before = steps[i]!;
    return Math.abs(Math.atan2(dx * before.dy - dy * before.dx, dx * before.dx + dy * before.dy));
  });
}

/** Radians. */
const MOST_BEND = 0.3;

/** A marker on the last point alone is an accent; markers count once they stand at most nodes, or along a fine curve. */
function marksData(
  view: View,
  marked: readonly Dot[],
  nodes: readonly Spot[],
  base: CategoryScale | null,
): boolean {
  if (marked.length < 2) return false;
  if (marked.length >= 0.8 * nodes.length) return true;
  const { from, to } = spanOf(nodes);
  const run = spanOf(marked.map(({ cx, cy }) => seen(view, cx, cy)));
  const ends = Math.abs(run.from - from) < 1 && Math.abs(run.to - to) < 1;
  return (
    ends && marked.length > 2 && nodes.length > 3 * Math.max(marked.length, base?.categories.length ?? 0)
  );
}

/** Names at the ends of an axis are at times set inwards: as many nodes as categories, in order, belong to them. */
function inTurn({ categories }: CategoryScale, nodes: readonly Spot[]): readonly Spot[] | null {
  const sorted = byPlace(nodes);
  const places = [...categories].sort((a, b) => a.at - b.at);
  const near = (spot: Spot, i: number) =>
    Math.abs(spot.at - places[i]!.at) < 0.6 * Math.abs(places[i]!.to - places[i]!.from);
  if (sorted.length !== places.length || !sorted.every(near)) return null;
  return sorted.map(({ across }, i) => ({ at: places[i]!.at, across }));
}

function atCategories(base: CategoryScale, pieces: readonly Polyline[], nodes: readonly Spot[]) {
  const each = inTurn(base, nodes);
  if (each) return { spots: each, from: 'nodes' as const };
  const placed = nodes.filter(node => categoryAt(base, node.at) !== null);
  const first = new Map<string, Spot>();
  for (const node of placed) {
    const category = categoryAt(base, node.at)!;
    if (Math.abs(category.at - node.at) > 0.2 * Math.abs(category.to - category.from)) continue;
    const known = first.get(category.name);
    if (!known || Math.abs(category.at - node.at) < Math.abs(category.at - known.at))
      first.set(category.name, node);
  }
  if (nodes.length <= 2.5 * Math.max(first.size, 2))
    return { spots: byPlace([...first.values()]), from: 'nodes' as const };
  const spots = base.categories.flatMap(({ at }) => {
    const piece = pieces.find(({ outline }) => acrossAt(outline, at) !== null);
    return piece ? [{ at, across: acrossAt(piece.outline, at)! }] : [];
  });
  return { spots, from: isDense(nodes) ? ('corners' as const) : ('crossings' as const) };
}

/** Nodes at even steps with sharp bends are data of their own, of which the names along the axis are a few. */
function isDense(nodes: readonly Spot[]): boolean {
  const steps = nodes.slice(1).map((node, i) => Math.abs(node.at - nodes[i]!.at));
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const even = steps.filter(step => Math.abs(step - mean) < 0.1 * mean).length;
  return nodes.length >= 16 && even > 0.9 * steps.length && bendsOf(nodes).some(bend => bend > MOST_BEND);
}

function byPlace(spots: readonly Spot[]): readonly Spot[] {
  return withoutRepeats([...spots].sort((a, b) => a.at - b.at));
}

/** Markers in the order in which a winding line passes them. */
function inOrder(spots: readonly Spot[], pieces: readonly Polyline[]): readonly Spot[] {
  const way = pieces.flatMap(piece => piece.nodes);
  const rank = (spot: Spot) => {
    const apart = way.map(node => Math.hypot(node.at - spot.at, node.across - spot.across));
    return apart.indexOf(Math.min(...apart));
  };
  return [...spots].sort((a, b) => rank(a) - rank(b));
}

/** Nodes drawn twice in one place are one point. */
function withoutRepeats(spots: readonly Spot[]): readonly Spot[] {
  return spots.filter((spot, i) => {
    const before = spots[i - 1];
    return !before || Math.hypot(spot.at - before.at, spot.across - before.across) > 0.1;
  });
}

/** Whether a line goes one way along the base axis, as a function's does. */
export function sortedAlong(spots: readonly Spot[]): boolean {
  const steps = spots.slice(1).map((spot, i) => spot.at - spots[i]!.at);
  return steps.every(step => step > -0.05) || steps.every(step => step < 0.05);
}
