import { groupBy } from '../../lib/group.ts';
import { median } from '../../lib/median.ts';
import type { Maps } from './maps.ts';

/** A line of text: its middle, size and turn (degrees clockwise from level), in pixels. */
export interface TextPlace {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
  /** 0 to 1 */
  readonly strength: number;
}

const LEVEL = 0.5;

/** Lines of text: cells side by side that see themselves in one line. */
export function textPlaces(maps: Maps): TextPlace[] {
  return linkedCells(maps).flatMap(cells => (cells.length < 2 ? [] : [placeOf(cells, maps)]));
}

function linkedCells(maps: Maps): readonly (readonly number[])[] {
  const { width, heat } = maps;
  const text = heat.text!;
  const parent = Int32Array.from(text, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const isText = (i: number) => i >= 0 && text[i]! > LEVEL;
  for (let at = 0; at < text.length; at++) {
    if (!isText(at)) continue;
    if (at % width > 0 && isText(at - 1) && isOneLine(maps, at - 1, at)) parent[rootOf(at)] = rootOf(at - 1);
    if (isText(at - width) && isOneLine(maps, at - width, at)) parent[rootOf(at)] = rootOf(at - width);
  }
  const cells = [...text.keys()].filter(isText);
  return [...groupBy(cells, rootOf).values()];
}

/** Whether two neighbouring cells lie within each other's line, from its top to its bottom; `b` is right of `a` or below it. */
function isOneLine({ sides, cell, unit, width }: Maps, a: number, b: number): boolean {
  const down = b - a === width;
  const step = (i: number) => cell * (down ? sides.text_cos![i]! : -sides.text_sin![i]!);
  const sees = (i: number, way: 1 | -1) =>
    way * step(i) < unit * sides.text_bottom![i]! && -way * step(i) < unit * sides.text_top![i]!;
  return sees(a, 1) && sees(b, -1);
}

function placeOf(cells: readonly number[], { width, heat, sides, cell, unit }: Maps): TextPlace {
  const mean = (of: (at: number) => number) => cells.reduce((sum, at) => sum + of(at), 0) / cells.length;
  const turn = steadied(
    Math.atan2(
      mean(at => sides.text_sin![at]!),
      mean(at => sides.text_cos![at]!),
    ),
  );
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const spots = cells.map(at => {
    const [x, y] = [((at % width) + 0.5) * cell, (Math.floor(at / width) + 0.5) * cell];
    return { at, u: x * cos + y * sin, v: y * cos - x * sin };
  });
  const side = (name: string, at: number) => sides[`text_${name}`]![at]! * unit;
  const [first, last] = [Math.min(...spots.map(({ u }) => u)), Math.max(...spots.map(({ u }) => u))];
  const u0 = median(spots.filter(({ u }) => u <= first + 2 * cell).map(({ u, at }) => u - side('left', at)));
  const u1 = median(spots.filter(({ u }) => u >= last - 2 * cell).map(({ u, at }) => u + side('right', at)));
  const v0 = median(spots.map(({ v, at }) => v - side('top', at)));
  const v1 = median(spots.map(({ v, at }) => v + side('bottom', at)));
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  return {
    cx: u * cos - v * sin,
    cy: u * sin + v * cos,
    width: Math.max(1, u1 - u0),
    height: Math.max(1, v1 - v0),
    angle: (turn * 180) / Math.PI,
    strength: mean(at => heat.text![at]!),
  };
}

/** Within this of level or upright, a line is just that. */
const STEADY = (6 * Math.PI) / 180;

function steadied(turn: number): number {
  const quarter = Math.round(turn / (Math.PI / 2)) * (Math.PI / 2);
  return Math.abs(turn - quarter) < STEADY ? quarter : turn;
}
