import sharp from 'sharp';
import type { Turn } from '../domain/vision.ts';

/** Grey pixels, row by row; 0 is black. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Larger pictures are made smaller before they are looked at. */
const MAX_PIXELS = 12_000_000;
const MAX_INPUT_PIXELS = 100_000_000;

/** Decodes a picture: what is transparent is white, colours become grey. */
export async function decodePicture(bytes: Uint8Array): Promise<Picture> {
  const { width = 1, height = 1 } = await sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS }).metadata();
  const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)));
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS })
    .flatten({ background: '#ffffff' })
    .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: firstOf(data, info.channels) };
}

function firstOf(data: Uint8Array, channels: number): Uint8Array {
  return channels === 1 ? data : data.filter((_, i) => i % channels === 0);
}

/** The picture turned clockwise. */
export function turnPicture(picture: Picture, turn: Turn): Picture {
  if (turn === 0) return picture;
  const { width, height, data } = picture;
  const [across, down] = turn === 180 ? [width, height] : [height, width];
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const from =
        turn === 90
          ? (height - 1 - x) * width + y
          : turn === 180
            ? (height - 1 - y) * width + (width - 1 - x)
            : x * width + (width - 1 - y);
      turned[y * across + x] = data[from] as number;
    }
  }
  return { width: across, height: down, data: turned };
}
