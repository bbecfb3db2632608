import type { Picture } from './picture.ts';

interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture brought to another size, each axis by itself: cubic where it grows, averaged where it shrinks. */
export function resample(picture: Picture, cut: Cut, to: Pick<Picture, 'width' | 'height'>): Uint8Array {
  const across = tapsOf(cut.width, to.width);
  const down = tapsOf(cut.height, to.height);
  const rows = new Float32Array(cut.height * to.width);
  for (let y = 0; y < cut.height; y++) {
    const from = (cut.top + y) * picture.width + cut.left;
    for (let x = 0; x < to.width; x++) {
      const { first, weights } = across[x]!;
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * picture.data[from + first + i]!;
      rows[y * to.width + x] = sum;
    }
  }
  const out = new Uint8ClampedArray(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    const { first, weights } = down[y]!;
    for (let x = 0; x < to.width; x++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * rows[(first + i) * to.width + x]!;
      out[y * to.width + x] = sum;
    }
  }
  return new Uint8Array(out.buffer);
}

/** Which source pixels make a target pixel, and by how much. */
interface Taps {
  readonly first: number;
  readonly weights: Float32Array;
}

function tapsOf(from: number, to: number): readonly Taps[] {
  const step = from / to;
  const reach = 2 * Math.max(1, step);
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(from - 1, Math.floor(centre + reach));
    const weights = Float32Array.from({ length: last - first + 1 }, (_, i) =>
      cubic((first + i - centre) / Math.max(1, step)),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map(weight => weight / sum) };
  });
}

/** Keys' cubic convolution kernel with a = -0.5. */
function cubic(distance: number): number {
  const d = Math.abs(distance);
  if (d >= 2) return 0;
  return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2;
}
