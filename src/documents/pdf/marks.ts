import { area, type Bounds, grow, isEmpty, shareInside, union } from './bounds.ts';
import { clusters } from './clusters.ts';
import { findPanels } from './panels.ts';
import { isWordy, type Segment } from './segments.ts';
import { mayBeDrawing, type Sheet } from './sheet.ts';

/** One thing drawn: a curve or wedge, a filled rectangle, a straight line. */
export interface Mark extends Bounds {
  readonly kind: 'shape' | 'bar' | 'rule';
  readonly color: string;
}

/** Everything drawn on a sheet that might be part of a drawing: not what belongs to tables, nor the shading behind text. */
export function marksOf(sheet: Sheet, segments: readonly Segment[], taken: readonly Bounds[]): Mark[] {
  const { shapes, fills, rules, width, height } = sheet;
  const page = width * height;
  const panels = findPanels(sheet, segments);
  const marks: Mark[] = [];
  const add = ({ x0, y0, x1, y1 }: Bounds, kind: Mark['kind'], color: string) => {
    const box = { x0, y0, x1, y1 };
    if (!taken.some(t => shareInside(grow(box, 0.5), t) > 0.6)) marks.push({ ...box, kind, color });
  };
  const alone = mayBeDrawing(sheet);
  const largest = (alone ? 0.95 : 0.5) * page;
  const largestBar = (alone ? LARGEST_BAR_ALONE : LARGEST_BAR) * page;
  for (const shape of shapes) if (area(shape) < largest) add(shape, 'shape', shape.color);
  for (const { x, y, w, h, color = '' } of fills) {
    const box = { x0: x, y0: y, x1: x + w, y1: y + h };
    if (w * h < largestBar && !isBacking(box, segments, panels)) add(box, 'bar', color);
  }
  const longest = (alone ? 1 : 0.9) * Math.max(width, height);
  for (const { x1, y1, x2, y2 } of rules) {
    if (Math.max(x2 - x1, y2 - y1) < longest) add({ x0: x1, y0: y1, x1: x2, y1: y2 }, 'rule', '');
  }
  const between = segments.filter(segment => segment.words.length >= 4 && isWordy(segment));
  const thickest = alone ? Math.max(THICKEST_BAR, 0.2 * Math.max(width, height)) : THICKEST_BAR;
  return [
    ...marks,
    ...bridges(marks, thickest).filter(bridge => !between.some(text => shareInside(text, bridge) > 0.3)),
  ];
}

/** Bars that start from one line and are equally thick belong together, however far apart their groups are drawn. */
function bridges(marks: readonly Mark[], thickest: number): Mark[] {
  const bars = marks.filter(mark => mark.kind === 'bar').slice(0, MOST_BARS);
  return [...links(bars, lying, thickest), ...links(bars, standing, thickest)];
}

/** Of a bar: where it starts, how thick it is, where its thickness begins. */
interface Stance {
  readonly foot: number;
  readonly thickness: number;
  readonly at: number;
}

const lying = ({ x0, y0, y1 }: Mark): Stance => ({ foot: x0, thickness: y1 - y0, at: y0 });
const standing = ({ x0, x1, y1 }: Mark): Stance => ({ foot: y1, thickness: x1 - x0, at: x0 });

function links(bars: readonly Mark[], stance: (bar: Mark) => Stance, thickest: number): Mark[] {
  const sorted = [...bars].sort((a, b) => stance(a).foot - stance(b).foot || stance(a).at - stance(b).at);
  return sorted.slice(1).flatMap((bar, i) => {
    const [a, b] = [stance(sorted[i]!), stance(bar)];
    const alike = Math.abs(a.foot - b.foot) < 1.5 && Math.abs(a.thickness - b.thickness) < 1.5;
    const thick = a.thickness > THINNEST_BAR && a.thickness < thickest;
    const near = Math.abs(b.at - a.at) < 4.2 * a.thickness;
    return alike && thick && near ? [{ ...union([sorted[i]!, bar]), kind: 'rule' as const, color: '' }] : [];
  });
}

/** In points. */
const THINNEST_BAR = 4;
const THICKEST_BAR = 60;
const MOST_BARS = 600;

/** Curves, slanted lines or bars of several lengths; frames, shading, underlines and signs alone draw nothing. */
export function isDrawing(marks: readonly Mark[]): boolean {
  const box = union(marks);
  if (isEmpty(box)) return false;
  const shapes = marks.filter(
    ({ kind, x0, x1, y0, y1 }) => kind === 'shape' && Math.max(x1 - x0, y1 - y0) > 3,
  );
  if (hasLarge(shapes) && (shapes.length >= 2 || area(union(shapes)) > 0.3 * area(box))) return true;
  return hasBars(fuse(marks.filter(mark => mark.kind === 'bar'))) || hasSticks(marks);
}

/** Points: signs and badges in a text are no larger, and no higher. */
const LARGEST_SIGN = 18;
const HIGHEST_SIGN = 12;

/** A curve may be drawn in short pieces that touch. */
function hasLarge(shapes: readonly Mark[]): boolean {
  const reach = ({ x0, x1, y0, y1 }: Bounds) => Math.max(x1 - x0, y1 - y0);
  if (shapes.some(shape => reach(shape) > LARGEST_SIGN)) return true;
  const whole = clusters(shapes, 0.5).map(union);
  return whole.some(curve => reach(curve) > LARGEST_SIGN && curve.y1 - curve.y0 > HIGHEST_SIGN);
}

/** Share of the page that a bar of a chart may take; what is larger is a background. */
const LARGEST_BAR = 0.12;
/** The same where the page may be one drawing. */
const LARGEST_BAR_ALONE = 0.3;

/** Shading behind words: a panel, or a band no higher than a line. */
function isBacking(box: Bounds, segments: readonly Segment[], panels: readonly Bounds[]): boolean {
  if (panels.some(panel => shareInside(panel, box) > 0.95)) return true;
  const height = box.y1 - box.y0;
  return segments.some(
    segment =>
      height < 2.4 * segment.size &&
      shareInside(segment, grow(box, 1.5)) > 0.85 &&
      segment.x1 - segment.x0 > 0.5 * (box.x1 - box.x0) &&
      isWordy(segment),
  );
}

/** Neighbours in a row with one colour as one: bands are often drawn cell by cell. */
function fuse(bars: readonly Mark[]): Mark[] {
  const sorted = [...bars].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  const fused: Mark[] = [];
  for (const bar of sorted) {
    const last = fused.at(-1);
    const sameRow = last && Math.abs(last.y0 - bar.y0) < 1 && Math.abs(last.y1 - bar.y1) < 1;
    if (sameRow && last.color === bar.color && bar.x0 - last.x1 < 1.5)
      fused[fused.length - 1] = { ...last, ...union([last, bar]) };
    else fused.push(bar);
  }
  return fused;
}

/** Rectangles of one thickness and several lengths, side by side or stacked. */
export function hasBars(bars: readonly Mark[]): boolean {
  if (bars.length < 3) return false;
  const kinds = (of: (bar: Mark) => number) => new Set(bars.map(of)).size;
  const lengths = kinds(bar => Math.round((bar.y1 - bar.y0) / 2));
  const widths = kinds(bar => Math.round((bar.x1 - bar.x0) / 2));
  const columns = kinds(bar => Math.round(bar.x0 / 3));
  const rows = kinds(bar => Math.round(bar.y0 / 3));
  const colors = kinds(bar => Number.parseInt(bar.color.slice(1), 16));
  const upright = lengths >= 3 && widths <= 3 && (columns >= 3 || (columns === 2 && colors >= 2));
  const lying = widths >= 3 && lengths <= 3 && (rows >= 3 || (rows === 2 && colors >= 2));
  return upright || lying;
}

const FEWEST_STICKS = 8;

/** Bars as thin as rules: many, of many lengths, on one line. */
function hasSticks(marks: readonly Mark[]): boolean {
  const upright = marks.filter(({ kind, x0, y0, x1, y1 }) => kind === 'rule' && y1 - y0 > 2 * (x1 - x0));
  const feet = new Map<number, Set<number>>();
  for (const { y0, y1 } of upright) {
    const foot = Math.round(y1);
    feet.set(foot, (feet.get(foot) ?? new Set()).add(Math.round(y1 - y0)));
  }
  return [...feet.values()].some(lengths => lengths.size >= FEWEST_STICKS);
}
