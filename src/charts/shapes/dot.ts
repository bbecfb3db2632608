import type { PathMark } from '../../domain/mark.ts';
import type { Dot } from '../types.ts';
import { areaOf, fullness } from './outline.ts';

/** The marker's form, or null where a closed mark is none: too long, or too large for anything but a circle. */
export function dotForm(mark: PathMark): Dot['form'] | null {
  const { x0, y0, x1, y1 } = mark;
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.min(width, height) <= 0 || Math.max(width, height) > 1.45 * Math.min(width, height)) return null;
  if (isCircle(mark)) return 'circle';
  if (Math.max(width, height) > LARGEST_MARKER) return null;
  return cornered(mark);
}

/** Units: no marker but a bubble is larger. */
const LARGEST_MARKER = 18;

function isCircle(mark: PathMark): boolean {
  const { x0, y0, x1, y1, outline, nodes } = mark;
  const radius = (x1 - x0 + y1 - y0) / 4;
  const even = Math.abs(x1 - x0 - (y1 - y0)) < 0.06 * radius + 0.15;
  if (!even || (!mark.curved && nodes.length < 20)) return false;
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const slack = 0.05 * radius + 0.15;
  for (let i = 0; i < outline.length; i += 2) {
    if (Math.abs(Math.hypot(outline[i]! - cx, outline[i + 1]! - cy) - radius) > slack) return false;
  }
  return areaOf(outline) > 0.7 * (x1 - x0) * (y1 - y0);
}

function cornered(mark: PathMark): Dot['form'] | null {
  const corners = mark.nodes.length / 2;
  const full = fullness(mark);
  if (mark.curved) return full > 0.6 ? 'other' : null;
  if (corners >= 4 && full > 0.95) return 'square';
  if (corners === 3 && Math.abs(full - 0.5) < 0.05) return 'triangle';
  if (corners === 4 && Math.abs(full - 0.5) < 0.06) return 'diamond';
  if (corners === 12) return 'cross';
  return corners >= 5 && full > 0.25 ? 'other' : null;
}
