import type { View } from '../view.ts';
import type { DataSpots } from './data-spots.ts';
import { acrossAt, type Spot } from './polyline.ts';
import type { Track } from './tracks.ts';

interface Read {
  readonly track: Track;
  readonly data: DataSpots;
}

/** Page units: how far off the places along the base axis may be; 0 where a file states them, or where they are names. */
export function blurOf({ base }: View): number {
  return base && base.kind !== 'category' ? base.blur : 0;
}

/**
 * Lines seen in pixels show only where they bend. What several series say together, they say at the same places: each
 * is read wherever another one bends, and places a blur apart are one.
 */
export function atSharedPlaces(tracks: readonly Read[], blur: number): readonly Read[] {
  const places = clustered(
    tracks.flatMap(({ data }) => data.spots.map(({ at }) => at)),
    5 * blur,
  );
  return tracks.map(({ track, data }) => {
    if (data.from !== 'nodes' || turnsBack(data.spots)) return { track, data };
    const own = new Map(data.spots.map(spot => [nearest(places, spot.at), spot.across]));
    const spots = places.flatMap((at): Spot[] => {
      const across = own.get(at) ?? crossing(track, at);
      return across === null ? [] : [{ at, across }];
    });
    return { track, data: { ...data, spots } };
  });
}

function clustered(ats: readonly number[], reach: number): readonly number[] {
  const groups: number[][] = [];
  for (const at of [...ats].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && at - last.at(-1)! <= reach) last.push(at);
    else groups.push([at]);
  }
  return groups.map(group => group.reduce((sum, at) => sum + at, 0) / group.length);
}

function nearest(places: readonly number[], at: number): number {
  return places.reduce((best, place) => (Math.abs(place - at) < Math.abs(best - at) ? place : best));
}

function crossing({ pieces }: Track, at: number): number | null {
  for (const { outline } of pieces) {
    const across = acrossAt(outline, at);
    if (across !== null) return across;
  }
  return null;
}

function turnsBack(spots: readonly Spot[]): boolean {
  const way = Math.sign((spots.at(-1)?.at ?? 0) - (spots[0]?.at ?? 0));
  return spots.some((spot, i) => i > 0 && way * (spot.at - spots[i - 1]!.at) < -0.5);
}
