import { area, type Bounds, shareInside } from './bounds.ts';
import type { Segment } from './segments.ts';
import type { Sheet } from './sheet.ts';

/** Shaded boxes with text of their own, such as a sidebar: what stands in one is read together. */
export function findPanels({ fills, width, height }: Sheet, segments: readonly Segment[]): Bounds[] {
  const page = width * height;
  const boxes = fills
    .filter(({ w, h }) => w * h > SMALLEST * page && w * h < LARGEST * page && h > 24)
    .map(({ x, y, w, h }) => ({ x0: x, y0: y, x1: x + w, y1: y + h }))
    .filter(box => holdsText(box, segments))
    .sort((a, b) => area(b) - area(a));
  return boxes.filter((box, i) => !boxes.slice(0, i).some(larger => shareInside(box, larger) > 0.5));
}

/** Shares of the page's area. */
const SMALLEST = 0.02;
const LARGEST = 0.6;

function holdsText(box: Bounds, segments: readonly Segment[]): boolean {
  const shares = segments.map(segment => shareInside(segment, box));
  const inside = segments.filter((_, i) => shares[i]! > 0.9);
  const across = shares.filter(share => share > 0.1 && share <= 0.9).length;
  const words = inside.reduce((sum, s) => sum + s.words.length, 0);
  return inside.length >= 2 && words >= 6 && across <= inside.length * 0.1;
}
