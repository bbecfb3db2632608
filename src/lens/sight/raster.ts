import sharp from 'sharp';

/** Pixels in RGB, row by row, three bytes each. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export type Rgb = readonly [red: number, green: number, blue: number];

const MAX_INPUT_PIXELS = 100_000_000;
/** Larger pictures are made smaller: their letters are large enough. */
const MAX_PIXELS = 3_000_000;

/** Decodes a picture as it is shown: upright, on white where it is transparent. */
export async function decodeRaster(bytes: Uint8Array): Promise<Raster> {
  const picture = sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS }).autoOrient();
  const { autoOrient, width = 1, height = 1 } = await picture.metadata();
  const [w, h] = [autoOrient?.width ?? width, autoOrient?.height ?? height];
  const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (w * h)));
  const sized = scale < 1 ? picture.resize(Math.round(w * scale), Math.round(h * scale)) : picture;
  const { data, info } = await sized
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: inThree(data, info.channels) };
}

function inThree(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const out = new Uint8Array((data.length / channels) * 3);
  for (let from = 0, to = 0; to < out.length; from += channels) {
    out[to++] = data[from]!;
    out[to++] = data[from + (channels > 2 ? 1 : 0)]!;
    out[to++] = data[from + (channels > 2 ? 2 : 0)]!;
  }
  return out;
}

export function rgbAt({ data, width, height }: Raster, x: number, y: number): Rgb {
  const i = 3 * (Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x)));
  return [data[i]!, data[i + 1]!, data[i + 2]!];
}

/** The largest difference in one channel, 0 to 255. */
export function apart(a: Rgb, b: Rgb): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}

export function hexOf(color: Rgb): string {
  return `#${color
    .map(one =>
      Math.round(Math.max(0, Math.min(255, one)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/**
 * How much of `ink` covers `paper` where they give `color`: 0 none, 1 all, with how far the mixture is off.
 * Null where ink and paper are too alike to tell.
 */
export function coverage(
  color: Rgb,
  ink: Rgb,
  paper: Rgb,
): { readonly share: number; readonly off: number } | null {
  const [dr, dg, db] = [ink[0] - paper[0], ink[1] - paper[1], ink[2] - paper[2]];
  const length = dr * dr + dg * dg + db * db;
  if (length < 16 * 16) return null;
  const [er, eg, eb] = [color[0] - paper[0], color[1] - paper[1], color[2] - paper[2]];
  const share = (er * dr + eg * dg + eb * db) / length;
  const off = Math.hypot(er - share * dr, eg - share * dg, eb - share * db);
  return { share, off };
}
