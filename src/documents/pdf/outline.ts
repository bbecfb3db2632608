import { applyX, applyY, type Matrix } from './matrix.ts';
import type { PathData } from './painted.ts';

/** One subpath in points; both lists are `x, y, x, y, …`. */
export interface Outline {
  /** The ends of its segments. */
  readonly nodes: readonly number[];
  /** The same with curves flattened; the same list where nothing is curved. */
  readonly points: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** The subpaths of pdf.js's packed path after `ctm`. A closed one doesn't repeat its first point. */
export function outlinesOf(data: PathData, ctm: Matrix): Outline[] {
  const outlines: Outline[] = [];
  let open = begin();
  const flush = () => {
    const outline = finished(open);
    if (outline) outlines.push(outline);
    open = begin();
  };
  for (let i = 0; i < data.length; ) {
    const op = data[i++]!;
    const length = OPERANDS[op];
    if (length === undefined) break;
    if (op === MOVE) flush();
    if (op === CLOSE) {
      open.closed = true;
      const start = open.nodes.slice(0, 2);
      flush();
      // What follows without a move starts where the closed subpath did.
      if (i < data.length && data[i] !== MOVE) add(open, start);
    } else addSegment(open, placed(data, i, length, ctm));
    i += length;
  }
  flush();
  return outlines;
}

const MOVE = 0;
const CLOSE = 4;
/** Numbers that follow moveTo, lineTo, curveTo, quadraticCurveTo, closePath. */
const OPERANDS = [2, 2, 6, 4, 0];

interface Open {
  nodes: number[];
  points: number[];
  closed: boolean;
  curved: boolean;
}

function begin(): Open {
  return { nodes: [], points: [], closed: false, curved: false };
}

function placed(data: PathData, from: number, length: number, ctm: Matrix): number[] {
  const at: number[] = [];
  for (let i = from; i < from + length; i += 2) {
    at.push(applyX(ctm, data[i]!, data[i + 1]!), applyY(ctm, data[i]!, data[i + 1]!));
  }
  return at;
}

function addSegment(open: Open, at: readonly number[]): void {
  if (!at.every(Number.isFinite)) return;
  if (at.length === 2) add(open, at);
  else addCurve(open, at.length === 6 ? at : raised(open, at));
}

/** Points closer than this, in points, are one. */
const SAME = 1e-3;

function finished(open: Open): Outline | null {
  if (open.nodes.length < 4) return null;
  const nodes = withoutRepeats(open.nodes);
  const points = open.curved ? withoutRepeats(open.points) : nodes;
  const back = nodes.length >= 6 && isSame(nodes, 0, nodes.length - 2);
  if (back) nodes.length -= 2;
  if (back && open.curved) points.length -= 2;
  return { nodes, points, closed: open.closed || back, curved: open.curved };
}

/** A line of no length stays: with a round pen it is a dot. */
function withoutRepeats(points: readonly number[]): number[] {
  const kept = points.slice(0, 2);
  for (let i = 2; i < points.length; i += 2) {
    if (!isSame(points, i - 2, i)) kept.push(points[i]!, points[i + 1]!);
  }
  return kept.length === 2 ? [...kept, ...kept] : kept;
}

function isSame(points: readonly number[], i: number, j: number): boolean {
  return Math.abs(points[i]! - points[j]!) < SAME && Math.abs(points[i + 1]! - points[j + 1]!) < SAME;
}

function add(open: Open, point: readonly number[]): void {
  open.nodes.push(...point);
  open.points.push(...point);
}

/** A quadratic curve as a cubic one. */
function raised({ nodes }: Open, [x1, y1, x, y]: readonly number[]): number[] {
  const [x0, y0] = [nodes.at(-2) ?? x1!, nodes.at(-1) ?? y1!];
  const third = (a: number, b: number) => a + (2 / 3) * (b - a);
  return [third(x0, x1!), third(y0, y1!), third(x!, x1!), third(y!, y1!), x!, y!];
}

/** Points: how far a flattened curve may leave the true one, and how finely it is cut at most. */
const TOLERANCE = 0.1;
const MOST_PIECES = 64;

function addCurve(open: Open, [x1, y1, x2, y2, x3, y3]: readonly number[]): void {
  const [x0, y0] = [open.nodes.at(-2) ?? x1!, open.nodes.at(-1) ?? y1!];
  const bend = Math.max(
    Math.hypot(x0 - 2 * x1! + x2!, y0 - 2 * y1! + y2!),
    Math.hypot(x1! - 2 * x2! + x3!, y1! - 2 * y2! + y3!),
  );
  const pieces = Math.min(MOST_PIECES, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / TOLERANCE))));
  for (let i = 1; i < pieces; i++) {
    const t = i / pieces;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    open.points.push(a * x0 + b * x1! + c * x2! + d * x3!, a * y0 + b * y1! + c * y2! + d * y3!);
  }
  open.points.push(x3!, y3!);
  open.nodes.push(x3!, y3!);
  if (pieces > 1) open.curved = true;
}
