import type { PathMark } from '../../domain/mark.ts';
import type { FilledArea } from './areas.ts';
import type { Spot } from './dots.ts';
import type { DrawnLine } from './lines.ts';
import { apart, hexOf, type Raster, type Rgb, rgbAt } from './raster.ts';
import type { FilledRect } from './rects.ts';
import { type Rule, boundsOf as ruleBounds } from './rules.ts';
import type { Sector } from './wedges.ts';

/** How sure a mark is that was measured in pixels. */
const SURE = 0.9;

const PLAIN = {
  closed: true,
  curved: false,
  fill: '',
  stroke: '',
  strokeWidth: 0,
  dashed: false,
  opacity: 1,
  order: 0,
  group: 0,
  confidence: SURE,
};

export function ofRect({ x0, y0, x1, y1, color }: FilledRect): PathMark {
  const nodes = [x0, y0, x1, y0, x1, y1, x0, y1];
  return { ...PLAIN, x0, y0, x1, y1, nodes, outline: nodes, fill: hexOf(color) };
}

export function ofArea({ outline, color }: FilledArea): PathMark {
  const nodes = outline.flat();
  return { ...PLAIN, ...extent(nodes), nodes, outline: nodes, fill: hexOf(color) };
}

export function ofRule({ direction, at, from, to, thickness, color }: Rule): PathMark {
  const nodes = direction === 'x' ? [from, at, to, at] : [at, from, at, to];
  const { x0, y0, x1, y1 } = ruleBounds({ direction, at, from, to, thickness: 0, color });
  return {
    ...PLAIN,
    x0,
    y0,
    x1,
    y1,
    nodes,
    outline: nodes,
    closed: false,
    stroke: hexOf(color),
    strokeWidth: thickness,
  };
}

export function ofLine({ nodes: points, color, thickness, dashed }: DrawnLine): PathMark {
  const nodes = points.flat();
  return {
    ...PLAIN,
    ...extent(nodes),
    nodes,
    outline: nodes,
    closed: false,
    stroke: hexOf(color),
    strokeWidth: Math.min(4, thickness),
    dashed,
  };
}

export function ofSector({ cx, cy, inner, outer, from, to, color }: Sector): PathMark {
  const steps = Math.max(12, Math.ceil((to - from) * 24));
  const arc = (radius: number, back: boolean) =>
    Array.from({ length: steps + 1 }, (_, i) => {
      const angle = from + ((back ? steps - i : i) / steps) * (to - from);
      return [cx + radius * Math.sin(angle), cy - radius * Math.cos(angle)];
    });
  const outline = [...arc(outer, false), ...(inner > 0 ? arc(inner, true) : [[cx, cy]])].flat();
  return { ...PLAIN, ...extent(outline), nodes: outline, outline, curved: true, fill: hexOf(color) };
}

export function ofSpot({ cx, cy, radius, color }: Spot): PathMark {
  const outline = Array.from({ length: 24 }, (_, i) => {
    const angle = (i / 24) * 2 * Math.PI;
    return [cx + radius * Math.sin(angle), cy - radius * Math.cos(angle)];
  }).flat();
  const nodes = [cx, cy - radius, cx + radius, cy, cx, cy + radius, cx - radius, cy];
  return {
    ...PLAIN,
    x0: cx - radius,
    y0: cy - radius,
    x1: cx + radius,
    y1: cy + radius,
    nodes,
    outline,
    curved: true,
    fill: hexOf(color),
  };
}

/** A marker that the network saw, in the strongest colour that lies on it. */
export function spotAt(raster: Raster, x: number, y: number, radius: number): Spot {
  const reach = Math.max(1, Math.round(radius));
  const paper = rgbAt(raster, Math.floor(x + 2.5 * reach + 2), Math.floor(y - 2.5 * reach - 2));
  let best: Rgb = paper;
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const color = rgbAt(raster, Math.floor(x) + dx, Math.floor(y) + dy);
      if (apart(color, paper) > apart(best, paper)) best = color;
    }
  }
  return { cx: x, cy: y, radius: Math.max(1.5, radius), color: best };
}

function extent(nodes: readonly number[]) {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < nodes.length; i += 2) {
    x0 = Math.min(x0, nodes[i]!);
    x1 = Math.max(x1, nodes[i]!);
    y0 = Math.min(y0, nodes[i + 1]!);
    y1 = Math.max(y1, nodes[i + 1]!);
  }
  return { x0, y0, x1, y1 };
}
