import type { Patch, Patches } from './patches.ts';
import type { Raster, Rgb } from './raster.ts';

/** Patches that are more than a stroke thick, and how the rest of the picture lies to them. */
export interface Solids {
  readonly patches: ReadonlySet<Patch>;
  /** 1 where a pixel belongs to none of them. */
  readonly free: Uint8Array;
  /** For each pixel the index of the nearest one that can be a paper, into `papers`; -1 where none is near. */
  readonly nearest: Int16Array;
  readonly papers: readonly Rgb[];
}

/** Pixels to each side that are of the same patch, in most of a solid one. */
const DEPTH = 2;
const SHARE = 0.22;
const SPARSE = 0.1;
/** Share of the picture from which a patch can be what others are drawn on. */
const PAPER = 0.002;

export function findSolids(raster: Raster, patches: Patches): Solids {
  const { width, height } = raster;
  const inner = innerCounts(patches, raster);
  const solid = new Set(
    patches.list.filter(patch => (inner.get(patch.id) ?? 0) > SHARE * patch.area && !isSparse(patch)),
  );
  const papers = [...solid]
    .filter(({ area }) => area >= Math.max(300, PAPER * width * height))
    .slice(0, 30_000);
  const paperIndex = new Map(papers.map((patch, i) => [patch.id, i]));
  const ids = new Set([...solid].map(({ id }) => id));
  const free = new Uint8Array(width * height);
  const nearest = new Int16Array(width * height).fill(-1);
  for (let i = 0; i < free.length; i++) {
    free[i] = ids.has(patches.ids[i]!) ? 0 : 1;
    nearest[i] = paperIndex.get(patches.ids[i]!) ?? -1;
  }
  spread(nearest, width, height);
  return { patches: solid, free, nearest, papers: papers.map(({ color }) => color) };
}

/** A line with markers on it fills little of its bounds. */
function isSparse({ area, x0, y0, x1, y1 }: Patch): boolean {
  return area < SPARSE * (x1 - x0) * (y1 - y0);
}

function innerCounts({ ids }: Patches, { width, height }: Raster): Map<number, number> {
  const counts = new Map<number, number>();
  for (let y = DEPTH; y < height - DEPTH; y++) {
    for (let x = DEPTH; x < width - DEPTH; x++) {
      const i = y * width + x;
      const id = ids[i]!;
      if (
        ids[i - DEPTH] === id &&
        ids[i + DEPTH] === id &&
        ids[i - DEPTH * width] === id &&
        ids[i + DEPTH * width] === id
      )
        counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

/** Gives pixels without an index that of a neighbour, in two sweeps of a distance transform. */
function spread(nearest: Int16Array, width: number, height: number): void {
  const far = Uint16Array.from(nearest, index => (index === -1 ? 60_000 : 0));
  const take = (i: number, from: number) => {
    if (far[from]! + 1 >= far[i]!) return;
    far[i] = far[from]! + 1;
    nearest[i] = nearest[from]!;
  };
  const last = nearest.length - 1;
  for (let i = 1; i <= last; i++) {
    if (i % width > 0) take(i, i - 1);
    if (i >= width) take(i, i - width);
  }
  for (let i = last - 1; i >= 0; i--) {
    if (i % width < width - 1) take(i, i + 1);
    if (i < width * (height - 1)) take(i, i + width);
  }
}
