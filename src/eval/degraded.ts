import sharp from 'sharp';
import type { Box } from '../domain/box.ts';

/** A page as copier, scanner and mail program leave it. */
export interface WornPage {
  readonly jpeg: Uint8Array;
  /** From a box on the worn page to the point of the page before that its middle shows, as fractions. */
  readonly before: (box: Box) => readonly [x: number, y: number];
}

/** Turned by up to 1.5 degrees, blurred, noisy and compressed; the same every time for the same number. */
export async function wornPage(png: Uint8Array, number: number): Promise<WornPage> {
  const random = sequence(number);
  const [degrees, blur] = [3 * random() - 1.5, 0.4 + 0.5 * random()];
  const [noise, quality] = [3 + 9 * random(), Math.round(45 + 40 * random())];
  const { width = 1, height = 1 } = await sharp(png).metadata();
  const { data, info } = await sharp(png)
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .rotate(degrees, { background: '#ffffff' })
    .blur(blur)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = Uint8ClampedArray.from(data, value => value + noise * bell(random));
  const jpeg = await sharp(Buffer.from(grey.buffer), {
    raw: { width: info.width, height: info.height, channels: info.channels },
  })
    .jpeg({ quality })
    .toBuffer();
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return {
    jpeg,
    before: ([x, y, w, h]) => {
      const [dx, dy] = [(x + w / 2 - 0.5) * info.width, (y + h / 2 - 0.5) * info.height];
      return [0.5 + (dx * cos + dy * sin) / width, 0.5 + (dy * cos - dx * sin) / height];
    },
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function sequence(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** About normal with a deviation of 1: a sum of even ones. */
function bell(random: () => number): number {
  return 2 * (random() + random() + random() - 1.5);
}
