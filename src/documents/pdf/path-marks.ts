import type { PathMark } from '../../domain/mark.ts';
import { type Bounds, grow, isEmpty } from './bounds.ts';
import { cutArea, cutLine } from './cut.ts';
import { type Outline, outlinesOf } from './outline.ts';
import { isRectangle, type PaintedPath } from './painted.ts';

/** A mark before it has its place in the drawing order. */
export type LoosePath = Omit<PathMark, 'order' | 'group'>;

/** The subpaths of one painting operator as they are seen: inside its clip, in points. */
export function pathMarks(painted: PaintedPath): LoosePath[] {
  const { fill, stroke } = painted;
  return seenOutlines(painted).flatMap(outline =>
    inside(outline, painted).map((part): LoosePath => {
      const nodes = part.nodes.map(round);
      return {
        ...boundsOf(part.points),
        nodes,
        outline: part.points === part.nodes ? nodes : part.points.map(round),
        closed: part.closed || stroke === '',
        curved: part.curved,
        fill,
        stroke,
        strokeWidth: stroke === '' ? 0 : round(painted.lineWidth),
        dashed: painted.dashed && stroke !== '',
        opacity: painted.opacity,
        confidence: 1,
      };
    }),
  );
}

/** Points: what is drawn up to this far outside its clip isn't cut. */
const SLACK = 0.3;

/** A gradient is often a large box seen through a bar-shaped clip: the clip's outline is what is drawn. */
function seenOutlines({ data, ctm, clip, stroke }: PaintedPath): Outline[] {
  const own = data ? outlinesOf(data, ctm) : [];
  if (stroke !== '') return own;
  const { x0, y0, x1, y1 } = clip.box;
  const whole = !data || (isRectangle(data, ctm) && own.some(({ points }) => covers(points, clip.box)));
  if (!whole) return own;
  if (clip.path) return outlinesOf(clip.path.data, clip.path.ctm);
  const corners = [x0, y0, x1, y0, x1, y1, x0, y1];
  return isEmpty(clip.box) ? [] : [{ nodes: corners, points: corners, closed: true, curved: false }];
}

function covers(points: readonly number[], box: Bounds): boolean {
  const { x0, y0, x1, y1 } = boundsOf(points);
  return x0 <= box.x0 + SLACK && y0 <= box.y0 + SLACK && x1 >= box.x1 - SLACK && y1 >= box.y1 - SLACK;
}

function inside(outline: Outline, { clip, fill, lineWidth, stroke }: PaintedPath): Outline[] {
  const slack = SLACK + (stroke === '' ? 0 : lineWidth / 2);
  const box = grow(clip.box, slack);
  const { x0, y0, x1, y1 } = boundsOf(outline.points);
  if (x0 >= box.x0 && y0 >= box.y0 && x1 <= box.x1 && y1 <= box.y1) return [outline];
  if (x1 < box.x0 || y1 < box.y0 || x0 > box.x1 || y0 > box.y1) return [];
  const cut = (points: readonly number[]): Outline => ({
    nodes: points,
    points,
    closed: fill !== '',
    curved: outline.curved,
  });
  if (fill !== '') {
    const points = cutArea(outline.points, stroke === '' ? clip.box : box);
    return points.length >= 6 ? [cut(points)] : [];
  }
  const line = outline.closed ? [...outline.points, ...outline.points.slice(0, 2)] : outline.points;
  return cutLine(line, box).map(cut);
}

function boundsOf(points: readonly number[]): Bounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    x0 = Math.min(x0, points[i]!);
    x1 = Math.max(x1, points[i]!);
    y0 = Math.min(y0, points[i + 1]!);
    y1 = Math.max(y1, points[i + 1]!);
  }
  return { x0: round(x0), y0: round(y0), x1: round(x1), y1: round(y1) };
}

/** To a thousandth of a point. */
function round(n: number): number {
  return Math.round(n * 1000) / 1000;
}
