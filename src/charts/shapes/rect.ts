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

/** Straight along two opposite sides, and nothing cut away but the corners. */
function isRounded(mark: PathMark): boolean {
  const { x0, y0, x1, y1 } = mark;
  const [width, height] = [x1 - x0, y1 - y0];
  const [left, top, right, bottom] = straightSides(mark, 0.01 * Math.min(width, height) + 0.02);
  const upright = Math.min(left!, right!) > 0.25 * height && Math.max(top!, bottom!) > 0.02 * width;
  const lying = Math.min(top!, bottom!) > 0.25 * width && Math.max(left!, right!) > 0.02 * height;
  const pill = Math.min(left!, right!) > 0.4 * height || Math.min(top!, bottom!) > 0.4 * width;
  const lost = (1 - fullness(mark)) * width * height;
  return (upright || lying || pill) && lost <= CORNERS * Math.min(width, height) ** 2;
}

/** What four corners of the largest radius take away, as a share of the shorter side squared, and a little. */
const CORNERS = 1 - Math.PI / 4 + 0.03;
