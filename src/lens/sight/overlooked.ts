import { type Component, components } from '../page/components.ts';
import { inkMask } from '../page/ink-mask.ts';
import { withoutRules } from '../page/rules.ts';
import type { Picture } from '../picture.ts';
import type { TextPlace } from './text-places.ts';

/** A capital's height in those of its line. */
const CAPITAL = 0.76;
/** Letters that the network didn't see have about the size of those that it saw. */
const SIZES = { least: 0.65, most: 1.5 };
/** In heights of a letter: the widest gap to the next one of its line. */
const GAP = 0.42;
const LONGEST = 14;

/** Level lines of letters that the network saw nothing of: single figures along an axis, mostly. */
export function overlooked(grey: Picture, seen: readonly TextPlace[]): readonly TextPlace[] {
  if (seen.length === 0) return [];
  const heights = seen.map(({ height }) => CAPITAL * height).sort((a, b) => a - b);
  const [low, high] = [
    heights[Math.floor(0.15 * heights.length)]!,
    heights[Math.floor(0.85 * heights.length)]!,
  ];
  const letters = components(withoutRules(inkMask(grey))).filter(({ x0, y0, x1, y1 }) => {
    const [w, h] = [x1 - x0, y1 - y0];
    return h >= SIZES.least * low && h <= SIZES.most * high && w <= 1.6 * h && w >= 0.12 * h;
  });
  return linesOf(letters).flatMap(line => {
    const place = placeOf(line);
    return line.length > LONGEST || seen.some(other => isAt(other, place)) ? [] : [place];
  });
}

function linesOf(letters: readonly Component[]): readonly (readonly Component[])[] {
  const lines: Component[][] = [];
  for (const letter of [...letters].sort((a, b) => a.x0 - b.x0)) {
    const home = lines.find(line => follows(line.at(-1)!, letter));
    if (home) home.push(letter);
    else lines.push([letter]);
  }
  return lines;
}

function follows(last: Component, next: Component): boolean {
  const height = Math.max(last.y1 - last.y0, next.y1 - next.y0);
  const shared = Math.min(last.y1, next.y1) - Math.max(last.y0, next.y0);
  const gap = next.x0 - last.x1;
  return (
    shared > 0.6 * Math.min(last.y1 - last.y0, next.y1 - next.y0) && gap < GAP * height && gap > -0.3 * height
  );
}

function placeOf(line: readonly Component[]): TextPlace {
  const [x0, x1] = [line[0]!.x0, Math.max(...line.map(one => one.x1))];
  const [y0, y1] = [Math.min(...line.map(one => one.y0)), Math.max(...line.map(one => one.y1))];
  return {
    cx: (x0 + x1) / 2,
    cy: (y0 + y1) / 2,
    width: x1 - x0,
    height: (y1 - y0) / CAPITAL,
    angle: 0,
    strength: 0,
  };
}

/** Whether one line's middle lies in the other's box. */
function isAt(seen: TextPlace, place: TextPlace): boolean {
  return holds(seen, place) || holds(place, seen);
}

/** Whether a line's middle lies in another one's box. */
export function holds(line: TextPlace, { cx, cy }: Pick<TextPlace, 'cx' | 'cy'>): boolean {
  const turn = (line.angle * Math.PI) / 180;
  const [dx, dy] = [cx - line.cx, cy - line.cy];
  const [u, v] = [dx * Math.cos(turn) + dy * Math.sin(turn), dy * Math.cos(turn) - dx * Math.sin(turn)];
  return Math.abs(u) < line.width / 2 && Math.abs(v) < line.height / 2;
}
