import type { Bounds } from '../../domain/mark.ts';
import { beyondEdge } from './edge.ts';
import { type Patch, type Patches, profileOf } from './patches.ts';
import { apart, coverage, type Raster, type Rgb, rgbAt } from './raster.ts';

/** A filled rectangle along the axes, its edges to fractions of a pixel. */
export interface FilledRect extends Bounds {
  readonly color: Rgb;
  /** The patches that it is made of. */
  readonly patches: readonly Patch[];
}

/** Share of a patch's bounds that lies between its first and last pixel of each row. */
const FULL = 0.965;
/** A rounded one lacks its corners. */
const ROUNDED = 0.8;

/** Rectangles among the patches; pieces that a label parts are one. */
export function findRects(
  raster: Raster,
  patches: Patches,
  { paper, isCovered }: { readonly paper: Rgb; readonly isCovered: (gap: Bounds) => boolean },
): FilledRect[] {
  const whole = patches.list.filter(
    patch =>
      !isPaper(patch, raster) && isRectangular(patch, patches, raster) && !isSeam(patch, raster, paper),
  );
  const pieces = mergedPieces(whole, { raster, isCovered });
  return pieces.map(members => exactRect(members, raster));
}

/** The colour that others are drawn on: that of the largest patch, of those at the picture's border where one is large. */
export function paperOf({ list }: Patches, { width, height }: Raster): Rgb {
  const weight = ({ area, x0, y0, x1, y1 }: Patch) =>
    area * (x0 <= 1 || y0 <= 1 || x1 >= width - 1 || y1 >= height - 1 ? 4 : 1);
  const best = list.reduce<Patch | null>(
    (top, patch) => (top === null || weight(patch) > weight(top) ? patch : top),
    null,
  );
  return best?.color ?? [255, 255, 255];
}

function isPaper({ x0, y0, x1, y1 }: Patch, { width, height }: Raster): boolean {
  return x1 - x0 > 0.97 * width && y1 - y0 > 0.9 * height;
}

/** A thin strip that blends what lies beside it with the paper: an edge, or what parts two bars. */
function isSeam({ x0, y0, x1, y1, color }: Patch, raster: Raster, paper: Rgb): boolean {
  const [w, h] = [x1 - x0, y1 - y0];
  if (Math.min(w, h) > 3) return false;
  const [cx, cy] = [Math.floor((x0 + x1) / 2), Math.floor((y0 + y1) / 2)];
  const beside =
    w <= h
      ? [rgbAt(raster, x0 - 2, cy), rgbAt(raster, x1 + 1, cy)]
      : [rgbAt(raster, cx, y0 - 2), rgbAt(raster, cx, y1 + 1)];
  return beside.some(fill => {
    const mix = coverage(color, fill, paper);
    return mix !== null && mix.off < 16 && mix.share > 0.03 && mix.share < 0.95;
  });
}

function isRectangular(patch: Patch, patches: Patches, raster: Raster): boolean {
  const [w, h] = [patch.x1 - patch.x0, patch.y1 - patch.y0];
  if (w < 2 || h < 2 || patch.area < 8 || patch.area < 0.25 * w * h) return false;
  const rows = profileOf(patches, patch, raster, 'row');
  const columns = profileOf(patches, patch, raster, 'column');
  const share = Math.min(filled(rows), filled(columns)) / (w * h);
  if (share >= FULL || (share > 0.9 && Math.min(w, h) <= 6)) return true;
  return (
    share > ROUNDED &&
    hasStraightSides(rows, patch.x0, patch.x1 - 1) &&
    hasStraightSides(columns, patch.y0, patch.y1 - 1)
  );
}

function filled({ first, last }: { first: Int32Array; last: Int32Array }): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) if (first[i] !== -1) sum += last[i]! - first[i]! + 1;
  return sum;
}

/** Both ends of most inner rows lie on the bounds, so that only corners are missing. */
function hasStraightSides(
  { first, last }: { first: Int32Array; last: Int32Array },
  low: number,
  high: number,
): boolean {
  const near = (values: Int32Array, end: number) =>
    values.reduce((n, value) => n + (Math.abs(value - end) <= 1 ? 1 : 0), 0) / values.length;
  return (
    Math.max(near(first, low), near(last, high)) > 0.5 && Math.min(near(first, low), near(last, high)) > 0.3
  );
}

interface Ground {
  readonly raster: Raster;
  readonly isCovered: (gap: Bounds) => boolean;
}

function mergedPieces(whole: readonly Patch[], ground: Ground): Patch[][] {
  let groups = whole.map(patch => ({ bounds: patch as Bounds, color: patch.color, members: [patch] }));
  for (let merged = true; merged; ) {
    merged = false;
    groups.sort((a, b) => a.bounds.y0 - b.bounds.y0 || a.bounds.x0 - b.bounds.x0);
    const out: typeof groups = [];
    for (const group of groups) {
      const home = out.findLast(other => belong(other, group, ground));
      if (home) {
        home.bounds = union(home.bounds, group.bounds);
        home.members.push(...group.members);
        merged = true;
      } else out.push(group);
    }
    groups = out;
  }
  return groups.map(({ members }) => members);
}

function belong(
  a: { bounds: Bounds; color: Rgb },
  b: { bounds: Bounds; color: Rgb },
  ground: Ground,
): boolean {
  if (apart(a.color, b.color) > 40) return false;
  const [p, q] = [a.bounds, b.bounds];
  const stacked = Math.abs(p.x0 - q.x0) <= 1 && Math.abs(p.x1 - q.x1) <= 1;
  const beside = Math.abs(p.y0 - q.y0) <= 1 && Math.abs(p.y1 - q.y1) <= 1;
  if (stacked === beside) return false;
  const gap: Bounds = stacked
    ? { x0: p.x0, x1: p.x1, y0: Math.min(p.y1, q.y1), y1: Math.max(p.y0, q.y0) }
    : { y0: p.y0, y1: p.y1, x0: Math.min(p.x1, q.x1), x1: Math.max(p.x0, q.x0) };
  const size = stacked ? gap.y1 - gap.y0 : gap.x1 - gap.x0;
  if (size <= 0) return false;
  if (apart(edgeColor(a, gap, ground.raster), edgeColor(b, gap, ground.raster)) > 8) return false;
  return ground.isCovered(gap);
}

/** The colour of a piece beside the gap. */
function edgeColor({ bounds }: { bounds: Bounds }, gap: Bounds, raster: Raster): Rgb {
  const [x, y] = [(gap.x0 + gap.x1) / 2, (gap.y0 + gap.y1) / 2];
  const inner = {
    x: Math.max(bounds.x0 + 1, Math.min(bounds.x1 - 2, Math.floor(x))),
    y: Math.max(bounds.y0 + 1, Math.min(bounds.y1 - 2, Math.floor(y))),
  };
  return rgbAt(raster, inner.x, inner.y);
}

function union(a: Bounds, b: Bounds): Bounds {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

function exactRect(members: readonly Patch[], raster: Raster): FilledRect {
  const bounds = members.map(member => member as Bounds).reduce(union);
  const area = members.reduce((sum, member) => sum + member.area, 0);
  const mean = (c: 0 | 1 | 2) =>
    members.reduce((sum, { color, area: own }) => sum + color[c] * own, 0) / area;
  const color: Rgb = [mean(0), mean(1), mean(2)];
  const { x0, y0, x1, y1 } = bounds;
  return {
    color,
    patches: members,
    x0: x0 - beyond(raster, bounds, [-1, 0]),
    y0: y0 - beyond(raster, bounds, [0, -1]),
    x1: x1 + beyond(raster, bounds, [1, 0]),
    y1: y1 + beyond(raster, bounds, [0, 1]),
  };
}

const SAMPLES = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** How far an edge lies outside the last full row of pixels: the part that blends, or half of a border. */
function beyond(raster: Raster, { x0, y0, x1, y1 }: Bounds, [dx, dy]: readonly [number, number]): number {
  const shifts = SAMPLES.map(share => {
    const x = dx === 0 ? Math.floor(x0 + share * (x1 - x0)) : dx < 0 ? x0 : x1 - 1;
    const y = dy === 0 ? Math.floor(y0 + share * (y1 - y0)) : dy < 0 ? y0 : y1 - 1;
    const at = (k: number) => rgbAt(raster, x + k * dx, y + k * dy);
    return beyondEdge(at);
  });
  return shifts.sort((a, b) => a - b)[Math.floor(shifts.length / 2)]!;
}
