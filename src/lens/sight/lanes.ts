import { saturation } from './inks.ts';
import { coverage, type Raster, type Rgb } from './raster.ts';

/** A stroke is at most this thick; paper lies so far from its middle. */
export const REACH = 3;
/** Levels in a channel by which ink stands out from both sides. */
const FAINTEST = 7;

/** A picture as if its columns were rows, so that both directions are one. */
export interface Lanes {
  readonly data: Uint8Array;
  readonly paper: Rgb;
  readonly length: number;
  readonly count: number;
  /** Bytes from one lane to the next, and from one pixel of a lane to the next. */
  readonly step: { readonly lane: number; readonly along: number };
}

export function lanesOf({ data, width, height }: Raster, paper: Rgb, direction: 'x' | 'y'): Lanes {
  return direction === 'x'
    ? { data, paper, length: width, count: height, step: { lane: 3 * width, along: 3 } }
    : { data, paper, length: height, count: width, step: { lane: 3, along: 3 * width } };
}

/** The first byte of a pixel; lanes beyond the picture are its last ones. */
function placeOf({ count, step }: Lanes, lane: number, along: number): number {
  return Math.max(0, Math.min(count - 1, lane)) * step.lane + along * step.along;
}

export function colorAt(lanes: Lanes, lane: number, along: number): Rgb {
  const at = placeOf(lanes, lane, Math.max(0, Math.min(lanes.length - 1, along)));
  return [lanes.data[at]!, lanes.data[at + 1]!, lanes.data[at + 2]!];
}

/** How far a pixel's ink stands out from what lies on both sides; 0 where it blends one into the other. */
export function ridge(lanes: Lanes, lane: number, along: number): number {
  const { data } = lanes;
  const own = placeOf(lanes, lane, along);
  const [before, after] = [placeOf(lanes, lane - REACH, along), placeOf(lanes, lane + REACH, along)];
  const strength = Math.min(apartAt(data, own, before), apartAt(data, own, after));
  if (strength < FAINTEST) return 0;
  if (apartAt(data, before, after) > 16) {
    const mix = coverage(
      colorAt(lanes, lane, along),
      colorAt(lanes, lane - REACH, along),
      colorAt(lanes, lane + REACH, along),
    );
    if (mix && mix.off < 18 && mix.share > 0 && mix.share < 1) return 0;
  }
  return isSlit(lanes, lane, along) ? 0 : strength;
}

/** Paper between two bright fills parts them: no one drew it. */
function isSlit(lanes: Lanes, lane: number, along: number): boolean {
  const own = colorAt(lanes, lane, along);
  const [before, after] = [colorAt(lanes, lane - REACH, along), colorAt(lanes, lane + REACH, along)];
  if (Math.min(saturation(before), saturation(after)) < BRIGHT) return false;
  return [before, after].some(fill => {
    const mix = coverage(own, fill, lanes.paper);
    return mix !== null && mix.off < 16 && mix.share < 0.95;
  });
}

const BRIGHT = 40;

function apartAt(data: Uint8Array, a: number, b: number): number {
  return Math.max(
    Math.abs(data[a]! - data[b]!),
    Math.abs(data[a + 1]! - data[b + 1]!),
    Math.abs(data[a + 2]! - data[b + 2]!),
  );
}
