import type { Bounds } from '../../domain/mark.ts';
import { boundsOfPoints, type Outline } from './outline.ts';

/** Page units that may stick out of a clip without being cut: half a stroke, rounding. */
const SLACK = 0.5;

/** What both show; null where that is nothing. */
export function intersect(a: Bounds | null, b: Bounds): Bounds {
  if (a === null) return b;
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

/** Whether nothing of a box is seen through the clip. */
export function isHidden({ x0, y0, x1, y1 }: Bounds, clip: Bounds | null): boolean {
  if (clip === null) return false;
  return x1 < clip.x0 - SLACK || x0 > clip.x1 + SLACK || y1 < clip.y0 - SLACK || y0 > clip.y1 + SLACK;
}

/**
 * What a clip lets through. Nodes are kept where they are seen: an open line that leaves the clip keeps its points
 * inside and falls apart where it comes back; its outline runs to the edge.
 */
export function clipOutline(outline: Outline, filled: boolean, clip: Bounds | null): readonly Outline[] {
  if (clip === null) return [outline];
  const bounds = boundsOfPoints(outline.outline);
  if (isHidden(bounds, clip)) return [];
  if (isInside(bounds, clip)) return [outline];
  return filled || outline.closed ? clipArea(outline, clip) : clipLine(outline, clip);
}

function isInside({ x0, y0, x1, y1 }: Bounds, clip: Bounds): boolean {
  return x0 >= clip.x0 - SLACK && x1 <= clip.x1 + SLACK && y0 >= clip.y0 - SLACK && y1 <= clip.y1 + SLACK;
}

/** Sutherland and Hodgman: one edge of the clip after the other. */
function clipArea(area: Outline, clip: Bounds): readonly Outline[] {
  const cut = (points: readonly number[]) =>
    [
      { axis: 0, at: clip.x0, sign: 1 },
      { axis: 0, at: clip.x1, sign: -1 },
      { axis: 1, at: clip.y0, sign: 1 },
      { axis: 1, at: clip.y1, sign: -1 },
    ].reduce(cutEdge, points);
  const outline = cut(area.outline);
  if (outline.length < 6) return [];
  return [{ ...area, outline, nodes: area.curved ? outline : cut(area.nodes), closed: true }];
}

interface Edge {
  readonly axis: number;
  readonly at: number;
  readonly sign: number;
}

function cutEdge(points: readonly number[], { axis, at, sign }: Edge): readonly number[] {
  const kept: number[] = [];
  const inside = (i: number) => sign * (points[i + axis]! - at) >= 0;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const before = (i + points.length - 2) % points.length;
    if (inside(i) !== inside(before)) {
      const share = (at - points[before + axis]!) / (points[i + axis]! - points[before + axis]!);
      kept.push(
        points[before]! + share * (points[i]! - points[before]!),
        points[before + 1]! + share * (points[i + 1]! - points[before + 1]!),
      );
    }
    if (inside(i)) kept.push(points[i]!, points[i + 1]!);
  }
  return kept;
}

function clipLine(line: Outline, clip: Bounds): readonly Outline[] {
  const pieces: number[][] = [];
  for (let i = 0; i + 3 < line.outline.length; i += 2) {
    const seen = clipSegment(line.outline.slice(i, i + 4), clip);
    if (!seen) continue;
    const last = pieces.at(-1);
    if (last && last.at(-2) === seen[0] && last.at(-1) === seen[1]) last.push(seen[2]!, seen[3]!);
    else pieces.push([...seen]);
  }
  return pieces.map(outline => {
    const nodes = nodesOn(outline, line.nodes);
    return { ...line, outline, nodes: nodes.length >= 4 ? nodes : outline, closed: false };
  });
}

/** The nodes of the whole line that a piece of it still goes through. */
function nodesOn(piece: readonly number[], nodes: readonly number[]): readonly number[] {
  const places = new Set<string>();
  for (let i = 0; i + 1 < nodes.length; i += 2) places.add(`${nodes[i]} ${nodes[i + 1]}`);
  const kept: number[] = [];
  for (let i = 0; i + 1 < piece.length; i += 2) {
    if (places.has(`${piece[i]} ${piece[i + 1]}`)) kept.push(piece[i]!, piece[i + 1]!);
  }
  return kept;
}

/** Liang and Barsky. */
function clipSegment(segment: readonly number[], clip: Bounds): readonly number[] | null {
  const [x0, y0, x1, y1] = segment as unknown as [number, number, number, number];
  let [from, to] = [0, 1];
  const limits: readonly (readonly [towards: number, room: number])[] = [
    [x0 - x1, x0 - clip.x0],
    [x1 - x0, clip.x1 - x0],
    [y0 - y1, y0 - clip.y0],
    [y1 - y0, clip.y1 - y0],
  ];
  for (const [towards, room] of limits) {
    if (towards === 0 && room < -SLACK) return null;
    if (towards < 0) from = Math.max(from, room / towards);
    if (towards > 0) to = Math.min(to, room / towards);
  }
  if (from > to) return null;
  const at = (t: number) => [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
  return [...(from === 0 ? [x0, y0] : at(from)), ...(to === 1 ? [x1, y1] : at(to))];
}
