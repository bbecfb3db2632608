import type { Picture } from '../picture.ts';

/** Pixels that differ from the paper around them: 1 is ink. */
export interface InkMask {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** The paper is judged by tile, from the tile and those around it: dark and light backgrounds stand on one page. */
const TILE = 16;
const NEAR = 2;
const BINS = 32;
const BIN = 256 / BINS;
/** Grey levels by which ink differs from its paper at least, and by how much of the contrast around it. */
const LEAST_CONTRAST = 22;
const CONTRAST_SHARE = 0.25;
/** Share of the pixels around that has to be as strong as what counts as the contrast. */
const RARE = 0.004;

/** Separates ink from paper, whichever is the lighter, by the commonest grey around each tile. */
export function inkMask({ width, height, data }: Picture): InkMask {
  const across = Math.ceil(width / TILE);
  const down = Math.ceil(height / TILE);
  const around = summed(histograms({ width, height, data }, across, down), across, down);
  const ink = new Uint8Array(width * height);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const at = (row * across + column) * BINS;
      const { paper, least } = judged(around.subarray(at, at + BINS));
      const bottom = Math.min(height, (row + 1) * TILE);
      const right = Math.min(width, (column + 1) * TILE);
      for (let y = row * TILE; y < bottom; y++) {
        for (let x = column * TILE; x < right; x++) {
          const i = y * width + x;
          if (Math.abs(data[i]! - paper) > least) ink[i] = 1;
        }
      }
    }
  }
  return { width, height, ink };
}

function histograms({ width, height, data }: Picture, across: number, down: number): Float32Array {
  const counts = new Float32Array(across * down * BINS);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / TILE) * across;
    for (let x = 0; x < width; x++) {
      const bin = Math.floor(data[y * width + x]! / BIN);
      counts[(row + Math.floor(x / TILE)) * BINS + bin]!++;
    }
  }
  return counts;
}

/** Each tile's histogram with those of the tiles around it, in both directions one after the other. */
function summed(counts: Float32Array, across: number, down: number): Float32Array {
  const sideways = new Float32Array(counts.length);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const to = (row * across + column) * BINS;
      for (let near = Math.max(0, column - NEAR); near <= Math.min(across - 1, column + NEAR); near++) {
        const from = (row * across + near) * BINS;
        for (let bin = 0; bin < BINS; bin++) sideways[to + bin]! += counts[from + bin]!;
      }
    }
  }
  const both = new Float32Array(counts.length);
  for (let row = 0; row < down; row++) {
    for (let near = Math.max(0, row - NEAR); near <= Math.min(down - 1, row + NEAR); near++) {
      const [to, from] = [row * across * BINS, near * across * BINS];
      for (let i = 0; i < across * BINS; i++) both[to + i]! += sideways[from + i]!;
    }
  }
  return both;
}

/** The commonest grey, and how far from it a pixel is ink. */
function judged(counts: Float32Array): { readonly paper: number; readonly least: number } {
  let best = 0;
  let most = -1;
  let total = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const near = counts[bin]! + 0.5 * ((counts[bin - 1] ?? 0) + (counts[bin + 1] ?? 0));
    if (near > most) [most, best] = [near, bin];
    total += counts[bin]!;
  }
  let reach = 0;
  let beyond = 0;
  for (let away = BINS - 1; away > 0 && reach === 0; away--) {
    beyond += (counts[best - away] ?? 0) + (counts[best + away] ?? 0);
    if (beyond > RARE * total) reach = away;
  }
  return { paper: (best + 0.5) * BIN, least: Math.max(LEAST_CONTRAST, CONTRAST_SHARE * reach * BIN) };
}
