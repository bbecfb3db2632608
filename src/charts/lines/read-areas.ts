import type { Bounds } from '../../domain/mark.ts';
import { sameColor } from '../colors.ts';
import { markersIn } from '../dots/markers.ts';
import { entryOf } from '../legend/entries.ts';
import type { Dot, LegendEntry, Line, Series, SeriesPoint, Shape } from '../types.ts';
import { seen, toleranceAt, type View } from '../view.ts';
import { type Band, findBands, isFoot } from './bands.ts';
import { categoryAt, namePlaces } from './places.ts';
import { acrossAt, distanceTo, polylineOf, spanOf } from './polyline.ts';

export interface AreasRead {
  readonly series: readonly Series[];
  readonly used: ReadonlySet<Shape>;
  /** Each band stands on the one below, and its value is its thickness. */
  readonly stacked: boolean;
}

/** Filled areas as series: thickness where they are stacked, height where they stand one before the other. */
export function readAreas(view: View, shapes: readonly Shape[], entries: readonly LegendEntry[]): AreasRead {
  const lines = shapes.filter((shape): shape is Line => shape.shape === 'line');
  const bands = findBands(view, shapes).filter(band => !isMargin(view, band, lines));
  const stacked = isStack(view, bands);
  const standing = bands.filter(band => stacked || isFoot(view, band.lower) || isFoot(view, band.upper));
  const groups = inSeries(standing, entries);
  const places = placesOf(view, standing);
  const names = namePlaces(view.base, places);
  const edges = lines.filter(line => standing.some(band => runsAlong(view, line, band)));
  const dots = markersIn(shapes).filter(dot => standing.some(band => sitsOn(view, dot, band)));
  const marks = new Set([...edges, ...dots].map(shape => shape.mark));
  return {
    series: groups.map(group => toSeries(view, group, { places, names, stacked })),
    used: new Set([...standing.map(band => band.shape), ...shapes.filter(shape => marks.has(shape.mark))]),
    stacked,
  };
}

/** A band around a line says how sure the line is; it is no series. */
function isMargin(view: View, band: Band, lines: readonly Line[]): boolean {
  if (isFoot(view, band.lower) || isFoot(view, band.upper)) return false;
  return lines.some(line => {
    const { outline, nodes } = polylineOf(view, line);
    if (nodes.every(node => Math.abs(node.across - nodes[0]!.across) < 0.3)) return false;
    const samples = band.places.flatMap(at => {
      const [line, low, high] = [acrossAt(outline, at), acrossAt(band.lower, at), acrossAt(band.upper, at)];
      if (line === null || low === null || high === null || Math.abs(high - low) < 1) return [];
      return [(line - low) / (high - low)];
    });
    return samples.length > 2 && samples.every(share => share > 0.1 && share < 0.9);
  });
}

/** One edge is another's edge: the bands lie on each other. */
function isStack(view: View, bands: readonly Band[]): boolean {
  const lifted = bands.filter(band => !isFoot(view, band.lower));
  const supported = lifted.filter(band => bands.some(under => under !== band && liesOn(view, band, under)));
  return lifted.length > 0 && supported.length === lifted.length;
}

function liesOn({ value: { blur } }: View, band: Band, under: Band): boolean {
  const shared = band.places.filter(
    at => acrossAt(under.upper, at) !== null && acrossAt(band.lower, at) !== null,
  );
  if (shared.length < 2) return false;
  const near = shared.filter(
    at => Math.abs(acrossAt(band.lower, at)! - acrossAt(under.upper, at)!) < 0.8 + 3 * blur,
  );
  return near.length >= 0.9 * shared.length;
}

/** A line along a band's edge is the band's own outline. */
function runsAlong(view: View, line: Line, band: Band): boolean {
  const { outline } = polylineOf(view, line);
  const shared = band.places.filter(at => acrossAt(outline, at) !== null);
  if (shared.length < 2 || shared.length < 0.6 * band.places.length) return false;
  return [band.upper, band.lower].some(edge =>
    shared.every(at => {
      const across = acrossAt(edge, at);
      return across !== null && Math.abs(across - acrossAt(outline, at)!) < 0.8 + 3 * view.value.blur;
    }),
  );
}

function sitsOn(view: View, dot: Dot, band: Band): boolean {
  const spot = seen(view, dot.cx, dot.cy);
  return [band.upper, band.lower].some(edge => distanceTo(edge, spot) < 0.8 + 2 * view.value.blur);
}

interface Group {
  readonly entry: LegendEntry | null;
  readonly bands: readonly Band[];
}

/** Bands of one ink that follow each other are one series with a gap. */
function inSeries(bands: readonly Band[], entries: readonly LegendEntry[]): readonly Group[] {
  const groups: { entry: LegendEntry | null; bands: Band[] }[] = [];
  for (const band of bands) {
    const { color, mark } = band.shape;
    const entry = entryOf({ color, form: 'swatch', dashed: mark.dashed }, entries);
    const home = groups.find(
      group =>
        group.entry === entry &&
        group.bands.every(other => sameColor(other.shape.color, color) && areApart(other, band)),
    );
    if (home) home.bands.push(band);
    else groups.push({ entry, bands: [band] });
  }
  return groups;
}

function areApart(a: Band, b: Band): boolean {
  const [p, q] = [spanOf(a.upper), spanOf(b.upper)];
  return p.to <= q.from + 0.5 || q.to <= p.from + 0.5;
}

/** The nodes at categories, or where a flattened curve passes them; all nodes along a measured axis. */
function placesOf(view: View, bands: readonly Band[]): readonly number[] {
  const all = bands.flatMap(band => band.places).sort((a, b) => a - b);
  const nodes = all.filter((at, i) => i === 0 || at - all[i - 1]! > 0.3 + 3 * view.value.blur);
  const { base } = view;
  if (base?.kind !== 'category') return nodes;
  const fine = nodes.length > 2.5 * base.categories.length;
  return base.categories.flatMap(category => {
    const own = nodes.filter(node => categoryAt(base, node) === category);
    const [nearest] = own.sort((a, b) => Math.abs(a - category.at) - Math.abs(b - category.at));
    return nearest === undefined ? [] : [fine ? category.at : nearest];
  });
}

interface Places {
  readonly places: readonly number[];
  readonly names: readonly string[];
  readonly stacked: boolean;
}

function toSeries(view: View, { entry, bands }: Group, { places, names, stacked }: Places): Series {
  const points = places.flatMap((at, i) => {
    const x = names[i] ?? '';
    const point = x === '' ? null : firstPoint(view, bands, { at, x, stacked });
    return point ? [point] : [];
  });
  return { name: entry?.name ?? '', color: bands[0]!.shape.color, kind: 'area', points };
}

function firstPoint(
  view: View,
  bands: readonly Band[],
  { at, x, stacked }: { readonly at: number; readonly x: string; readonly stacked: boolean },
): SeriesPoint | null {
  for (const band of bands) {
    const [high, low] = [acrossAt(band.upper, at, 1), acrossAt(band.lower, at, 1)];
    if (high === null || low === null) continue;
    const top = isFoot(view, band.upper) && !isFoot(view, band.lower) ? low : high;
    const foot = stacked && !isFoot(view, band.lower) ? view.value.toValue(low) : 0;
    const tolerance = toleranceAt(view, top) + (foot === 0 ? 0 : toleranceAt(view, low));
    return { x, at, y: view.value.toValue(top) - foot, tolerance, bounds: boxOf(view, { at, high, low }) };
  }
  return null;
}

function boxOf({ turned }: View, { at, high, low }: { at: number; high: number; low: number }): Bounds {
  const [from, to] = [Math.min(high, low), Math.max(high, low)];
  return turned ? { x0: from, x1: to, y0: at - 1, y1: at + 1 } : { x0: at - 1, x1: at + 1, y0: from, y1: to };
}
