import type { Bounds } from '../domain/mark.ts';
import type { Picture } from './picture.ts';
import { resample } from './resample.ts';

/** Rows of a strip: what the reader was trained on. */
export const STRIP_HEIGHT = 32;
const MAX_STRIP_WIDTH = 6_000;
/** Weaker contrasts than this many grey levels are not stretched to the full. */
const FAINTEST = 24;

/** A line of text made ready for the reader: `STRIP_HEIGHT` rows of `width` values, 0 the paper and 1 the strongest ink. */
export interface Strip {
  readonly width: number;
  readonly ink: Float32Array;
}

/** Cuts a box out of an upright picture, in pixels, and brings it to the reader's height. */
export function cutStrip(picture: Picture, { x0, y0, x1, y1 }: Bounds): Strip {
  const left = Math.max(0, Math.min(picture.width - 1, Math.round(x0)));
  const top = Math.max(0, Math.min(picture.height - 1, Math.round(y0)));
  const width = Math.max(1, Math.min(picture.width - left, Math.round(x1) - left));
  const height = Math.max(1, Math.min(picture.height - top, Math.round(y1) - top));
  const across = Math.max(8, Math.min(MAX_STRIP_WIDTH, Math.round((width * STRIP_HEIGHT) / height)));
  const grey = resample(picture, { left, top, width, height }, { width: across, height: STRIP_HEIGHT });
  return { width: across, ink: inkOf(grey) };
}

/** Grey to ink, whichever of paper and ink is the lighter. The training's `normalised` does the same. */
function inkOf(grey: Uint8Array): Float32Array {
  const paper = paperOf(grey);
  const away = Float32Array.from(grey, value => paper - value);
  let darker = 0;
  let lighter = 0;
  for (const value of away) {
    if (value > 0) darker += value * value;
    else lighter += value * value;
  }
  const sign = lighter > darker ? -1 : 1;
  const full = Math.max(FAINTEST, strongest(away));
  return away.map(value => Math.max(-1, Math.min(1, (sign * value) / full)));
}

/** The mean of the 32 grey levels that most pixels fall into. */
function paperOf(grey: Uint8Array): number {
  const counts = new Int32Array(17);
  for (const value of grey) counts[value >> 4]!++;
  let low = 0;
  let most = -1;
  for (let bin = 0; bin < 15; bin++) {
    const both = counts[bin]! + counts[bin + 1]!;
    if (both > most) [most, low] = [both, bin << 4];
  }
  let sum = 0;
  let count = 0;
  for (const value of grey) {
    if (value < low || value >= low + 32) continue;
    sum += value;
    count++;
  }
  return sum / Math.max(1, count);
}

/** The contrast that all but a hundredth of the pixels stay below, in whole grey levels. */
function strongest(away: Float32Array): number {
  const counts = new Int32Array(257);
  for (const value of away) counts[Math.floor(Math.abs(value))]!++;
  let seen = 0;
  for (let level = 0; level < counts.length; level++) {
    seen += counts[level]!;
    if (seen >= 0.99 * away.length) return level;
  }
  return 255;
}
