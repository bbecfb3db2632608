import type { Tick, ValueScale } from '../types.ts';
import { type Direction, placeOf } from './aligned.ts';

/**
 * What is printed at each of several places along an axis, where every place has a label of its own at its middle:
 * bars and points between the ticks of an axis are named as it names them. Null where one has none.
 */
export function printedNames({ ticks }: ValueScale, places: readonly number[]): readonly string[] | null {
  const direction = directionOf(ticks);
  const printed = ticks.map(({ label }) => ({ label, at: placeOf(label, direction) }));
  const sorted = printed.map(({ at }) => at).sort((a, b) => a - b);
  const pitch = Math.min(...sorted.slice(1).map((at, i) => at - sorted[i]!));
  const own = places.map(place => printed.find(({ at }) => Math.abs(at - place) < CENTRED * pitch));
  const distinct = new Set(places.map(Math.round)).size;
  if (own.some(found => found === undefined) || new Set(own).size < distinct) return null;
  return own.map(found => found!.label.text);
}

/** Share of the distance between labels: how far off its middle a label's place may be. */
const CENTRED = 0.2;

function directionOf(ticks: readonly Tick[]): Direction {
  const off = (direction: Direction) =>
    ticks.reduce((sum, { at, label }) => sum + Math.abs(at - placeOf(label, direction)), 0);
  return off('x') < off('y') ? 'x' : 'y';
}
