import sharp from 'sharp';
import type { Session } from '../session.ts';
import type { Raster } from './raster.ts';

/** What stands in the manifest about the network. */
export interface MapNames {
  /** Pixels of its input by cell. */
  readonly stride: number;
  /** Pixels that a distance of 1 in `sides` stands for. */
  readonly sideUnit: number;
  readonly heat: readonly string[];
  readonly sides: readonly string[];
  readonly kinds: readonly string[];
  readonly traits: readonly string[];
}

/** What the network sees: a plane of cells for each name. */
export interface Maps {
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture by cell. */
  readonly cell: number;
  /** Pixels of the picture that a distance of 1 stands for. */
  readonly unit: number;
  /** 0 to 1 */
  readonly heat: Readonly<Record<string, Float32Array>>;
  readonly sides: Readonly<Record<string, Float32Array>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly traits: Readonly<Record<string, number>>;
}

/** Sides of the network's input are multiples of this. */
const MULTIPLE = 32;
/** Small pictures are enlarged: letters of ten pixels are too small for cells of four. */
const LONG_SIDE = 1_200;
const MOST = 2;

/** The same picture at two scales: letters that are too large for the finer one are seen on the coarser. */
export interface Views {
  readonly fine: Maps;
  readonly coarse: Maps;
}

export interface Network {
  readonly session: Session;
  readonly names: MapNames;
}

export function seeFine(raster: Raster, network: Network): Promise<Maps> {
  return seeMaps(raster, network, 1);
}

export function seeCoarse(raster: Raster, network: Network): Promise<Maps> {
  return seeMaps(raster, network, 0.5);
}

/** Runs the network over a picture. */
async function seeMaps(raster: Raster, { session, names }: Network, shrink: number): Promise<Maps> {
  const scale =
    shrink *
    Math.min(
      MOST,
      Math.max(LONG_SIDE / Math.max(raster.width, raster.height), 1),
      Math.sqrt(2_600_000 / (raster.width * raster.height)),
    );
  const [width, height] = [
    Math.max(MULTIPLE, Math.round(raster.width * scale)),
    Math.max(MULTIPLE, Math.round(raster.height * scale)),
  ];
  const pixels = await resized(raster, width, height);
  const [w, h] = [Math.ceil(width / MULTIPLE) * MULTIPLE, Math.ceil(height / MULTIPLE) * MULTIPLE];
  const answer = await session.run({ values: planes(pixels, { width, height, w, h }), shape: [1, 3, h, w] });
  const size = (w / names.stride) * (h / names.stride);
  const split = (output: string, channels: readonly string[], length: number) => {
    const values = answer[output]!.values as Float32Array;
    return Object.fromEntries(
      channels.map((name, i) => [name, values.subarray(i * length, (i + 1) * length)]),
    );
  };
  const numbers = (output: string, channels: readonly string[]) =>
    Object.fromEntries(channels.map((name, i) => [name, answer[output]!.values[i]!]));
  return {
    width: w / names.stride,
    height: h / names.stride,
    cell: (names.stride * raster.width) / width,
    unit: (names.sideUnit * raster.width) / width,
    heat: split('heat', names.heat, size),
    sides: split('sides', names.sides, size),
    kinds: numbers('kind', names.kinds),
    traits: numbers('traits', names.traits),
  };
}

async function resized(
  { width, height, data }: Raster,
  toWidth: number,
  toHeight: number,
): Promise<Uint8Array> {
  if (toWidth === width && toHeight === height) return data;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(toWidth, toHeight, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
}

/** Planes of red, green and blue; what lies beyond the picture has its corner's colour. */
function planes(
  pixels: Uint8Array,
  { width, height, w, h }: { width: number; height: number; w: number; h: number },
): Float32Array {
  const out = new Float32Array(3 * w * h);
  for (let c = 0; c < 3; c++) {
    out.fill(pixels[c]!, c * w * h, (c + 1) * w * h);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) out[(c * h + y) * w + x] = pixels[3 * (y * width + x) + c]!;
    }
  }
  return out;
}

/** How strong a channel is at a pixel of the picture, 0 to 1. */
export function heatAt({ heat, width, height, cell }: Maps, name: string, x: number, y: number): number {
  const [i, j] = [Math.floor(x / cell), Math.floor(y / cell)];
  return i < 0 || j < 0 || i >= width || j >= height ? 0 : heat[name]![j * width + i]!;
}

/** Peaks of a channel, in pixels of the picture. */
export function peaksOf(
  maps: Maps,
  name: string,
  level: number,
): { readonly x: number; readonly y: number; readonly strength: number; readonly index: number }[] {
  const { width, height, cell } = maps;
  const plane = maps.heat[name]!;
  const peaks = [];
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const index = j * width + i;
      const strength = plane[index]!;
      if (strength <= level || !isPeak(plane, { i, j, width, height })) continue;
      const clip = (value: number) => Math.max(-1, Math.min(1, value));
      const [dx, dy] = [clip(maps.sides.point_x![index]!), clip(maps.sides.point_y![index]!)];
      peaks.push({ x: (i + 0.5 + dx) * cell, y: (j + 0.5 + dy) * cell, strength, index });
    }
  }
  return peaks;
}

function isPeak(
  plane: Float32Array,
  { i, j, width, height }: { i: number; j: number; width: number; height: number },
): boolean {
  const own = plane[j * width + i]!;
  for (let y = Math.max(0, j - 1); y <= Math.min(height - 1, j + 1); y++) {
    for (let x = Math.max(0, i - 1); x <= Math.min(width - 1, i + 1); x++)
      if (plane[y * width + x]! > own) return false;
  }
  return true;
}
