import { area, type Bounds, grow, isEmpty, overlapX, shareInside, touches, union } from './bounds.ts';
import { clusters } from './clusters.ts';
import type { Segment } from './segments.ts';
import type { Sheet } from './sheet.ts';

export interface Figure extends Bounds {
  readonly drawing: 'vector' | 'raster';
  /** Text on it and around its edge: labels, ticks, legends. */
  readonly labels: readonly Segment[];
}

export interface FigureInput {
  readonly sheet: Sheet;
  /** Text outside tables and furniture. */
  readonly segments: readonly Segment[];
  /** Where tables and shaded panels are: what is drawn there belongs to them. */
  readonly taken: readonly Bounds[];
  /** Size of the document's running text. */
  readonly body: number;
}

/** Pictures and drawings that are worth a look: charts, diagrams, photographs; not rules, shading, icons or backgrounds. */
export function findFigures(input: FigureInput): Figure[] {
  const { sheet, segments } = input;
  const drawn = drawings(input).map(box => ({ box, drawing: 'vector' as const }));
  const pictures = picturesOf(sheet, segments).map(box => ({ box, drawing: 'raster' as const }));
  const all = [...pictures, ...drawn.filter(d => !pictures.some(p => shareInside(d.box, p.box) > 0.7))];
  const free = new Set(segments);
  return all.map(({ box, drawing }) => {
    const { labels, bounds } = absorb(box, [...free], input.body);
    for (const label of labels) free.delete(label);
    return { ...bounds, drawing, labels };
  });
}

/** Points, and shares of the page's area. */
const SMALLEST_SIDE = 40;
const SMALLEST_SHARE = 0.012;
const BACKGROUND_SHARE = 0.75;

function picturesOf({ images, width, height }: Sheet, segments: readonly Segment[]): Bounds[] {
  const page = width * height;
  const text = segments.reduce((sum, s) => sum + s.words.length, 0);
  return clusters(images, 3)
    .map(union)
    .filter(box => isLarge(box, page) && (area(box) < BACKGROUND_SHARE * page || text < FEW_WORDS));
}

/** A page with fewer words than this over a picture is that picture. */
const FEW_WORDS = 12;

function isLarge(box: Bounds, page: number): boolean {
  const side = Math.min(box.x1 - box.x0, box.y1 - box.y0);
  return side >= SMALLEST_SIDE && area(box) >= SMALLEST_SHARE * page;
}

interface Mark extends Bounds {
  readonly kind: 'shape' | 'bar' | 'rule';
}

function drawings({ sheet, segments, taken }: FigureInput): Bounds[] {
  const page = sheet.width * sheet.height;
  return clusters(marksOf(sheet, taken), 7)
    .filter(marks => isDrawing(marks, segments))
    .map(union)
    .filter(box => isLarge(box, page) && area(box) < BACKGROUND_SHARE * page);
}

function marksOf({ shapes, fills, rules, width, height }: Sheet, taken: readonly Bounds[]): Mark[] {
  const marks: Mark[] = [];
  const add = (box: Bounds, kind: Mark['kind']) => {
    if (!taken.some(t => shareInside(grow(box, 0.5), t) > 0.6)) marks.push({ ...box, kind });
  };
  for (const { x0, y0, x1, y1 } of shapes) {
    if ((x1 - x0) * (y1 - y0) < 0.5 * width * height) add({ x0, y0, x1, y1 }, 'shape');
  }
  for (const { x, y, w, h } of fills)
    if (w * h < 0.12 * width * height) add({ x0: x, y0: y, x1: x + w, y1: y + h }, 'bar');
  for (const { x1, y1, x2, y2 } of rules) {
    if (Math.max(x2 - x1, y2 - y1) < 0.9 * Math.max(width, height))
      add({ x0: x1, y0: y1, x1: x2, y1: y2 }, 'rule');
  }
  return marks;
}

/** Curves, slanted lines or bars of several lengths; frames, shading and underlines alone draw nothing. */
function isDrawing(marks: readonly Mark[], segments: readonly Segment[]): boolean {
  const box = union(marks);
  if (isEmpty(box) || isProse(box, segments)) return false;
  const shapes = marks.filter(
    mark => mark.kind === 'shape' && Math.max(mark.x1 - mark.x0, mark.y1 - mark.y0) > 3,
  );
  return (
    shapes.length >= 2 ||
    area(union(shapes)) > 0.3 * area(box) ||
    hasBars(marks.filter(m => m.kind === 'bar'))
  );
}

function isProse(box: Bounds, segments: readonly Segment[]): boolean {
  const inside = segments.filter(s => shareInside(s, box) > 0.6);
  const long = inside.filter(s => s.words.length >= 7);
  return long.length >= 3 && long.reduce((sum, s) => sum + area(s), 0) > 0.12 * area(box);
}

/** Rectangles that share an edge and differ in length. */
function hasBars(bars: readonly Mark[]): boolean {
  if (bars.length < 3) return false;
  const lengths = (from: 'x0' | 'y0', to: 'x1' | 'y1') => {
    const rounded = bars.map(bar => Math.round((bar[to] - bar[from]) / 2));
    return new Set(rounded).size;
  };
  const columns = new Set(bars.map(bar => Math.round(bar.x0 / 3))).size;
  const rows = new Set(bars.map(bar => Math.round(bar.y0 / 3))).size;
  const upright = lengths('y0', 'y1') >= 3 && columns >= 3 && lengths('x0', 'x1') <= 3;
  const lying = lengths('x0', 'x1') >= 3 && rows >= 3 && lengths('y0', 'y1') <= 3;
  return upright || lying;
}

/** Takes in the labels on a drawing and the short ones at its edge, which widen it; captions and prose stay outside. */
function absorb(
  box: Bounds,
  segments: readonly Segment[],
  body: number,
): { labels: Segment[]; bounds: Bounds } {
  const labels = segments.filter(segment => shareInside(segment, box) > 0.5);
  const rest = new Set(segments.filter(segment => !labels.includes(segment)));
  let bounds = box;
  for (let grew = true; grew; ) {
    grew = false;
    for (const segment of rest) {
      if (!isLabelOf(segment, bounds, body) || !staysNear(segment, box)) continue;
      rest.delete(segment);
      labels.push(segment);
      bounds = union([bounds, segment]);
      grew = true;
    }
  }
  return { labels, bounds: union([box, ...labels]) };
}

/** In points: how far labels may widen a drawing on each side. */
const WIDEST_MARGIN = 130;

function staysNear(segment: Segment, box: Bounds): boolean {
  const beside = segment.x0 > box.x0 - WIDEST_MARGIN && segment.x1 < box.x1 + WIDEST_MARGIN;
  return beside && segment.y0 > box.y0 - 40 && segment.y1 < box.y1 + 40;
}

const NUMERIC = /^[($€£¥+\-–—−~<>≤≥]*\d[\d.,]*\s*(?:%|[kKmMbB]|pts?|pp)?[)*†]*$/;

function isLabelOf(segment: Segment, box: Bounds, body: number): boolean {
  const text = segment.words.map(word => word.text).join(' ');
  const numeric = segment.words.every(word => NUMERIC.test(word.text));
  if (!numeric && (text.length > 40 || segment.size > body * 1.02 || CAPTION_LIKE.test(text))) return false;
  const middle = (segment.y0 + segment.y1) / 2;
  if (middle > box.y0 && middle < box.y1) {
    return touches(segment, { ...box, x0: box.x0 - 14, x1: box.x1 + 14 });
  }
  const under = overlapX(segment, box) > 0.5 * (segment.x1 - segment.x0);
  const reach = numeric ? 10 : text.length <= 14 ? 7 : 0;
  return under && touches(segment, { ...box, y0: box.y0 - reach, y1: box.y1 + reach });
}

const CAPTION_LIKE = /^(?:fig(?:ure)?|table|chart|exhibit|graph|source|note)s?\b/i;
