import type { Box } from '../domain/box.ts';
import type { Bounds } from '../domain/mark.ts';

/** Four decimals: a tenth of a point on A4, and stable across platforms. */
export function roundBox([x, y, w, h]: Box): Box {
  return [round4(x), round4(y), round4(w), round4(h)];
}

export function unionBox(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return [0, 0, 0, 0];
  const left = Math.min(...boxes.map(b => b[0]));
  const top = Math.min(...boxes.map(b => b[1]));
  const right = Math.max(...boxes.map(b => b[0] + b[2]));
  const bottom = Math.max(...boxes.map(b => b[1] + b[3]));
  return [left, top, right - left, bottom - top];
}

/** Area of `a` and `b` in common, as a fraction of `a`'s area. */
export function coveredBy(a: Box, b: Box): number {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  const area = a[2] * a[3];
  return width <= 0 || height <= 0 || area <= 0 ? 0 : (width * height) / area;
}

/** Cut to the page, so that a box is never outside 0 to 1. */
export function clampBox([x, y, w, h]: Box): Box {
  const left = Math.min(Math.max(x, 0), 1);
  const top = Math.min(Math.max(y, 0), 1);
  return [left, top, Math.min(Math.max(x + w, left), 1) - left, Math.min(Math.max(y + h, top), 1) - top];
}

/** A rectangle on an upright page of `width` by `height`, as a box on the page as displayed: turned clockwise by `turn` quarters. */
export function boxOnPage(
  { x0, y0, x1, y1 }: Bounds,
  { width, height, turn }: { readonly width: number; readonly height: number; readonly turn: 0 | 1 | 2 | 3 },
): Box {
  const [left, top, right, bottom] = [x0 / width, y0 / height, x1 / width, y1 / height];
  const edges: readonly Box[] = [
    [left, top, right, bottom],
    [1 - bottom, left, 1 - top, right],
    [1 - right, 1 - bottom, 1 - left, 1 - top],
    [top, 1 - right, bottom, 1 - left],
  ];
  const [l, t, r, b] = edges[turn]!;
  return roundBox(clampBox([l, t, r - l, b - t]));
}

function round4(n: number): number {
  return Math.round(n * 1e4) / 1e4;
}
