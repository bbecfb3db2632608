import type { Maps } from './maps.ts';
import type { Patches } from './patches.ts';
import type { Raster } from './raster.ts';

/** Channels that only charts fill, and the share of a picture that one of them must. */
const TELLING = ['plot', 'wedge', 'bar', 'area'] as const;
const SHARE = 0.03;

/** Whether a first look finds a plot, a pie or bars anywhere in a picture. */
export function looksLikeChart({ heat, width, height }: Maps): boolean {
  return TELLING.some(name => {
    let count = 0;
    for (const strength of heat[name]!) if (strength > 0.5) count++;
    return count > SHARE * width * height;
  });
}

/** Even patches, and patches by pixel, of which only what a camera saw has more. */
const MOST = 3_000;
const RAGGED = 0.35;

export function isPhotograph({ width, height }: Raster, { list, count }: Patches): boolean {
  return list.length > MOST || count > RAGGED * width * height;
}
