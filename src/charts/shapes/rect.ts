import type { PathMark } from '../../domain/mark.ts';
import { areaOf, fullness, straightSides } from './outline.ts';

/** Whether a mark is a rectangle along the axes: sharp, or rounded at some or all corners. */
export function isRect(mark: PathMark): boolean {
  const { x0, y0, x1, y1, nodes, curved } = mark;
  const [width, height] = [x1 - x0, y1 - y0];
  if (nodes.length < 6 || Math.max(width, height) <= 0) return false;
  if (Math.min(width, height) < THIN) return isFlat(mark);
  if (!curved && nodes.length <= 12) return fullness(mark) > SHARP;
  if (!curved && nodes.length <= FEW && fullness(mark) < CHAMFERED) return false;
  return isRounded(mark);
}

/** Units below which a rectangle is as good as a line. */
const THIN = 0.6;
const SHARP = 0.985;
/** Numbers of an outline too coarse to round a corner: an area between a line and its foot has as many. */
const FEW = 40;
const CHAMFERED = 0.93;

/** A sliver keeps its rectangle's area however thin; a slanted line would not. */
function isFlat({ outline, x0, y0, x1, y1 }: PathMark): boolean {
  return areaOf(outline) >= 0.9 * (x1 - x0) * (y1 - y0);
}

/** Straight along a good part of two opposite sides, and nothing cut away but round corners of one radius. */
function isRounded(mark: PathMark): boolean {
  const { x0, y0, x1, y1, outline } = mark;
  const shorter = Math.min(x1 - x0, y1 - y0);
  const [left, top, right, bottom] = straightSides(mark, 0.01 * shorter + 0.02);
  const straight = Math.max(Math.min(left!, right!) / (y1 - y0), Math.min(top!, bottom!) / (x1 - x0));
  if (straight < 0.25) return false;
  const radii: number[] = [];
  for (let i = 0; i < outline.length; i += 2) {
    const dx = Math.max(0, Math.min(outline[i]! - x0, x1 - outline[i]!));
    const dy = Math.max(0, Math.min(outline[i + 1]! - y0, y1 - outline[i + 1]!));
    if (Math.min(dx, dy) > 0.05 * shorter) radii.push(dx + dy + Math.sqrt(2 * dx * dy));
  }
  const largest = Math.max(0, ...radii);
  const oneRadius = largest <= 0.56 * shorter + 0.2 && radii.every(r => r > 0.75 * largest - 0.2);
  const reach = 2.2 * Math.max(largest, 0.06 * shorter) + 0.2;
  const level = Math.min(top!, bottom!) > x1 - x0 - reach;
  return oneRadius && level && Math.min(left!, right!) > y1 - y0 - reach;
}
