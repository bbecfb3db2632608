import type { ChartKind } from '../../domain/reading.ts';
import { groupBy } from '../../lib/group.ts';
import { heightOf, holds, middleOf, widthOf } from '../bounds.ts';
import { sameColor } from '../colors.ts';
import { entryOf } from '../legend/entries.ts';
import { namePlaces } from '../lines/places.ts';
import type { Dot, LegendEntry, Line, Series, SeriesPoint, Shape } from '../types.ts';
import { seen, toleranceAt, type View } from '../view.ts';
import { markersIn } from './markers.ts';

export interface DotsRead {
  readonly series: readonly Series[];
  readonly used: ReadonlySet<Shape>;
}

/**
 * Markers that stand by themselves: against two value axes a scatter, or a bubble chart where their sizes differ;
 * against categories one value a marker, and where lines join the markers of a category a dumbbell.
 * `shapes` holds no markers of lines and no keys of a legend.
 */
export function readDots(view: View, shapes: readonly Shape[], entries: readonly LegendEntry[]): DotsRead {
  const all = markersIn(shapes);
  const dots = all.filter(dot => isInside(view, dot) && isFilledOrRinged(dot));
  if (dots.length < 2) return { series: [], used: new Set() };
  const spots = dots.map(dot => seen(view, dot.cx, dot.cy));
  const names = namePlaces(
    view.base,
    spots.map(spot => spot.at),
  );
  const kind = kindOf(view, dots, shapes);
  const placed = dots.map((dot, i) => ({ dot, point: toPoint(view, dot, names[i] ?? '') }));
  const series = [...groupBy(placed, ({ dot }) => keyOf(dot, entries, dots))].map(([key, group]) => ({
    name: nameOf(key),
    color: group[0]!.dot.color,
    kind,
    points: group.map(({ point }) => point).filter(point => point.x !== '' && Number.isFinite(point.y)),
  }));
  return { series: series.filter(s => s.points.length > 0), used: usedBy(dots, shapes) };
}

function isInside({ plot }: View, dot: Dot): boolean {
  return dot.cx > plot.x0 - 1.5 && dot.cx < plot.x1 + 1.5 && dot.cy > plot.y0 - 1.5 && dot.cy < plot.y1 + 1.5;
}

/** White specks are the holes and halos of other marks. */
function isFilledOrRinged({ mark }: Dot): boolean {
  return mark.stroke !== '' || mark.fill.toLowerCase() !== '#ffffff';
}

function kindOf(view: View, dots: readonly Dot[], shapes: readonly Shape[]): ChartKind {
  if (view.base?.kind === 'category') return areJoined(view, dots, shapes) ? 'dumbbell' : 'scatter';
  const sizes = dots.map(dot => Math.max(widthOf(dot), heightOf(dot)));
  return Math.max(...sizes) > 1.25 * Math.min(...sizes) + 0.5 ? 'bubble' : 'scatter';
}

/** At least half of the markers have a partner at the other end of a line or bar. */
function areJoined(view: View, dots: readonly Dot[], shapes: readonly Shape[]): boolean {
  const links = shapes.filter(shape => shape.shape === 'line' || shape.shape === 'rect');
  const joined = dots.filter(dot =>
    links.some(
      link => endsAt(view, link, dot) && dots.some(other => other !== dot && endsAt(view, link, other)),
    ),
  );
  return joined.length >= dots.length / 2;
}

function endsAt(view: View, link: Shape, dot: Dot): boolean {
  if ((link as Shape) === dot || widthOf(link) + heightOf(link) < widthOf(dot)) return false;
  const centre = seen(view, dot.cx, dot.cy);
  const middle = seen(view, middleOf(link).x, middleOf(link).y);
  const [from, to] = view.turned ? [link.x0, link.x1] : [link.y0, link.y1];
  const radius = Math.max(widthOf(dot), heightOf(dot)) / 2 + 0.5;
  const atEnd = Math.min(Math.abs(centre.across - from), Math.abs(centre.across - to)) <= radius;
  return atEnd && Math.abs(middle.at - centre.at) <= radius && to - from > radius;
}

/** Series by the legend's entry, else by ink; markers of one ink in several forms are several series. */
function keyOf({ color, mark, form }: Dot, entries: readonly LegendEntry[], all: readonly Dot[]): string {
  const entry = entryOf({ color, form: 'dot', dashed: mark.dashed, marker: form }, entries);
  const forms = new Set(all.filter(dot => sameColor(dot.color, color)).map(dot => dot.form));
  const usual = all.filter(dot => dot.form === form).length > 2;
  return JSON.stringify(entry ? [entry.name] : ['', color, forms.size > 1 && usual ? form : '']);
}

function nameOf(key: string): string {
  return (JSON.parse(key) as readonly [string])[0];
}

function toPoint(view: View, dot: Dot, x: string): SeriesPoint {
  const { at, across } = seen(view, dot.cx, dot.cy);
  const { x0, y0, x1, y1 } = dot;
  return {
    x,
    at,
    y: view.value.toValue(across),
    tolerance: toleranceAt(view, across),
    bounds: { x0, y0, x1, y1 },
  };
}

/** A square was copied to read it as a marker, and a marker's ring lies in its bounds: both are used up by place. */
function usedBy(dots: readonly Dot[], shapes: readonly Shape[]): ReadonlySet<Shape> {
  const marks = new Set(dots.map(dot => dot.mark));
  const links = shapes.filter(
    (shape): shape is Line => shape.shape === 'line' && dots.some(dot => holds(dot, shape, 0.5)),
  );
  return new Set([...shapes.filter(shape => marks.has(shape.mark)), ...links]);
}
