import { beyondEdge } from './edge.ts';
import type { Patch, Patches } from './patches.ts';
import { profileOf } from './patches.ts';
import { nodesThrough, type Point } from './polyline.ts';
import { type Raster, type Rgb, rgbAt } from './raster.ts';

/** A filled outline between an upper and a lower edge. */
export interface FilledArea {
  readonly color: Rgb;
  readonly outline: readonly Point[];
  readonly patch: Patch;
}

const NARROWEST = 16;

/** What is neither rectangle nor sector, and broad: the ground between two lines. */
export function findAreas(raster: Raster, patches: Patches, free: readonly Patch[]): FilledArea[] {
  return free.flatMap(patch => {
    const [w, h] = [patch.x1 - patch.x0, patch.y1 - patch.y0];
    if (w < NARROWEST || h < 4 || patch.area < 60 || (w > 0.97 * raster.width && h > 0.9 * raster.height))
      return [];
    const columns = profileOf(patches, patch, raster, 'column');
    const upper: Point[] = [];
    const lower: Point[] = [];
    let filled = 0;
    columns.first.forEach((top, i) => {
      if (top === -1) return;
      const [x, bottom] = [patch.x0 + i, columns.last[i]!];
      filled += bottom - top + 1;
      upper.push([x + 0.5, top - beyondEdge(k => rgbAt(raster, x, top - k))]);
      lower.push([x + 0.5, bottom + 1 + beyondEdge(k => rgbAt(raster, x, bottom + k))]);
    });
    if (upper.length < 0.9 * w || patch.area < 0.55 * filled) return [];
    const outline = [...oneWay(upper), ...oneWay(lower).reverse()];
    return [{ color: patch.color, outline, patch }];
  });
}

/** The nodes of an edge, none of them left of the one before, from its first to its last point. */
function oneWay(edge: readonly Point[]): Point[] {
  const [first, last] = [edge[0]![0], edge.at(-1)![0]];
  const nodes: Point[] = [];
  nodesThrough(edge).forEach(([x, y], i, all) => {
    if (i === 0) nodes.push([first, y]);
    else if (i === all.length - 1) nodes.push([last, y]);
    else if (x > (nodes.at(-1)?.[0] ?? first) && x < last) nodes.push([x, y]);
  });
  return nodes;
}
