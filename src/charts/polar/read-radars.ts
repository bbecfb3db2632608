import type { Bounds } from '../../domain/mark.ts';
import { gapOf, grown, heightOf, middleOf, unionOf } from '../bounds.ts';
import { isGray } from '../colors.ts';
import { entryOf } from '../legend/entries.ts';
import type { Label, LegendEntry, Line, Series, SeriesPoint, Shape } from '../types.ts';
import { printed } from './slice-label.ts';
import type { Web } from './spokes.ts';
import { turned } from './wedges.ts';

export interface RadarRead {
  /** The web with its names. */
  readonly bounds: Bounds;
  readonly series: readonly Series[];
  readonly shapes: ReadonlySet<Shape>;
  readonly labels: ReadonlySet<Label>;
  /** At least three numbers measure it, all on their rings. */
  readonly exact: boolean;
}

/** What stands around a web: `labels` without the legend's. */
interface Surroundings {
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
  readonly entries: readonly LegendEntry[];
}

/** A radar: names at the ends of its spokes, closed lines between them; null where no numbers measure them. */
export function readRadar(web: Web, { shapes, labels, entries }: Surroundings): RadarRead | null {
  const scale = scaleOf(web, labels, shapes);
  if (!scale) return null;
  const names = namesOf(
    web,
    labels.filter(label => !scale.labels.has(label)),
  );
  const rings = shapes.filter(shape => isRing(web, shape));
  const drawn = shapes.filter(shape => !rings.includes(shape) && spokesHit(web, shape) !== null);
  const series = drawn.map(shape => toSeries({ web, shape, scale, names, entries }));
  const used = new Set([...scale.labels, ...names.flatMap(name => (name ? [name] : []))]);
  return {
    bounds: unionOf([...web.shapes, ...used]),
    series: withoutDoubles(series),
    shapes: new Set<Shape>([...web.shapes, ...rings, ...drawn]),
    labels: used,
    exact: scale.labels.size >= 3 && scale.residual < 0.35,
  };
}

interface RadialScale {
  readonly valueAt: (radius: number) => number;
  readonly residual: number;
  readonly labels: ReadonlySet<Label>;
}

/** Numbers beside the first spoke, put on the rings where there are rings, and fitted by least squares. */
function scaleOf(web: Web, labels: readonly Label[], shapes: readonly Shape[]): RadialScale | null {
  const radii = [0, ...shapes.filter(shape => isRing(web, shape)).map(shape => radiusOf(web, shape))];
  const ticks = labels.flatMap(label => {
    const number = /^[^\p{L}\p{N}]*[\d.,\s]+%?$/u.test(label.text)
      ? printed(label.text.replace('%', '').trim())
      : null;
    const radius = web.cy - middleOf(label).y;
    const beside = label.x0 < web.cx + 2 * label.size && label.x1 > web.cx - 2 * label.size;
    if (!number || !beside || radius < -0.7 * label.size || radius > web.radius + 0.7 * label.size) return [];
    const ring = radii.find(r => Math.abs(r - radius) < 0.45 * label.size);
    return [{ label, value: number.amount, radius: ring ?? radius }];
  });
  const line = fitted(ticks);
  if (!line || line.residual > 0.02 * web.radius + 0.5) return null;
  return { ...line, labels: new Set(ticks.map(tick => tick.label)) };
}

function fitted(ticks: readonly { readonly value: number; readonly radius: number }[]) {
  const count = ticks.length;
  const mean = (of: (tick: { value: number; radius: number }) => number) =>
    ticks.reduce((sum, tick) => sum + of(tick), 0) / count;
  const [value, radius] = [mean(t => t.value), mean(t => t.radius)];
  const spread = mean(t => (t.value - value) ** 2);
  if (count < 2 || spread === 0) return null;
  const slope = mean(t => (t.value - value) * (t.radius - radius)) / spread;
  if (slope <= 0) return null;
  const residual = Math.max(...ticks.map(t => Math.abs(radius + slope * (t.value - value) - t.radius)));
  return { valueAt: (r: number) => value + (r - radius) / slope, residual };
}

/** The name at each spoke's end; null where there is none. */
function namesOf(web: Web, labels: readonly Label[]): readonly (Label | null)[] {
  const taken = new Set<Label>();
  return web.angles.map(angle => {
    const tip = tipOf(web, angle, web.radius);
    const near = labels
      .filter(label => !taken.has(label) && gapOf(label, tip) < 2.2 * label.size && isOutside(web, label))
      .sort((a, b) => gapOf(a, tip) - gapOf(b, tip));
    if (near[0]) taken.add(near[0]);
    return near[0] ?? null;
  });
}

function isOutside({ cx, cy, radius }: Web, label: Label): boolean {
  const { x, y } = middleOf(label);
  return Math.hypot(x - cx, y - cy) > 0.85 * radius;
}

function tipOf({ cx, cy }: Web, angle: number, radius: number): Bounds {
  const [x, y] = [cx + radius * Math.sin(angle), cy - radius * Math.cos(angle)];
  return { x0: x, y0: y, x1: x, y1: y };
}

/** How far out a closed mark meets each spoke; null where one of its corners lies off the spokes. */
function spokesHit(web: Web, shape: Shape): readonly (number | null)[] | null {
  const { nodes } = shape.mark;
  if (shape.shape === 'rect' || nodes.length < 6 || heightOf(shape) < 2) return null;
  const radii: (number | null)[] = web.angles.map(() => null);
  for (let i = 0; i + 1 < nodes.length; i += 2) {
    const [dx, dy] = [nodes[i]! - web.cx, web.cy - nodes[i + 1]!];
    const radius = Math.hypot(dx, dy);
    if (radius < 0.5) continue;
    const angle = Math.atan2(dx, dy);
    const spoke = web.angles.findIndex(a => Math.abs(turned(a - angle)) * radius < 0.6);
    if (spoke < 0 || radius > 1.02 * web.radius + 0.5) return null;
    radii[spoke] = radius;
  }
  return radii.filter(radius => radius !== null).length >= 3 ? radii : null;
}

/** One distance from the middle all round, in a grid's grey and unfilled. */
function isRing(web: Web, shape: Shape): boolean {
  if (shape.mark.fill !== '' && !isGray(shape.mark.fill)) return false;
  const radii = isGray(shape.color) ? spokesHit(web, shape) : null;
  if (radii === null) return false;
  return radii.every(radius => radius !== null && Math.abs(radius - radii[0]!) < 0.6);
}

function radiusOf(web: Web, shape: Shape): number {
  return spokesHit(web, shape)?.[0] ?? 0;
}

interface Drawn {
  readonly web: Web;
  readonly shape: Shape;
  readonly scale: RadialScale;
  readonly names: readonly (Label | null)[];
  readonly entries: readonly LegendEntry[];
}

function toSeries({ web, shape, scale, names, entries }: Drawn): Series {
  const { color, mark } = shape;
  const form = mark.fill === '' ? 'line' : 'swatch';
  const entry = entryOf({ color, form, dashed: mark.dashed }, entries);
  const points = (spokesHit(web, shape) ?? []).flatMap((radius, i): SeriesPoint[] => {
    const name = names[i]?.text ?? String(i + 1);
    if (radius === null && mark.fill === '' && !(shape as Line).mark.closed) return [];
    const reach = scale.residual + 0.15;
    const y = scale.valueAt(radius ?? 0);
    const tolerance = Math.abs(scale.valueAt(reach) - scale.valueAt(0));
    return [{ x: name, at: i, y, tolerance, bounds: grown(tipOf(web, web.angles[i]!, radius ?? 0), 2) }];
  });
  return { name: entry?.name ?? '', color, kind: 'radar', points };
}

/** A filled outline that is also stroked is one series. */
function withoutDoubles(series: readonly Series[]): readonly Series[] {
  return series.filter((one, i) => {
    const same = (other: Series) =>
      other.name === one.name &&
      other.points.length === one.points.length &&
      other.points.every((point, k) => Math.abs(point.y - one.points[k]!.y) <= 2 * point.tolerance);
    return !series.slice(0, i).some(same);
  });
}
