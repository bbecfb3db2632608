import type { Patch, Patches } from './patches.ts';
import { apart, coverage, type Raster, type Rgb } from './raster.ts';

/** Pixels that a line in front of a patch is wide. */
const WIDEST = 6;
/** Smaller patches are letters and edges. */
const SMALLEST = 10;

/** Share of the extent that two pieces have in common over which a line must lie between them. */
const ALONG = 0.3;

/** Patches of one colour that only a line or letters of another ink part are made one; paper between them parts them. */
export function healed(patches: Patches, raster: Raster, paper: Rgb): Patches {
  const { width, height } = raster;
  const known = new Map(broadOf(patches, raster).map(patch => [patch.id, patch]));
  const scene = { raster, paper, ids: patches.ids, known };
  const level = meetings({ count: height, length: width, at: (lane, along) => lane * width + along }, scene);
  const upright = meetings(
    { count: width, length: height, at: (lane, along) => along * width + lane },
    scene,
  );
  const parent = new Map<number, number>();
  const rootOf = (id: number): number => {
    let root = id;
    while (parent.has(root)) root = parent.get(root)!;
    return root;
  };
  for (const [votes, low, high] of [
    [level, 'y0', 'y1'],
    [upright, 'x0', 'x1'],
  ] as const) {
    for (const { a, b, count } of votes) {
      const [p, q] = [known.get(a)!, known.get(b)!];
      const shared = Math.min(p[high], q[high]) - Math.max(p[low], q[low]);
      const [i, j] = [rootOf(a), rootOf(b)];
      if (i !== j && count >= ALONG * shared) parent.set(j, i);
    }
  }
  return relabelled(patches, rootOf);
}

interface Scene {
  readonly raster: Raster;
  readonly paper: Rgb;
  readonly ids: Int32Array;
  readonly known: ReadonlyMap<number, Patch>;
}

interface Lanes {
  readonly count: number;
  readonly length: number;
  /** The index of a pixel. */
  readonly at: (lane: number, along: number) => number;
}

interface Meeting {
  readonly a: number;
  readonly b: number;
  /** Lanes in which they face each other. */
  count: number;
}

/** Pairs of like patches that face each other across a stroke. */
function meetings(lanes: Lanes, scene: Scene): readonly Meeting[] {
  const found = new Map<string, Meeting>();
  for (let lane = 0; lane < lanes.count; lane++) {
    for (const [a, b] of meetingsIn(lane, lanes, scene)) {
      const key = `${a} ${b}`;
      const pair = found.get(key);
      if (pair) pair.count++;
      else found.set(key, { a, b, count: 1 });
    }
  }
  return [...found.values()];
}

function* meetingsIn(lane: number, lanes: Lanes, scene: Scene): Generator<readonly [number, number]> {
  const { raster, paper, ids, known } = scene;
  let [last, since] = [-1, 0];
  for (let along = 0; along < lanes.length; along++) {
    const index = lanes.at(lane, along);
    const id = ids[index]!;
    if (!known.has(id)) {
      since++;
      if (last !== -1 && (since > WIDEST || isGap(raster, index, known.get(last)!.color, paper))) last = -1;
      continue;
    }
    if (
      last !== -1 &&
      last !== id &&
      since > 0 &&
      areAlikeAt(raster, index, lanes.at(lane, along - since - 1))
    )
      yield [last, id];
    [last, since] = [id, 0];
  }
}

/** Patches more than a stroke thick: a good part of their pixels lies within them. */
function broadOf({ ids, list }: Patches, { width, height }: Raster): readonly Patch[] {
  const inner = new Map<number, number>();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const id = ids[i]!;
      if (ids[i - 1] === id && ids[i + 1] === id && ids[i - width] === id && ids[i + width] === id)
        inner.set(id, (inner.get(id) ?? 0) + 1);
    }
  }
  return list.filter(({ id, area }) => area >= SMALLEST && (inner.get(id) ?? 0) >= 0.15 * area);
}

/** More of the fill than this is a line seen through it, no gap. */
const FAINT = 0.6;

/** Whether a pixel shows the paper, if only in part: then what lies on both sides are two. */
function isGap({ data }: Raster, index: number, fill: Rgb, paper: Rgb): boolean {
  const color: Rgb = [data[3 * index]!, data[3 * index + 1]!, data[3 * index + 2]!];
  if (apart(fill, paper) < 24) return apart(color, paper) <= 5;
  const mix = coverage(color, fill, paper);
  return mix !== null && mix.off < 16 && mix.share > -0.2 && mix.share < FAINT;
}

function areAlikeAt({ data }: Raster, a: number, b: number): boolean {
  return [0, 1, 2].every(c => Math.abs(data[3 * a + c]! - data[3 * b + c]!) <= 10);
}

function relabelled({ ids, list, count }: Patches, rootOf: (id: number) => number): Patches {
  const merged = new Map<number, Patch>();
  const roots = new Map(list.map(patch => [patch.id, rootOf(patch.id)]));
  for (const patch of list) {
    const id = roots.get(patch.id)!;
    const home = merged.get(id);
    merged.set(id, home ? both(home, patch) : { ...patch, id });
  }
  const out = ids.map(id => roots.get(id) ?? id);
  return { ids: out, list: [...merged.values()], count };
}

function both(a: Patch, b: Patch): Patch {
  const area = a.area + b.area;
  const mix = (c: 0 | 1 | 2) => (a.color[c] * a.area + b.color[c] * b.area) / area;
  return {
    id: a.id,
    area,
    color: [mix(0), mix(1), mix(2)],
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}
