import type { Bounds } from '../../domain/mark.ts';
import type { Patch } from './patches.ts';
import { apart, type Raster, type Rgb } from './raster.ts';
import type { Solids } from './solids.ts';

/** A marker or a bubble. */
export interface Spot {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
  readonly color: Rgb;
}

/** Pixels: a smaller spot is a dot of noise or of a dotted line. */
const LEAST = 2.5;
const LARGEST_LOOSE = 16;

/** Round patches of any size. */
export function roundPatches(free: readonly Patch[]): { readonly spot: Spot; readonly patch: Patch }[] {
  return free.flatMap(patch => {
    const { x0, y0, x1, y1, area, color } = patch;
    const [w, h] = [x1 - x0, y1 - y0];
    const fullness = area / (w * h);
    if (Math.min(w, h) < 3 || Math.max(w, h) > 1.25 * Math.min(w, h) + 1) return [];
    const large = Math.min(w, h) > 12;
    if (fullness < (large ? 0.74 : 0.68) || fullness > (large ? 0.83 : 0.9)) return [];
    const spot = { cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, radius: (w + h) / 4 + 0.4, color };
    return [{ spot, patch }];
  });
}

/** Small lonely blots of ink that lie on no line. */
export function looseSpots(
  raster: Raster,
  solids: Solids,
  isTaken: (x: number, y: number) => boolean,
): Spot[] {
  const { width, height, data } = raster;
  const ink = (i: number) => {
    const paper = solids.papers[solids.nearest[i]!];
    return (
      solids.free[i] === 1 &&
      paper !== undefined &&
      apart([data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!], paper) > 20
    );
  };
  const seen = new Uint8Array(width * height);
  const spots: Spot[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !ink(start)) continue;
    const blot: number[] = [start];
    seen[start] = 1;
    for (let next = 0; next < blot.length; next++) {
      const i = blot[next]!;
      const x = i % width;
      for (const j of [
        i - width - 1,
        i - width,
        i - width + 1,
        i - 1,
        i + 1,
        i + width - 1,
        i + width,
        i + width + 1,
      ]) {
        if (j < 0 || j >= seen.length || seen[j] || Math.abs((j % width) - x) > 1 || !ink(j)) continue;
        seen[j] = 1;
        blot.push(j);
      }
    }
    const spot = spotOf(blot, { raster, solids });
    if (spot && !isTaken(Math.floor(spot.cx), Math.floor(spot.cy))) spots.push(spot);
  }
  return spots;
}

function spotOf(
  blot: readonly number[],
  { raster, solids }: { raster: Raster; solids: Solids },
): Spot | null {
  const { width, data } = raster;
  if (blot.length < 5 || blot.length > LARGEST_LOOSE ** 2) return null;
  const bounds = boundsOf(blot, width);
  const [w, h] = [bounds.x1 - bounds.x0, bounds.y1 - bounds.y0];
  if (Math.min(w, h) < LEAST || Math.max(w, h) > LARGEST_LOOSE || Math.max(w, h) > 1.4 * Math.min(w, h) + 1)
    return null;
  let [sum, mx, my, strongest] = [0, 0, 0, 0];
  let color: Rgb = [0, 0, 0];
  for (const i of blot) {
    const own: Rgb = [data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!];
    const strength = apart(own, solids.papers[solids.nearest[i]!]!);
    if (strength > strongest) [strongest, color] = [strength, own];
    sum += strength;
    mx += strength * ((i % width) + 0.5);
    my += strength * (Math.floor(i / width) + 0.5);
  }
  const inked = sum / strongest;
  if (inked < 0.3 * w * h) return null;
  return { cx: mx / sum, cy: my / sum, radius: Math.max(1.2, Math.sqrt(inked / Math.PI)), color };
}

function boundsOf(blot: readonly number[], width: number): Bounds {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const i of blot) {
    const [x, y] = [i % width, Math.floor(i / width)];
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + 1);
    y1 = Math.max(y1, y + 1);
  }
  return { x0, y0, x1, y1 };
}
