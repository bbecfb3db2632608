import type { Bounds, PathMark } from '../../domain/mark.ts';
import { groupBy } from '../../lib/group.ts';
import { grown, heightOf, holds, unionOf, widthOf } from '../bounds.ts';
import { colorDistance } from '../colors.ts';
import type { Dot, Shape } from '../types.ts';
import { bandStroke } from './band.ts';
import { dotForm } from './dot.ts';
import { isRect } from './rect.ts';
import { sectorOf } from './wedge.ts';

/**
 * What each path draws, in drawing order. A square marker is a `rect`: whether it is a bar or a marker is seen only
 * among its likes. Where a shape was filled and then outlined, the outline is left out.
 */
export function readShapes(paths: readonly PathMark[]): Shape[] {
  const visible = paths.filter(isVisible);
  const crosses = crossesAmong(visible);
  const shapes = visible.flatMap(mark => {
    const cross = crosses.get(mark);
    if (cross === undefined) return [shapeOf(mark)];
    return cross ? [cross] : [];
  });
  return withoutOutlines(shapes);
}

function isVisible({ fill, stroke, opacity }: PathMark): boolean {
  return opacity > 0.02 && (fill !== '' || stroke !== '');
}

function shapeOf(mark: PathMark): Shape {
  const { x0, y0, x1, y1, fill, stroke, closed, nodes } = mark;
  const base = { x0, y0, x1, y1, color: fill || stroke, mark };
  if ((!fill && !closed && !meetsItself(nodes)) || nodes.length <= 4) return openShape(mark);
  if (isRect(mark)) return { ...base, shape: 'rect' };
  const sector = fill || closed ? sectorOf(mark) : null;
  if (sector) return { ...base, shape: 'wedge', ...sector };
  const form = dotForm(mark);
  if (form) {
    const color = isHollow(mark) ? stroke : base.color;
    return { ...base, color, shape: 'dot', cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, form };
  }
  const band = bandStroke(mark);
  if (band) return openShape(band);
  return fill ? { ...base, shape: 'polygon' } : { ...base, shape: 'line', nodes };
}

/** A ring is known by its pen; its white middle only covers the line beneath. */
function isHollow({ fill, stroke }: PathMark): boolean {
  return stroke !== '' && colorDistance(fill, '#ffffff') < 0.02;
}

/** A thick straight stroke along an axis is how some programs draw a bar. */
function openShape(mark: PathMark): Shape {
  const { x0, y0, x1, y1, strokeWidth, nodes, dashed } = mark;
  const color = mark.stroke || mark.fill;
  const [width, height] = [x1 - x0, y1 - y0];
  const straight = Math.min(width, height) < 0.1 && Math.max(width, height) > 0 && nodes.length === 4;
  if (!straight || dashed || strokeWidth < THICK)
    return { x0, y0, x1, y1, color, mark, shape: 'line', nodes };
  const half = strokeWidth / 2;
  const bounds =
    width < height ? { x0: x0 - half, x1: x1 + half, y0, y1 } : { x0, x1, y0: y0 - half, y1: y1 + half };
  return { ...bounds, color, mark, shape: 'rect' };
}

/** Units. */
const THICK = 5;

/** Drawn back to where it began without being closed by name. */
function meetsItself(nodes: readonly number[]): boolean {
  const [x, y] = [nodes.at(-2)!, nodes.at(-1)!];
  return nodes.length > 6 && Math.hypot(nodes[0]! - x, nodes[1]! - y) < 0.05;
}

/** Markers drawn as two or more short strokes through one middle; the first stroke stands for all, the others for nothing. */
function crossesAmong(paths: readonly PathMark[]): Map<PathMark, Dot | null> {
  const strokes = paths.filter(
    p => !p.fill && p.nodes.length === 4 && Math.max(widthOf(p), heightOf(p)) <= 12,
  );
  const crosses = new Map<PathMark, Dot | null>();
  for (const group of groupBy(strokes, stroke => stroke.group).values()) {
    for (let i = 0; i + 1 < group.length; i++) {
      const [a, b] = [group[i]!, group[i + 1]!];
      if (crosses.has(a) || !isCross(a, b)) continue;
      const bounds = unionOf([a, b]);
      const [cx, cy] = [(bounds.x0 + bounds.x1) / 2, (bounds.y0 + bounds.y1) / 2];
      crosses.set(a, { ...bounds, color: a.stroke, mark: a, shape: 'dot', cx, cy, form: 'cross' });
      crosses.set(b, null);
    }
  }
  return crosses;
}

function isCross(a: Bounds, b: Bounds): boolean {
  const off = Math.hypot(a.x0 + a.x1 - b.x0 - b.x1, a.y0 + a.y1 - b.y0 - b.y1) / 2;
  const size = Math.max(widthOf(a), heightOf(a));
  const alike = Math.abs(size - Math.max(widthOf(b), heightOf(b))) < 0.2 * size;
  return off < 0.1 * size && alike && size > 0.5;
}

function withoutOutlines(shapes: readonly Shape[]): Shape[] {
  const filled = groupBy(
    shapes.filter(s => s.mark.fill !== '' && s.shape !== 'line'),
    place,
  );
  const isOutline = (s: Shape) => {
    if (s.mark.fill !== '' || s.shape === 'line') return false;
    return around(s).some(key =>
      filled.get(key)?.some(f => holds(grown(f, 1.2), s) && holds(grown(s, 1.2), f)),
    );
  };
  return shapes.filter(shape => !isOutline(shape));
}

/** Cells of a coarse raster by the top left corner, so that likes are found without comparing all with all. */
function place({ x0, y0 }: Bounds): string {
  return `${Math.floor(x0 / 4)} ${Math.floor(y0 / 4)}`;
}

function around({ x0, y0 }: Bounds): string[] {
  return [-1.2, 1.2].flatMap(dx => [-1.2, 1.2].map(dy => place({ x0: x0 + dx, y0: y0 + dy, x1: 0, y1: 0 })));
}
