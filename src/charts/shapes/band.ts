import type { PathMark } from '../../domain/mark.ts';
import { areaOf } from './outline.ts';

/**
 * The pen's way where a line was drawn as its own outline: filled, thin, of one thickness, and going one way across.
 * @returns the mark as a stroke through the middle, or null for what is no such outline
 */
export function bandStroke(mark: PathMark): PathMark | null {
  const { nodes, closed, fill, curved, x0, x1 } = mark;
  if (fill === '' || !closed || curved || nodes.length < 12) return null;
  const width = (2 * areaOf(nodes)) / lengthOf(nodes);
  if (width < THINNEST || width > THICKEST || x1 - x0 < LONGEST_DASH * width) return null;
  const sides = sidesOf(nodes, width);
  const way = sides && middle(sides, placesOf(nodes, width), width);
  if (!way) return null;
  const edges = boundsOf(way);
  const pen = { fill: '', stroke: fill, strokeWidth: width, closed: false };
  return { ...mark, ...edges, ...pen, nodes: way, outline: way };
}

/** Page units. */
const THINNEST = 0.3;
const THICKEST = 4;
/** In widths: shorter ones are dashes, ticks and signs. */
const LONGEST_DASH = 12;

type Point = readonly [x: number, y: number];

/** The upper and lower side from left to right; null where one turns back. */
function sidesOf(
  nodes: readonly number[],
  width: number,
): readonly [readonly Point[], readonly Point[]] | null {
  const points = nodes.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, nodes[i + 1]!]] : []));
  const xs = points.map(([x]) => x);
  const [first, last] = [xs.indexOf(Math.min(...xs)), xs.indexOf(Math.max(...xs))];
  const from = (start: number, end: number) => {
    const side: Point[] = [];
    for (let i = start; ; i = (i + 1) % points.length) {
      side.push(points[i]!);
      if (i === end) return side;
    }
  };
  const sides = [from(first, last), from(last, first).reverse()] as const;
  const goesOn = (side: readonly Point[]) =>
    side.every(([x], i) => i === 0 || x > side[i - 1]![0] - 1.2 * width);
  return sides.every(goesOn) ? sides : null;
}

/** Where the line bends: corners of both sides that lie within a pen's width are one. */
function placesOf(nodes: readonly number[], width: number): readonly number[] {
  const xs = nodes.filter((_, i) => i % 2 === 0).sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const x of xs) {
    const group = groups.at(-1);
    if (group && x - group[0]! < 1.5 * width) group.push(x);
    else groups.push([x]);
  }
  return groups.map((group, i) =>
    i === 0 ? group[0]! : i === groups.length - 1 ? group.at(-1)! : (group[0]! + group.at(-1)!) / 2,
  );
}

function middle(
  [a, b]: readonly [readonly Point[], readonly Point[]],
  places: readonly number[],
  width: number,
): readonly number[] | null {
  const inner = places.map((x, i) => (i === 0 ? x + 0.01 : i === places.length - 1 ? x - 0.01 : x));
  const way = inner.map((x): Point => [x, (heightAt(a, x) + heightAt(b, x)) / 2]);
  const isEven = way.slice(1).every(([x, y], i) => {
    const [px, py] = way[i]!;
    const at = (x + px) / 2;
    const slope = Math.atan2(y - py, x - px);
    const thickness = Math.abs(heightAt(a, at) - heightAt(b, at)) * Math.cos(slope);
    return Math.abs(thickness - width) < 0.35 * width + 0.1;
  });
  return isEven ? way.flat() : null;
}

function heightAt(side: readonly Point[], x: number): number {
  for (let i = 1; i < side.length; i++) {
    const [[ax, ay], [bx, by]] = [side[i - 1]!, side[i]!];
    if (x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && ax !== bx)
      return ay + ((x - ax) / (bx - ax)) * (by - ay);
  }
  return side.at(-1)![1];
}

function lengthOf(nodes: readonly number[]): number {
  let length = 0;
  for (let i = 0; i < nodes.length; i += 2) {
    const j = (i + 2) % nodes.length;
    length += Math.hypot(nodes[j]! - nodes[i]!, nodes[j + 1]! - nodes[i + 1]!);
  }
  return length;
}

function boundsOf(nodes: readonly number[]) {
  const [xs, ys] = [0, 1].map(odd => nodes.filter((_, i) => i % 2 === odd)) as [number[], number[]];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}
