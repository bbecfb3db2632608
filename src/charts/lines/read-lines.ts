import type { Bounds } from '../../domain/mark.ts';
import { grown } from '../bounds.ts';
import { markersIn } from '../dots/markers.ts';
import { entryOf } from '../legend/entries.ts';
import type { LegendEntry, Series, SeriesPoint, Shape } from '../types.ts';
import { toleranceAt, type View } from '../view.ts';
import { type DataSpots, dataSpots, sortedAlong } from './data-spots.ts';
import { namePlaces } from './places.ts';
import type { Spot } from './polyline.ts';
import { atSharedPlaces, blurOf } from './shared-places.ts';
import { findTracks, type Track } from './tracks.ts';

export interface LinesRead {
  readonly series: readonly Series[];
  /** Lines and markers that were read. */
  readonly used: ReadonlySet<Shape>;
}

/** Every line across the plot as a series; a line that turns back along the base axis is a connected scatter. */
export function readLines(view: View, shapes: readonly Shape[], entries: readonly LegendEntry[]): LinesRead {
  const dots = markersIn(shapes);
  const found = findTracks(view, shapes, entries).map(track => {
    const data = dataSpots(view, track.pieces, dots);
    return { track: { ...track, entry: track.entry ?? byMarker(track, data, entries) }, data };
  });
  const tracks = blurOf(view) > 0 ? atSharedPlaces(found, blurOf(view)) : found;
  const names = placeNames(
    view,
    tracks.flatMap(({ data }) => data.spots),
  );
  return {
    series: tracks
      .map(({ track, data }) => toSeries(view, track, data, names))
      .filter(s => s.points.length > 0),
    used: new Set<Shape>(tracks.flatMap(({ track, data }) => [...track.shapes, ...data.dots])),
  };
}

/** Lines of one ink are told by the markers on them. */
function byMarker(track: Track, { dots }: DataSpots, entries: readonly LegendEntry[]): LegendEntry | null {
  const marker = dots[0]?.form;
  const dashed = track.pieces[0]?.mark.dashed ?? false;
  return marker && dots.every(dot => dot.form === marker)
    ? entryOf({ color: track.color, form: 'line', dashed, marker }, entries)
    : null;
}

/** Places are named together, so that all series of a chart write theirs alike. */
function placeNames(view: View, spots: readonly Spot[]): (at: number) => string {
  const ats: number[] = [];
  for (const at of spots.map(spot => spot.at).sort((a, b) => a - b)) {
    if (ats.length === 0 || at - ats.at(-1)! > 0.3 + blurOf(view)) ats.push(at);
  }
  const names = namePlaces(view.base, ats);
  return at => names[ats.findLastIndex(known => known <= at + 1e-6)] ?? '';
}

function toSeries(view: View, track: Track, data: DataSpots, nameAt: (at: number) => string): Series {
  const points = data.spots
    .map(spot => toPoint(view, spot, { x: nameAt(spot.at), from: data.from }))
    .filter(point => point.x !== '' && Number.isFinite(point.y));
  const kind = sortedAlong(data.spots) && !isMeasured(view, data) ? 'line' : 'scatter';
  return { name: track.entry?.name ?? '', color: track.color, kind, points };
}

/** Markers at uneven places along an axis of numbers are points that a line joins. */
function isMeasured({ base }: View, { spots, dots }: DataSpots): boolean {
  if (base === null || base.kind === 'category' || base.kind === 'date' || dots.length < spots.length)
    return false;
  const gaps = spots.slice(1).map((spot, i) => spot.at - spots[i]!.at);
  return Math.max(...gaps) > 1.15 * Math.min(...gaps) + 0.5;
}

/** Where a curve passes a category is less sure than a node by a line's width. */
function toPoint(view: View, spot: Spot, { x, from }: { x: string; from: DataSpots['from'] }): SeriesPoint {
  return {
    x,
    at: spot.at,
    y: view.value.toValue(spot.across),
    tolerance: toleranceAt(view, spot.across, from === 'crossings' ? 0.6 : 0.1),
    bounds: spotBounds(view, spot),
    ...(from === 'corners' && { sampled: true }),
  };
}

function spotBounds({ turned }: View, { at, across }: Spot): Bounds {
  const [x, y] = turned ? [across, at] : [at, across];
  return grown({ x0: x, y0: y, x1: x, y1: y }, 2);
}
