import { saturation } from './inks.ts';
import { apart, type Rgb } from './raster.ts';

/** Levels in a channel within which bright colours are one ink: a gradient's middle depends on a bar's length. */
const NEAR = 26;
const BRIGHT = 30;

/** For each colour the one that stands for its ink: the first of those near it. Greys stay as they are. */
export function oneInk(colors: readonly Rgb[]): (color: Rgb) => Rgb {
  const inks: Rgb[] = [];
  for (const color of colors) {
    if (saturation(color) >= BRIGHT && !inks.some(ink => apart(ink, color) <= NEAR)) inks.push(color);
  }
  return color => {
    if (saturation(color) < BRIGHT) return color;
    const near = inks.filter(ink => apart(ink, color) <= NEAR);
    return near.reduce(
      (best, ink) => (apart(ink, color) < apart(best, color) ? ink : best),
      near[0] ?? color,
    );
  };
}
