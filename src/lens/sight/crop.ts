import type { Picture } from '../picture.ts';
import type { Raster } from './raster.ts';
import type { TextPlace } from './text-places.ts';

/** A line of text cut out and turned level, with where it lies in the line's own frame. */
export interface Crop {
  readonly picture: Picture;
  /** Of the crop's left top corner, from the place's middle, along and across the line. */
  readonly u: number;
  readonly v: number;
}

/** The grey of a picture; ink of any colour stands out in its darkest or lightest channel mix. */
export function greyOf({ width, height, data }: Raster): Picture {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    grey[i] = Math.round(0.3 * data[3 * i]! + 0.55 * data[3 * i + 1]! + 0.15 * data[3 * i + 2]!);
  }
  return { width, height, data: grey };
}

/** Cuts a place out with some pixels around it. Quarter turns keep their pixels; other slants are sampled. */
export function cropOf(
  grey: Picture,
  place: TextPlace,
  margin: { readonly along: number; readonly across: number },
): Crop {
  const [halfU, halfV] = [place.width / 2 + margin.along, place.height / 2 + margin.across];
  const turn = (place.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const quarter = Math.abs(cos * sin) < 1e-6;
  // Whole pixels in the picture stay whole ones in the crop.
  const place0 = { u: place.cx * cos + place.cy * sin, v: place.cy * cos - place.cx * sin };
  const u0 = quarter ? Math.floor(place0.u - halfU) : place0.u - halfU;
  const v0 = quarter ? Math.floor(place0.v - halfV) : place0.v - halfV;
  const [width, height] = [Math.max(1, Math.ceil(2 * halfU)), Math.max(1, Math.ceil(2 * halfV))];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [u0 + x + 0.5, v0 + y + 0.5];
      data[y * width + x] = sample(grey, u * cos - v * sin - 0.5, u * sin + v * cos - 0.5);
    }
  }
  return { picture: { width, height, data }, u: u0 - place0.u, v: v0 - place0.v };
}

function sample({ width, height, data }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x + 1e-6), Math.floor(y + 1e-6)];
  const [fx, fy] = [Math.max(0, x - left), Math.max(0, y - top)];
  const at = (i: number, j: number) =>
    data[Math.max(0, Math.min(height - 1, j)) * width + Math.max(0, Math.min(width - 1, i))]!;
  if (fx < 1e-3 && fy < 1e-3) return at(left, top);
  const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
  const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
  return Math.round(upper * (1 - fy) + lower * fy);
}
