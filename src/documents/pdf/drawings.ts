import { area, type Bounds, overlapX, shareInside, touches, union } from './bounds.ts';
import { findCanvases } from './canvases.ts';
import { clusters } from './clusters.ts';
import { isDrawing, type Mark, marksOf } from './marks.ts';
import { findScales, runsAlong, type Scale } from './scales.ts';
import { isProse, type Segment } from './segments.ts';
import type { Sheet } from './sheet.ts';

/** Something drawn, without the labels around it. */
export interface Drawing extends Bounds {
  readonly marks: readonly Mark[];
  /** Numbered axes run along it. */
  readonly scaled: boolean;
}

export interface DrawingInput {
  readonly sheet: Sheet;
  /** Text outside tables and furniture. */
  readonly segments: readonly Segment[];
  /** Where tables are: what is drawn there belongs to them. */
  readonly taken: readonly Bounds[];
}

/** Charts and diagrams made of paths; not rules, shading, or running text with something drawn around it. */
export function findDrawings({ sheet, segments, taken }: DrawingInput): Drawing[] {
  const marks = marksOf(sheet, segments, taken);
  if (marks.length === 0) return [];
  const prose = segments.filter(isProse);
  const filled = marks.some(mark => mark.kind !== 'rule');
  const scales = filled ? findScales(segments.flatMap(segment => segment.words)) : [];
  const canvases = findCanvases(sheet, { marks, segments, scales });
  const onCanvas = new Set(canvases.flatMap(canvas => canvas.marks));
  const loose = clusters(
    marks.filter(mark => !onCanvas.has(mark)),
    MARK_GAP,
  ).flatMap(group => withoutProse(group, prose));
  const groups: Group[] = [
    ...canvases.map(canvas => ({ box: union([canvas, ...canvas.marks]), marks: canvas.marks })),
    ...withAxes(withTwins(nested(loose, prose), prose), segments).map(group => ({
      box: union(group),
      marks: group,
    })),
  ];
  const drawings = groups
    .map(({ box, marks: group }) => ({ ...box, marks: group, scaled: isScaled(box, group, scales) }))
    .filter(({ marks: group, scaled }) => scaled || isDrawing(group));
  return merged(drawings);
}

interface Group {
  readonly box: Bounds;
  readonly marks: readonly Mark[];
}

/** Points: marks of one drawing lie this close. */
const MARK_GAP = 7;
const TIGHT_GAP = 3;
/** Share of a drawing's area that its long labels may take. */
const PROSE_SHARE = 0.08;

/** Marks that reach around running text fall into the drawings on its sides, or into nothing. */
function withoutProse(marks: Mark[], prose: readonly Segment[]): Mark[][] {
  if (!reachesAround(union(marks), prose)) return [marks];
  const clear = marks.filter(mark => !prose.some(line => shareInside(line, mark) > 0.4));
  return clusters(clear, TIGHT_GAP).filter(group => !reachesAround(union(group), prose));
}

function reachesAround(box: Bounds, prose: readonly Segment[]): boolean {
  const lines = prose.filter(line => shareInside(line, box) > 0.4);
  return lines.length >= 2 && lines.reduce((sum, line) => sum + area(line), 0) > PROSE_SHARE * area(box);
}

/** Dots between gridlines touch nothing, and yet belong to what reaches around them. */
function nested(groups: readonly Mark[][], prose: readonly Segment[]): Mark[][] {
  const sorted = groups
    .map(marks => ({ marks, box: union(marks) }))
    .sort((a, b) => area(b.box) - area(a.box));
  const outer: typeof sorted = [];
  for (const group of sorted) {
    const around = outer.find(({ box }) => lies(group.box, box) && !reachesAround(box, prose));
    if (around) around.marks = [...around.marks, ...group.marks];
    else outer.push(group);
  }
  return outer.map(({ marks }) => marks);
}

function lies(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.x0 >= outer.x0 - 1 &&
    inner.y0 >= outer.y0 - 1 &&
    inner.x1 <= outer.x1 + 1 &&
    inner.y1 <= outer.y1 + 1
  );
}

/** Curves over each other that begin and end together are of one chart, though nothing is drawn between them. */
function withTwins(groups: readonly Mark[][], prose: readonly Segment[]): Mark[][] {
  const joined: { marks: Mark[]; curves: Mark[] }[] = [];
  for (const marks of groups) {
    const curves = marks.filter(isCurve);
    const twin = joined.find(other =>
      curves.some(curve => other.curves.some(own => areTwins(curve, own, prose))),
    );
    twin?.marks.push(...marks);
    twin?.curves.push(...curves);
    if (!twin) joined.push({ marks: [...marks], curves });
  }
  return joined.map(({ marks }) => marks);
}

function isCurve({ kind, x0, x1, y0, y1 }: Mark): boolean {
  return kind === 'shape' && x1 - x0 > 60 && y1 - y0 > 2;
}

function areTwins(a: Mark, b: Mark, prose: readonly Segment[]): boolean {
  const alike = Math.abs(a.x0 - b.x0) < TWIN && Math.abs(a.x1 - b.x1) < TWIN;
  const apart = Math.max(a.y0 - b.y1, b.y0 - a.y1);
  return alike && apart < 0.6 * (a.x1 - a.x0) && !prose.some(line => shareInside(line, union([a, b])) > 0.5);
}

/** Points. */
const TWIN = 4;

/** Points: how far over the next a gridline may be drawn, and how far under a curve its axis. */
const GRID_STEP = 100;
const AXIS_REACH = 160;

/** Axes drawn apart from what they measure: a line as wide as the curves over it, with labels along it. */
function withAxes(groups: readonly Mark[][], segments: readonly Segment[]): Mark[][] {
  const axes = groups.filter(group => group.every(mark => mark.kind === 'rule' && isFlat(mark)));
  const rest = groups.filter(group => !axes.includes(group));
  const joined = new Map<Mark[], Mark[]>(rest.map(group => [group, [...group]]));
  for (const axis of axes) {
    const line = union(axis);
    const under = segments.filter(label => isUnder(label, line));
    const labelled = under.length >= 2 && !under.some(isProse);
    for (const group of rest) {
      const over = labelled && isOver(union(group), line, segments);
      if (over || isGridline(line, group, segments)) joined.get(group)!.push(...axis);
    }
  }
  return [...joined.values()];
}

/** As long as the gridlines of a drawing, and in line with them. */
function isGridline(line: Bounds, group: readonly Mark[], segments: readonly Segment[]): boolean {
  const alike = group.filter(
    ({ kind, x0, x1 }) => kind === 'rule' && Math.abs(x0 - line.x0) < 2 && Math.abs(x1 - line.x1) < 2,
  );
  if (alike.length < 2) return false;
  const nearest = alike.reduce((a, b) => (Math.abs(b.y0 - line.y0) < Math.abs(a.y0 - line.y0) ? b : a));
  const between = union([line, nearest]);
  return (
    between.y1 - between.y0 < GRID_STEP && !segments.some(text => isProse(text) && touches(text, between))
  );
}

function isFlat({ x0, y0, x1, y1 }: Mark): boolean {
  return x1 - x0 > 30 && y1 - y0 < 8;
}

function isUnder(label: Bounds, line: Bounds): boolean {
  return label.y0 > line.y1 - 2 && label.y0 < line.y1 + 16 && overlapX(label, line) > 0;
}

function isOver(curves: Bounds, line: Bounds, segments: readonly Segment[]): boolean {
  const between = { x0: curves.x0, x1: curves.x1, y0: curves.y1, y1: line.y0 };
  const wide = Math.min(curves.x1, line.x1) - Math.max(curves.x0, line.x0) > 0.9 * (curves.x1 - curves.x0);
  const under = line.y0 - curves.y1;
  const near = under > -2 && under < AXIS_REACH && line.x1 - line.x0 < 4 * (curves.x1 - curves.x0);
  return wide && near && segments.filter(text => shareInside(text, between) > 0.5).length < 4;
}

function isScaled(box: Bounds, marks: readonly Mark[], scales: readonly Scale[]): boolean {
  return marks.some(mark => mark.kind !== 'rule') && runsAlong(box, scales);
}

/** Drawings that overlap are one. */
function merged(drawings: readonly Drawing[]): Drawing[] {
  const left = [...drawings];
  for (let i = 0; i < left.length; i++) {
    const j = left.findIndex((other, k) => k > i && overlap(left[i]!, other));
    if (j < 0) continue;
    const [a, b] = [left[i]!, left[j]!];
    left[i] = { ...union([a, b]), marks: [...a.marks, ...b.marks], scaled: a.scaled || b.scaled };
    left.splice(j, 1);
    i = -1;
  }
  return left;
}

function overlap(a: Bounds, b: Bounds): boolean {
  return shareInside(a, b) > 0.3 || shareInside(b, a) > 0.3;
}
