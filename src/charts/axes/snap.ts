import type { Bounds } from '../../domain/mark.ts';
import { straightsOf } from '../shapes/straights.ts';
import type { Shape, Tick, ValueScale } from '../types.ts';
import type { Direction } from './aligned.ts';

interface Surroundings {
  readonly direction: Direction;
  /** Of the labels. */
  readonly bounds: Bounds;
  readonly shapes: readonly Shape[];
}

/**
 * Ticks moved from their labels' middles to the tick marks or grid lines beside them, where most labels have one at
 * the same distance; labels without one are left out then. Otherwise the ticks as they were.
 */
export function snapped(ticks: readonly Tick[], around: Surroundings): readonly Tick[] {
  const places = linesBeside(around);
  const reach = 1.1 * ticks[0]!.label.size;
  const offsets = ticks.flatMap(({ at }) => places.map(p => p - at).filter(d => Math.abs(d) <= reach));
  const raised = ticks.some(({ label }) => label.text.includes('^'));
  const slack = (raised ? 0.14 : 0.06) * ticks[0]!.label.size + 0.1;
  const near = (at: number, offset: number) => nearest(places, at + offset, slack);
  const votes = (offset: number) => ticks.filter(({ at }) => near(at, offset) !== null).length;
  const [best] = [...offsets]
    .map(offset => ({ offset, count: votes(offset) }))
    .sort((a, b) => b.count - a.count || Math.abs(a.offset) - Math.abs(b.offset));
  if (!best || best.count < Math.max(2, 0.6 * ticks.length)) return ticks;
  return ticks.flatMap(tick => {
    const at = near(tick.at, best.offset);
    return at === null ? [] : [{ ...tick, at }];
  });
}

/**
 * Further ticks of a scale: labels whose middles are off their tick, as those at an axis' ends are that were pushed
 * inwards, where a line crosses the axis at the place of their value.
 */
export function pushedIn(ticks: readonly Tick[], scale: ValueScale, around: Surroundings): readonly Tick[] {
  const places = linesBeside(around);
  return ticks.flatMap(tick => {
    const { x0, x1, y0, y1, size } = tick.label;
    const [from, to] = around.direction === 'x' ? [x0, x1] : [y0, y1];
    const place = scale.toPlace(tick.value);
    const spans = place > from - 0.3 * size && place < to + 0.3 * size;
    const at = spans ? nearest(places, place, 0.8) : null;
    return at === null ? [] : [{ ...tick, at }];
  });
}

function nearest(places: readonly number[], at: number, slack: number): number | null {
  let best: number | null = null;
  for (const place of places) {
    if (Math.abs(place - at) <= slack && (best === null || Math.abs(place - at) < Math.abs(best - at)))
      best = place;
  }
  return best;
}

/** Places along the axis of the straight lines across it that begin or end near the labels. */
function linesBeside({ direction, bounds, shapes }: Surroundings): number[] {
  const reach = 3 * Math.min(12, Math.max(4, direction === 'y' ? 10 : bounds.y1 - bounds.y0));
  const [low, high] = direction === 'y' ? [bounds.x0, bounds.x1] : [bounds.y0, bounds.y1];
  const places = straightsOf(shapes, direction === 'y' ? 'x' : 'y').flatMap(({ at, from, to }) => {
    const apart = Math.max(from - high, low - to, 0);
    return apart <= reach ? [at] : [];
  });
  return [...new Set(places)];
}
