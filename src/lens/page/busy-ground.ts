import type { Bounds } from '../../domain/mark.ts';
import { median } from '../../lib/median.ts';
import type { Picture } from '../picture.ts';
import { type Component, components } from './components.ts';
import { lettersOf, type TextLine } from './group-lines.ts';
import { type InkMask, inkMask } from './ink-mask.ts';
import { withoutRules } from './rules.ts';

/** A picture as one kind of letters stands out on it, and the lines of such letters. */
export interface Layer {
  readonly picture: Picture;
  readonly lines: readonly TextLine[];
}

/** Letters over photographs are nearly white or nearly black; what is this much weaker is taken for ground. */
const LIGHT = 215;
const DARK = 55;
const GROUND = 40;
/** Letters of one word: heights by this factor, gaps and steps of the line they stand on in their heights. */
const UNLIKE = 2;
const UNLIKE_LINES = 1.5;
const WIDEST_GAP = 1.1;
const STEP = 0.3;
const SMALLEST = 5;
const FEWEST = 2;
/** Dots, accents and hyphens around a line's letters, in heights of these. */
const REACH = 0.5;

/**
 * Lines among drawings and over photographs, where patches of ink are mostly no letters: only letters that go
 * together with their neighbours make a line. What isn't text is found as well; reading tells.
 */
export function layersOf(picture: Picture): readonly Layer[] {
  const masks: readonly (readonly [Picture, InkMask])[] = [
    [picture, inkMask(picture)],
    [mapped(picture, grey => Math.max(grey, LIGHT - GROUND)), maskOf(picture, grey => grey >= LIGHT)],
    [mapped(picture, grey => Math.min(grey, DARK + GROUND)), maskOf(picture, grey => grey <= DARK)],
  ];
  return masks.map(([shown, mask]) => {
    const patches = lettersOf(components(withoutRules(mask)), picture);
    return { picture: shown, lines: chains(patches) };
  });
}

function mapped(picture: Picture, change: (grey: number) => number): Picture {
  return { ...picture, data: picture.data.map(change) };
}

function maskOf({ width, height, data }: Picture, isInk: (grey: number) => boolean): InkMask {
  return { width, height, ink: data.map(grey => (isInk(grey) ? 1 : 0)) };
}

/** Letters of like height that stand side by side on one line. */
function chains(patches: readonly Component[]): readonly TextLine[] {
  const letters = patches.filter(patch => heightOf(patch) >= SMALLEST).sort((a, b) => a.x0 - b.x0);
  const chained: Component[][] = [];
  for (const letter of letters) {
    const before = nearest(letter, chained);
    if (before) before.push(letter);
    else chained.push([letter]);
  }
  return joined(chained.filter(chain => chain.length >= FEWEST).map(chain => lineOf(chain, patches)));
}

/** Lines of which one goes on where the other ends: a colon or a hyphen stands between them. */
function joined(lines: readonly TextLine[]): readonly TextLine[] {
  const kept: TextLine[] = [];
  for (const line of lines.toSorted((a, b) => a.x0 - b.x0)) {
    const at = kept.findIndex(other => goesOn(other, line));
    if (at < 0) kept.push(line);
    else kept[at] = { ...(kept[at] as TextLine), ...around([kept[at] as TextLine, line]) };
  }
  return kept;
}

function goesOn(left: TextLine, right: TextLine): boolean {
  const [small, large] = [Math.min(left.size, right.size), Math.max(left.size, right.size)];
  const gap = right.x0 - left.x1;
  const onLine = Math.abs(left.base - right.base) <= STEP * small;
  return onLine && large <= UNLIKE_LINES * small && gap > 0 && gap <= WIDEST_GAP * small;
}

function nearest(letter: Component, chained: readonly Component[][]): Component[] | undefined {
  let best: Component[] | undefined;
  let closest = Number.POSITIVE_INFINITY;
  for (const chain of chained) {
    const gap = letter.x0 - (chain.at(-1) as Component).x1;
    if (gap >= closest || !chain.slice(-3).some(other => goesWith(other, letter, gap))) continue;
    [best, closest] = [chain, gap];
  }
  return best;
}

function goesWith(left: Component, right: Component, gap: number): boolean {
  const [low, high] = [Math.min(heightOf(left), heightOf(right)), Math.max(heightOf(left), heightOf(right))];
  const isNear = gap <= WIDEST_GAP * high && gap > -0.5 * high;
  const onLine = Math.min(Math.abs(left.y1 - right.y1), Math.abs(left.y0 - right.y0)) <= STEP * low;
  return isNear && onLine && high <= UNLIKE * low;
}

function lineOf(chain: readonly Component[], patches: readonly Component[]): TextLine {
  const size = median(chain.map(heightOf));
  const core = around(chain);
  const near = patches.filter(patch => heightOf(patch) < 0.6 * size && isWithin(patch, core, REACH * size));
  return { ...around([...chain, ...near]), size, base: median(chain.map(({ y1 }) => y1)) };
}

function isWithin(patch: Bounds, { x0, y0, x1, y1 }: Bounds, reach: number): boolean {
  return patch.x0 >= x0 - reach && patch.x1 <= x1 + reach && patch.y0 >= y0 - reach && patch.y1 <= y1 + reach;
}

function around(parts: readonly Bounds[]): Bounds {
  return {
    x0: Math.min(...parts.map(({ x0 }) => x0)),
    y0: Math.min(...parts.map(({ y0 }) => y0)),
    x1: Math.max(...parts.map(({ x1 }) => x1)),
    y1: Math.max(...parts.map(({ y1 }) => y1)),
  };
}

function heightOf({ y0, y1 }: Bounds): number {
  return y1 - y0;
}
