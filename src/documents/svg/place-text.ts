import type { TextMark } from '../../domain/mark.ts';
import { applyX, applyY, type Matrix } from '../pdf/matrix.ts';
import { boundsOfPoints } from './outline.ts';

/** A line of text in the units of its element, y downwards. */
interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
}

/** Where the letters of most fonts reach to, in em above and below the baseline. */
const ASCENT = 0.8;
const DESCENT = 0.2;

export function placeText(line: Line, matrix: Matrix): TextMark {
  const { text, from, to, baseline, size, bold, color } = line;
  const [top, bottom] = [baseline - ASCENT * size, baseline + DESCENT * size];
  const corners = [from, top, to, top, to, bottom, from, bottom];
  const placed = corners.map((value, i) =>
    i % 2 === 0 ? applyX(matrix, value, corners[i + 1]!) : applyY(matrix, corners[i - 1]!, value),
  );
  return {
    ...boundsOfPoints(placed),
    text,
    angle: angleOf(matrix),
    size: size * Math.hypot(matrix[2], matrix[3]),
    bold,
    color,
    confidence: 1,
  };
}

/** Degrees clockwise, more than -180 and at most 180. */
function angleOf([a, b]: Matrix): number {
  const degrees = Math.round((Math.atan2(b, a) * 180_000) / Math.PI) / 1000;
  return degrees === -180 ? 180 : degrees + 0;
}
