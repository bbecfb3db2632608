import { apart, coverage, type Rgb } from './raster.ts';

/**
 * How far an edge lies outside the last full pixel: the part that blends into the paper, or half of a border.
 * `at(0)` is the last full pixel, `at(1)` the next outwards.
 */
export function beyondEdge(at: (k: number) => Rgb): number {
  const [fill, next, after] = [at(0), at(1), at(2)];
  if (apart(next, after) <= 4 || apart(fill, next) <= 4) return 0;
  const mix = coverage(next, fill, after);
  if (mix && mix.off < 20 && mix.share > -0.05 && mix.share < 1.05)
    return Math.max(0, Math.min(1, mix.share));
  let width = 1;
  while (width < 5 && apart(at(width + 1), next) < 60 && apart(at(width + 1), at(width + 2)) > 4) width++;
  return width / 2;
}
