import type { Picture } from '../picture.ts';
import type { Component } from './components.ts';

/** Degrees searched on both sides of level, coarsely and then around the best. */
const REACH = 5;
const COARSE = 0.25;
const FINE = 0.05;
/** Pixels of one step of the profile. */
const STEP = 2;
const MOST_POINTS = 4_000;
/**
 * A slope has to fit so much better than none, the steeper the more: lines that slope much don't stand level by
 * chance, and among the strokes of drawings some angle always fits best.
 */
const CLEARLY = 1.1;
const PER_DEGREE = 0.35;
const MOST_CLEARLY = 1.6;

/** Degrees by which lines of text slope down to the right, from where their letters stand. */
export function skewOf(letters: readonly Component[]): number {
  const every = Math.max(1, Math.ceil(letters.length / MOST_POINTS));
  const points = letters
    .filter((_, i) => i % every === 0)
    .map(({ x0, x1, y1 }) => [(x0 + x1) / 2, y1] as const);
  if (points.length < 12) return 0;
  const coarse = bestOf(points, { from: -REACH, to: REACH, step: COARSE });
  const fine = bestOf(points, { from: coarse - COARSE, to: coarse + COARSE, step: FINE });
  const clearly = Math.min(MOST_CLEARLY, CLEARLY + PER_DEGREE * Math.abs(fine));
  const isSloped = peaks(points, slopeOf(fine)) > clearly * peaks(points, 0);
  return isSloped ? fine : 0;
}

function bestOf(
  points: readonly (readonly [number, number])[],
  { from, to, step }: { readonly from: number; readonly to: number; readonly step: number },
): number {
  const count = Math.round((to - from) / step);
  const angles = Array.from({ length: count + 1 }, (_, i) => from + i * step);
  // Level first: it stays where another angle is no better.
  angles.sort((a, b) => Math.abs(a) - Math.abs(b));
  let best = 0;
  let most = -1;
  for (const angle of angles) {
    const score = peaks(points, slopeOf(angle));
    if (score > most * 1.001) [most, best] = [score, angle];
  }
  return best;
}

function slopeOf(degrees: number): number {
  return Math.tan((degrees * Math.PI) / 180);
}

/** Large where many letters stand at the same heights. */
function peaks(points: readonly (readonly [number, number])[], slope: number): number {
  const counts = new Map<number, number>();
  for (const [x, y] of points) {
    const bin = Math.round((y - x * slope) / STEP);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  let sum = 0;
  for (const [bin, count] of counts) sum += count * (count + (counts.get(bin + 1) ?? 0));
  return sum;
}

/** Turns points about the middle of a picture. */
export class Tilt {
  readonly #cos: number;
  readonly #sin: number;
  readonly #x: number;
  readonly #y: number;

  constructor({ width, height }: Pick<Picture, 'width' | 'height'>, degrees: number) {
    this.#cos = Math.cos((degrees * Math.PI) / 180);
    this.#sin = Math.sin((degrees * Math.PI) / 180);
    this.#x = width / 2;
    this.#y = height / 2;
  }

  /** From the levelled picture to the one that slopes. */
  sloped(x: number, y: number): readonly [number, number] {
    const [dx, dy] = [x - this.#x, y - this.#y];
    return [this.#x + dx * this.#cos - dy * this.#sin, this.#y + dx * this.#sin + dy * this.#cos];
  }
}

/** The picture with sloping lines made level, of the same size; what comes in at the corners is as the edge. */
export function levelled(picture: Picture, skew: number): Picture {
  if (skew === 0) return picture;
  const { width, height, data } = picture;
  const tilt = new Tilt(picture, skew);
  const out = new Uint8Array(data.length);
  const [ox, oy] = tilt.sloped(0, 0);
  const [ax, ay] = tilt.sloped(1, 0);
  const [bx, by] = tilt.sloped(0, 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = Math.min(Math.max(ox + x * (ax - ox) + y * (bx - ox), 0), width - 1.001);
      const sy = Math.min(Math.max(oy + x * (ay - oy) + y * (by - oy), 0), height - 1.001);
      const [left, top] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - left, sy - top];
      const at = top * width + left;
      const above = data[at]! * (1 - fx) + data[at + 1]! * fx;
      const below = data[at + width]! * (1 - fx) + data[at + width + 1]! * fx;
      out[y * width + x] = above * (1 - fy) + below * fy + 0.5;
    }
  }
  return { width, height, data: out };
}
