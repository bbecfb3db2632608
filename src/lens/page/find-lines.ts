import type { Bounds } from '../../domain/mark.ts';
import type { Turn } from '../../domain/vision.ts';
import { type Picture, turnPicture } from '../picture.ts';
import { type Component, components } from './components.ts';
import { groupLines, lettersOf, type TextLine } from './group-lines.ts';
import { inkMask } from './ink-mask.ts';
import { withoutRules } from './rules.ts';
import { levelled, skewOf, Tilt } from './skew.ts';

/** A page brought upright and level, and the lines on it. */
export interface LevelPage {
  readonly picture: Picture;
  readonly turn: Turn;
  /** Degrees by which lines sloped. */
  readonly skew: number;
  readonly lines: readonly TextLine[];
}

/** Slopes smaller than this don't leave a line's own height over a page's width. */
const LEVEL_ENOUGH = 0.12;

/** Lines of text of a picture turned by so much, by their ink alone: no model is asked. */
export function findLines(original: Picture, turn: Turn): LevelPage {
  const upright = turnPicture(original, turn);
  const patches = largest(components(withoutRules(inkMask(upright))));
  const slope = skewOf(lettersOf(patches, upright));
  const skew = Math.abs(slope) < LEVEL_ENOUGH ? 0 : slope;
  const picture = levelled(upright, skew);
  const level = skew === 0 ? patches : largest(components(withoutRules(inkMask(picture))));
  return { picture, turn, skew, lines: groupLines(level, picture) };
}

/** A dense page of print has half as many letters; a photograph falls into more specks: the largest are looked at. */
const MOST = 15_000;
const LOOKED_AT = 4_000;

function largest(patches: readonly Component[]): readonly Component[] {
  if (patches.length <= MOST) return patches;
  return patches.toSorted((a, b) => b.pixels - a.pixels).slice(0, LOOKED_AT);
}

/** Edges on the levelled page, as edges on the picture as it was given. */
export function onOriginal({ picture, turn, skew }: LevelPage, { x0, y0, x1, y1 }: Bounds): Bounds {
  const tilt = new Tilt(picture, skew);
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x, y]) => unturned(tilt.sloped(x!, y!), picture, turn));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function unturned(
  [x, y]: readonly [number, number],
  { width, height }: Picture,
  turn: Turn,
): readonly [number, number] {
  if (turn === 90) return [y, width - x];
  if (turn === 180) return [width - x, height - y];
  return turn === 270 ? [height - y, x] : [x, y];
}
