import type { Bounds } from '../../domain/mark.ts';
import type { InkMask } from './ink-mask.ts';

/** A connected patch of ink; its edges are in pixels, right and bottom exclusive. */
export interface Component extends Bounds {
  readonly pixels: number;
}

interface Run {
  readonly y: number;
  readonly x0: number;
  readonly x1: number;
}

/** Patches of ink whose pixels touch, corners included. */
export function components(mask: InkMask): readonly Component[] {
  const runs = runsOf(mask);
  const parents = Int32Array.from({ length: runs.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  let above = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    while (above < i && runs[above]!.y < run.y - 1) above++;
    let j = above;
    while (j < i && runs[j]!.y === run.y - 1 && runs[j]!.x1 < run.x0) j++;
    for (; j < i && runs[j]!.y === run.y - 1 && runs[j]!.x0 <= run.x1; j++) parents[root(j)] = root(i);
  }
  const found = new Map<number, { x0: number; y0: number; x1: number; y1: number; pixels: number }>();
  for (const [i, { y, x0, x1 }] of runs.entries()) {
    const key = root(i);
    const held = found.get(key);
    if (!held) found.set(key, { x0, y0: y, x1, y1: y + 1, pixels: x1 - x0 });
    else {
      held.x0 = Math.min(held.x0, x0);
      held.x1 = Math.max(held.x1, x1);
      held.y1 = Math.max(held.y1, y + 1);
      held.pixels += x1 - x0;
    }
  }
  return [...found.values()];
}

function runsOf({ width, height, ink }: InkMask): readonly Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x] === 0) continue;
      const x0 = x;
      while (x < width && ink[y * width + x] === 1) x++;
      runs.push({ y, x0, x1: x });
    }
  }
  return runs;
}
