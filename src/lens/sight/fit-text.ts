import { median } from '../../lib/median.ts';
import { type Component, components } from '../page/components.ts';
import type { Picture } from '../picture.ts';
import { type Crop, cropOf } from './crop.ts';
import type { TextPlace } from './text-places.ts';

/** A place brought to its ink, and what the reader is to see of it. */
export interface FittedText {
  readonly place: TextPlace;
  readonly crop: Picture;
}

/** Of the strongest contrast in the line, what counts as ink. */
const INK = 0.38;
/** Weaker contrasts, in grey levels, are no letters. */
const FAINTEST = 18;
/** All in heights of the line: what is looked at around it, along and across. */
const AROUND = { along: 3, across: 0.6 };
/** Up to here past a place its words may go on, across such a gap; */
const BEYOND = 0.8;
const GAP = 0.3;
/** further off only the letters of a word. */
const CLOSE = 0.17;
/** A wider one inside a place parts two labels. */
const SPLIT = 0.8;
/** A letter's box is no taller. */
const TALLEST = 1.7;
/** A capital's height in those of its line. */
const CAPITAL = 0.76;

/** Brings a place to the letters that stand there; several where wide gaps part it, none where there is no ink. */
export function fitText(grey: Picture, place: TextPlace): readonly FittedText[] {
  const { height: em } = place;
  const wide = cropOf(grey, place, { along: AROUND.along * em, across: AROUND.across * em });
  const ground = groundOf(wide, place);
  if (!ground) return [];
  const all = components({ width: wide.picture.width, height: wide.picture.height, ink: ground.ink });
  const letters = all.filter(patch => isLetter(patch, wide, place));
  const lines = partsOf(lineOf(letters, wide, place), 1.15 * em);
  return lines.map(line => fitted({ line, all, wide, paper: ground.paper, place }));
}

interface Ground {
  readonly ink: Uint8Array;
  readonly paper: number;
}

/** Where ink is, by the contrast of what lies in the line itself; null where nothing stands out there. */
function groundOf({ picture: { width, height, data }, u, v }: Crop, place: TextPlace): Ground | null {
  const inner: number[] = [];
  for (let y = 0; y < height; y++) {
    if (Math.abs(y + 0.5 + v) > 0.6 * place.height) continue;
    for (let x = 0; x < width; x++)
      if (Math.abs(x + 0.5 + u) < place.width / 2) inner.push(data[y * width + x]!);
  }
  const paper = commonest(inner);
  const strongest = inner.reduce((most, value) => Math.max(most, Math.abs(value - paper)), 0);
  if (strongest < FAINTEST) return null;
  return { paper, ink: data.map(value => (Math.abs(value - paper) > INK * strongest ? 1 : 0)) };
}

function commonest(values: readonly number[]): number {
  const counts = new Int32Array(33);
  for (const value of values) counts[value >> 3]!++;
  const bin = counts.indexOf(Math.max(...counts));
  const own = values.filter(value => value >> 3 === bin);
  return Math.round(own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length));
}

/** No rule, no bar's side, and level with the line. */
function isLetter({ x0, y0, x1, y1 }: Component, { v, picture }: Crop, { height: em }: TextPlace): boolean {
  const [w, h] = [x1 - x0, y1 - y0];
  if (h > TALLEST * em || w > 4 * em) return false;
  if ((y0 === 0 || y1 === picture.height) && h > 0.5 * em) return false;
  if (w <= 0.14 * em + 0.5 && h > 1.15 * em) return false;
  return Math.abs((y0 + y1) / 2 + v) < 0.62 * em;
}

/** The letters of a place, and those that follow each other beyond it, from the left. */
function lineOf(
  letters: readonly Component[],
  { u }: Crop,
  { width, height }: TextPlace,
): readonly Component[] {
  const [from, to] = [-width / 2 - u, width / 2 - u];
  const sorted = [...letters].sort((a, b) => a.x0 - b.x0);
  const core = sorted.filter(
    ({ x0, x1 }) => (x0 + x1) / 2 > from - 0.1 * height && (x0 + x1) / 2 < to + 0.1 * height,
  );
  if (core.length === 0) return [];
  // What the letters themselves say of their size goes before what the network guessed.
  const em = Math.max(height, Math.max(...core.map(one => one.y1 - one.y0)) / CAPITAL);
  const line = [...core];
  const isNear = (one: Component) =>
    (one.x0 + one.x1) / 2 > from - BEYOND * em && (one.x0 + one.x1) / 2 < to + BEYOND * em;
  const reach = () => [Math.min(...line.map(({ x0 }) => x0)), Math.max(...line.map(({ x1 }) => x1))] as const;
  for (let grown = true; grown; ) {
    const [left, right] = reach();
    const next = sorted.find(
      one =>
        !line.includes(one) &&
        (!isThin(one, em) || isSign(one, left, em)) &&
        Math.max(one.x0 - right, left - one.x1) < (isNear(one) ? GAP : CLOSE) * em,
    );
    grown = next !== undefined;
    if (next) line.push(next);
  }
  return withoutTicks(
    line.sort((a, b) => a.x0 - b.x0),
    em,
  );
}

/** Level and low, as a dash or a tick. */
function isThin({ x0, y0, x1, y1 }: Component, em: number): boolean {
  return y1 - y0 <= Math.max(2, 0.18 * em) && x1 - x0 >= 0.3 * em;
}

/** A dash close before the first letter is a minus; a tick keeps its distance. */
function isSign({ x1 }: Component, left: number, em: number): boolean {
  return x1 <= left && left - x1 < 0.2 * em;
}

/** A dash apart from the letters at an end is the axis' tick. */
function withoutTicks(line: readonly Component[], em: number): readonly Component[] {
  const out = [...line];
  while (out.length > 1 && isThin(out.at(-1)!, em)) out.pop();
  while (out.length > 1 && isThin(out[0]!, em) && out[1]!.x0 - out[0]!.x1 > 0.24 * em) out.shift();
  return out.length === 1 && isThin(out[0]!, em) ? [] : out;
}

function partsOf(line: readonly Component[], em: number): readonly (readonly Component[])[] {
  const parts: Component[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const letter of line) {
    if (letter.x0 - right > SPLIT * em) parts.push([]);
    parts.at(-1)!.push(letter);
    right = Math.max(right, letter.x1);
  }
  return parts;
}

interface Part {
  readonly line: readonly Component[];
  readonly all: readonly Component[];
  readonly wide: Crop;
  readonly paper: number;
  readonly place: TextPlace;
}

function fitted({ line, all, wide, paper, place }: Part): FittedText {
  const [x0, x1] = [Math.min(...line.map(one => one.x0)), Math.max(...line.map(one => one.x1))];
  const [y0, y1] = [Math.min(...line.map(one => one.y0)), Math.max(...line.map(one => one.y1))];
  const tallest = Math.max(...line.map(one => one.y1 - one.y0));
  const full = line.filter(one => one.y1 - one.y0 > 0.6 * tallest);
  const middle = (median(full.map(one => one.y0)) + median(full.map(one => one.y1))) / 2;
  const turn = (place.angle * Math.PI) / 180;
  const [u, v] = [wide.u + (x0 + x1) / 2, wide.v + middle];
  const strangers = all.filter(patch => !line.includes(patch) && patch.x0 < x1 && patch.x1 > x0);
  return {
    place: {
      ...place,
      cx: place.cx + u * Math.cos(turn) - v * Math.sin(turn),
      cy: place.cy + u * Math.sin(turn) + v * Math.cos(turn),
      width: x1 - x0,
      height: Math.max(0.7 * place.height, Math.min(1.5 * place.height, tallest / CAPITAL)),
    },
    crop: cutOut(
      wide.picture,
      { x0, y0, x1, y1 },
      { strangers, paper, margin: Math.max(1, Math.round(0.25 * tallest)) },
    ),
  };
}

type Box = Pick<Component, 'x0' | 'y0' | 'x1' | 'y1'>;

/** The letters with a little paper around them; what else stands there is wiped off. */
function cutOut(
  { width, data }: Picture,
  { x0, y0, x1, y1 }: Box,
  {
    strangers,
    paper,
    margin,
  }: { readonly strangers: readonly Box[]; readonly paper: number; readonly margin: number },
): Picture {
  const [w, h] = [x1 - x0 + 2 * margin, y1 - y0 + 2 * margin];
  const out = new Uint8Array(w * h).fill(paper);
  for (let y = Math.max(0, y0 - 1); y < Math.min(data.length / width, y1 + 1); y++) {
    for (let x = Math.max(0, x0 - 1); x < Math.min(width, x1 + 1); x++) {
      const strange = strangers.some(s => x >= s.x0 - 1 && x <= s.x1 && y >= s.y0 - 1 && y <= s.y1);
      if (!strange) out[(y - y0 + margin) * w + (x - x0 + margin)] = data[y * width + x]!;
    }
  }
  return { width: w, height: h, data: out };
}
