import type { TextMark } from '../../domain/mark.ts';
import type { Raster } from './raster.ts';
import { boundsOf, type Rule } from './rules.ts';

/** Pixels of markers, with their edges. */
export function spotMask(
  { width, height }: Raster,
  spots: readonly { cx: number; cy: number; radius: number }[],
): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const { cx, cy, radius } of spots) {
    const reach = radius + 1.5;
    for (let y = Math.max(0, Math.floor(cy - reach)); y < Math.min(height, cy + reach); y++) {
      for (let x = Math.max(0, Math.floor(cx - reach)); x < Math.min(width, cx + reach); x++) {
        if (Math.hypot(x + 0.5 - cx, y + 0.5 - cy) <= reach) mask[y * width + x] = 1;
      }
    }
  }
  return mask;
}

/** Pixels of straight strokes. */
export function ruleMask({ width, height }: Raster, rules: readonly Rule[]): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const rule of rules) {
    const { x0, y0, x1, y1 } = boundsOf(rule);
    for (let y = Math.max(0, Math.floor(y0 - 0.5)); y < Math.min(height, Math.ceil(y1 + 0.5)); y++) {
      for (let x = Math.max(0, Math.floor(x0 - 0.5)); x < Math.min(width, Math.ceil(x1 + 0.5)); x++)
        mask[y * width + x] = 1;
    }
  }
  return mask;
}

/** Whether a pixel lies in a line of words. */
export function wordMask(
  { width, height }: Raster,
  texts: readonly TextMark[],
): (x: number, y: number) => boolean {
  const mask = new Uint8Array(width * height);
  for (const text of texts) {
    const turn = (text.angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const [cx, cy] = [(text.x0 + text.x1) / 2, (text.y0 + text.y1) / 2];
    const halfV = 0.52 * text.size;
    const along =
      Math.abs(Math.abs(cos) - Math.abs(sin)) < 0.98
        ? (text.x1 - text.x0 - 2 * halfV * Math.abs(sin)) / (2 * Math.max(0.1, Math.abs(cos)))
        : Math.max(text.x1 - text.x0, text.y1 - text.y0) / 2;
    for (let y = Math.max(0, Math.floor(text.y0 - 2)); y < Math.min(height, text.y1 + 2); y++) {
      for (let x = Math.max(0, Math.floor(text.x0 - 2)); x < Math.min(width, text.x1 + 2); x++) {
        const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
        const [u, v] = [dx * cos + dy * sin, dy * cos - dx * sin];
        if (Math.abs(u) <= along + 1 && Math.abs(v) <= halfV + 1) mask[y * width + x] = 1;
      }
    }
  }
  return (x, y) => x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1;
}

/** Pixels that lines of data pass, so that their level stretches are taken for no axis. */
export function lineMask(
  { width, height }: Raster,
  lines: readonly {
    readonly track: { readonly runs: readonly { x: number; top: number; bottom: number }[] };
  }[],
): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const { track } of lines) {
    for (const { x, top, bottom } of track.runs) {
      for (let y = Math.max(0, Math.floor(top) - 2); y <= Math.min(height - 1, Math.ceil(bottom) + 1); y++)
        mask[y * width + x] = 1;
    }
  }
  return mask;
}
