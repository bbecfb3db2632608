import { area, type Bounds, grow, overlapX, overlapY, shareInside, union } from './bounds.ts';
import { hasBars, isDrawing, type Mark } from './marks.ts';
import { isRectangle } from './painted.ts';
import { runsAlong, type Scale } from './scales.ts';
import { isProse, type Segment } from './segments.ts';
import { mayBeDrawing, type Sheet } from './sheet.ts';

/** A filled rectangle, often a white one, that a chart was drawn on: what lies on it is one drawing. */
export interface Canvas extends Bounds {
  readonly marks: readonly Mark[];
}

/** What lies on the page. */
export interface On {
  readonly marks: readonly Mark[];
  readonly segments: readonly Segment[];
  readonly scales: readonly Scale[];
}

/** The largest canvases that hold one drawing each. */
export function findCanvases(sheet: Sheet, { marks, segments, scales }: On): Canvas[] {
  const prose = segments.filter(isProse);
  const accepted = sheetsOfPaper(sheet)
    .map(box => ({ ...box, marks: marks.filter(mark => holds(box, mark)) }))
    .filter(canvas => isCanvas(canvas, prose, scales))
    .sort((a, b) => area(b) - area(a));
  const chosen: Canvas[] = [];
  for (const canvas of accepted) {
    if (chosen.some(larger => shareInside(canvas, larger) > 0.5)) continue;
    const inner = accepted.filter(other => other !== canvas && shareInside(other, canvas) > 0.95);
    if (!holdsSeveral(inner)) chosen.push(canvas);
  }
  return chosen;
}

/** Shares of the page's area, and points. */
const SMALLEST = 0.012;
const LARGEST = 0.6;
const LARGEST_ALONE = 0.9;
const SHORTEST_SIDE = 60;
/** Of them at most: a page of tiles has no canvas. */
const MOST = 300;

function sheetsOfPaper(sheet: Sheet): Bounds[] {
  const { painted, width, height } = sheet;
  const page = width * height;
  const largest = mayBeDrawing(sheet) ? LARGEST_ALONE : LARGEST;
  const boxes: Bounds[] = [];
  for (const one of painted) {
    if (one.kind === 'image' || one.fill === '') continue;
    const { x0, y0, x1, y1 } = one.box;
    const size = (x1 - x0) * (y1 - y0);
    if (size < SMALLEST * page || size > largest * page) continue;
    if (Math.min(x1 - x0, y1 - y0) < SHORTEST_SIDE || !one.data || !isRectangle(one.data, one.ctm)) continue;
    if (boxes.length < MOST) boxes.push({ x0, y0, x1, y1 });
  }
  return boxes;
}

function holds(box: Bounds, mark: Mark): boolean {
  const reach = grow(box, 1.5);
  const inside = mark.x0 >= reach.x0 && mark.y0 >= reach.y0 && mark.x1 <= reach.x1 && mark.y1 <= reach.y1;
  return inside && area(mark) < 0.9 * area(box);
}

/** Shares of a canvas that its drawing spans at least, and that running text takes at most. */
const SPANNED = { width: 0.5, height: 0.25 };
const PROSE_SHARE = 0.04;

function isCanvas(canvas: Canvas, prose: readonly Segment[], scales: readonly Scale[]): boolean {
  const measured = canvas.marks.length >= FEWEST_POINTS && runsAlong(canvas, scales);
  if (!measured && (!isDrawing(canvas.marks) || hasOnlyIcons(canvas))) return false;
  const drawn = union(canvas.marks);
  if (overlapX(drawn, canvas) < SPANNED.width * (canvas.x1 - canvas.x0)) return false;
  if (overlapY(drawn, canvas) < SPANNED.height * (canvas.y1 - canvas.y0)) return false;
  const text = prose.filter(line => shareInside(line, canvas) > 0.5);
  return text.length < 2 || text.reduce((sum, line) => sum + area(line), 0) < PROSE_SHARE * area(canvas);
}

/** Dots on a canvas with an axis beside it are a chart's. */
const FEWEST_POINTS = 4;

/** Share of a canvas's width that its widest curve takes at least. */
const WIDEST_ICON = 0.35;

function hasOnlyIcons({ x0, x1, marks }: Canvas): boolean {
  const wide = marks.some(mark => mark.kind === 'shape' && mark.x1 - mark.x0 > WIDEST_ICON * (x1 - x0));
  return !wide && !hasBars(marks.filter(mark => mark.kind === 'bar'));
}

function holdsSeveral(inner: readonly Canvas[]): boolean {
  return inner.some((a, i) => inner.slice(i + 1).some(b => shareInside(b, a) === 0));
}
