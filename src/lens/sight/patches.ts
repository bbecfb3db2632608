import type { Bounds } from '../../domain/mark.ts';
import type { Raster, Rgb } from './raster.ts';

/** Pixels side by side of one colour, or of a gradient without a step. Bounds are whole pixels, the far ones excluded. */
export interface Patch extends Bounds {
  readonly id: number;
  readonly color: Rgb;
  /** In pixels. */
  readonly area: number;
}

export interface Patches {
  /** Of each pixel; patches too small to be listed have numbers too. */
  readonly ids: Int32Array;
  readonly list: readonly Patch[];
  /** All of them, the smallest too. */
  readonly count: number;
}

/** Neighbours that differ by no more, in any channel, are of one patch. */
const STEP = 3;
/** Smaller ones are edges and letters. */
const SMALLEST = 6;

/** Cuts a picture into patches of even colour. */
export function findPatches({ width, height, data }: Raster, step = STEP): Patches {
  const parent = new Int32Array(width * height);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const alike = (a: number, b: number) =>
    Math.abs(data[3 * a]! - data[3 * b]!) <= step &&
    Math.abs(data[3 * a + 1]! - data[3 * b + 1]!) <= step &&
    Math.abs(data[3 * a + 2]! - data[3 * b + 2]!) <= step;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x > 0 && alike(i, i - 1)) join(parent, i, i - 1);
      if (y > 0 && alike(i, i - width)) join(parent, i, i - width);
    }
  }
  return measured(parent, { width, height, data });
}

function join(parent: Int32Array, a: number, b: number): void {
  const [p, q] = [rootOf(parent, a), rootOf(parent, b)];
  if (p < q) parent[q] = p;
  else parent[p] = q;
}

function rootOf(parent: Int32Array, at: number): number {
  let root = at;
  while (parent[root] !== root) root = parent[root]!;
  while (parent[at] !== root) {
    const next = parent[at]!;
    parent[at] = root;
    at = next;
  }
  return root;
}

/** Of one patch while its pixels are counted. */
interface Sum {
  area: number;
  red: number;
  green: number;
  blue: number;
  x0: number;
  readonly y0: number;
  x1: number;
  y1: number;
}

function measured(parent: Int32Array, { width, height, data }: Raster): Patches {
  const ids = new Int32Array(parent.length);
  const sums: Sum[] = [];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const root = rootOf(parent, i);
      if (root === i) {
        ids[i] = sums.length;
        sums.push({ area: 0, red: 0, green: 0, blue: 0, x0: x, y0: y, x1: x, y1: y });
      } else ids[i] = ids[root]!;
      const sum = sums[ids[i]!]!;
      sum.area++;
      sum.red += data[3 * i]!;
      sum.green += data[3 * i + 1]!;
      sum.blue += data[3 * i + 2]!;
      sum.x0 = Math.min(sum.x0, x);
      sum.x1 = Math.max(sum.x1, x);
      sum.y1 = y;
    }
  }
  return {
    ids,
    count: sums.length,
    list: sums.flatMap((sum, id) => (sum.area < SMALLEST ? [] : [patchOf(sum, id)])),
  };
}

function patchOf({ area, red, green, blue, x0, y0, x1, y1 }: Sum, id: number): Patch {
  return { id, area, color: [red / area, green / area, blue / area], x0, y0, x1: x1 + 1, y1: y1 + 1 };
}

/** The first and last pixel of a patch in each row (or column) of its bounds; -1 where it has none. */
export interface Profile {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export function profileOf(
  { ids }: Patches,
  patch: Patch,
  { width }: Pick<Raster, 'width'>,
  by: 'row' | 'column',
): Profile {
  const { id, x0, y0, x1, y1 } = patch;
  const length = by === 'row' ? y1 - y0 : x1 - x0;
  const first = new Int32Array(length).fill(-1);
  const last = new Int32Array(length).fill(-1);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (ids[y * width + x] !== id) continue;
      const [at, value] = by === 'row' ? [y - y0, x] : [x - x0, y];
      if (first[at] === -1 || value < first[at]!) first[at] = value;
      if (value > last[at]!) last[at] = value;
    }
  }
  return { first, last };
}
