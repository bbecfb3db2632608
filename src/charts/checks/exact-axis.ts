import { straightsOf } from '../shapes/straights.ts';
import type { Shape, ValueScale } from '../types.ts';

/**
 * Whether an axis alone vouches for what is measured on it: at least three ticks, each on a drawn tick mark, grid line
 * or frame, all within a third of a unit of the fit. Labels without lines leave it open where exactly their value lies.
 */
export function isExact(scale: ValueScale, shapes: readonly Shape[], turned: boolean): boolean {
  const { ticks, residual } = scale;
  if (ticks.length < 3) return false;
  const places = ticks.map(tick => tick.at);
  const length = Math.max(...places) - Math.min(...places);
  if (residual > Math.min(0.35, 0.004 * length)) return false;
  const lines = straightsOf(shapes, turned ? 'y' : 'x');
  return places.every(at => lines.some(line => Math.abs(line.at - at) < 0.8));
}
