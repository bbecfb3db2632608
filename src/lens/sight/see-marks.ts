import type { Bounds, Marks, PathMark, TextMark } from '../../domain/mark.ts';
import { findAreas } from './areas.ts';
import { looseSpots, roundPatches } from './dots.ts';
import { healed } from './heal.ts';
import { saturation } from './inks.ts';
import { findLines, withoutDoubles } from './lines.ts';
import { type Maps, peaksOf } from './maps.ts';
import { lineMask, ruleMask, spotMask, wordMask } from './masks.ts';
import { oneInk } from './one-ink.ts';
import type { Patch, Patches } from './patches.ts';
import * as paths from './paths.ts';
import { apart, type Raster, type Rgb } from './raster.ts';
import { findRects, paperOf } from './rects.ts';
import { findRules } from './rules.ts';
import { isSeenAsLine, nearHeat } from './seen.ts';
import { findSolids } from './solids.ts';
import { findSectors } from './wedges.ts';

/** Pixels that a measured place may be off. */
const BLUR = 0.6;
/** Letters of this many units are what charts in documents have: marks are given in such units. */
const USUAL_SIZE = 10;

/**
 * Everything drawn in a picture of a chart, as marks: what the network names and the pixels measure. Null where that is
 * more than a chart has.
 */
export function seeMarks(raster: Raster, patches: Patches, seen: SeenBefore): Marks | null {
  const { texts } = seen;
  const drawn = drawnPaths(raster, patches, seen);
  if (drawn.length > MOST) return null;
  const scale = unitsByPixel(texts);
  const grow = <T extends Bounds>(one: T): T => ({
    ...one,
    x0: one.x0 * scale,
    y0: one.y0 * scale,
    x1: one.x1 * scale,
    y1: one.y1 * scale,
  });
  const [width, height] = [raster.width * scale, raster.height * scale];
  return {
    width,
    height,
    turn: 0,
    frame: { x0: 0, y0: 0, x1: width, y1: height },
    texts: texts.map(text => ({ ...grow(text), size: text.size * scale })),
    paths: drawn.map((path, order) => ({
      ...grow(path),
      nodes: path.nodes.map(value => value * scale),
      outline: path.outline.map(value => value * scale),
      strokeWidth: path.strokeWidth * scale,
      order,
      group: order,
    })),
    images: [],
    blur: BLUR * scale,
  };
}

function unitsByPixel(texts: readonly TextMark[]): number {
  const sizes = texts.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)];
  return usual ? Math.max(0.25, Math.min(1.25, USUAL_SIZE / usual)) : 1;
}

/** A drawing of more marks is a map. */
const MOST = 3_000;

interface SeenBefore {
  readonly maps: Maps;
  readonly texts: readonly TextMark[];
}

function drawnPaths(raster: Raster, raw: Patches, { maps, texts }: SeenBefore): PathMark[] {
  const paper = paperOf(raw, raster);
  const patches = healed(raw, raster, paper);
  const solids = findSolids(raster, patches);
  const isWord = wordMask(raster, texts);
  const covers = (gap: Bounds) =>
    texts.some(text => text.x0 < gap.x1 && text.x1 > gap.x0 && text.y0 < gap.y1 && text.y1 > gap.y0);
  const rects = findRects(raster, patches, { paper, isCovered: covers }).filter(
    rect => apart(rect.color, paper) > SAME && !isLetter(rect, texts),
  );
  const used = new Set<Patch>(rects.flatMap(rect => rect.patches));
  const rest = () =>
    patches.list.filter(
      patch => solids.patches.has(patch) && !used.has(patch) && apart(patch.color, paper) > SAME,
    );
  const sectors = findSectors(raster, patches, rest());
  for (const { patch } of sectors) used.add(patch);
  const round = roundPatches(
    rest().filter(
      patch => !isWord(Math.floor((patch.x0 + patch.x1) / 2), Math.floor((patch.y0 + patch.y1) / 2)),
    ),
  );
  for (const { patch } of round) used.add(patch);
  const areas = findAreas(raster, patches, rest());
  const loose = [...round.map(({ spot }) => spot), ...looseSpots(raster, solids, isWord)];
  const spotted = spotMask(raster, loose);
  const isTaken = (x: number, y: number) => isWord(x, y) || spotted[y * raster.width + x] === 1;
  const bright = findLines(raster, solids, { isTaken, isWanted: ink => saturation(ink) > COLORED }).filter(
    line => isSeenAsLine(line, maps),
  );
  const bent = bright.filter(({ nodes }) => nodes.length > 2 || Math.abs(nodes[0]![1] - nodes[1]![1]) > 1.5);
  const onLine = lineMask(raster, bent);
  const rules = findRules(raster, paper, {
    isTaken: (x, y) => isWord(x, y) || onLine[y * raster.width + x] === 1,
    isTick: (x, y) => nearHeat(maps, 'tick', x, y) > 0.2,
  });
  const ruled = ruleMask(raster, rules);
  const grey = findLines(raster, solids, {
    isTaken: (x, y) => isTaken(x, y) || ruled[y * raster.width + x] === 1,
    isWanted: ink => saturation(ink) <= COLORED,
  }).filter(line => isSeenAsLine(line, maps));
  const lines = withoutDoubles([...bright, ...grey]);
  const onLines = lines.flatMap(({ markers, color }) => markers.map(marker => ({ ...marker, color })));
  const spots = [...loose, ...onLines];
  const seen = peaksOf(maps, 'marker', 0.45)
    .filter(
      ({ x, y }) => !spots.some(spot => Math.hypot(spot.cx - x, spot.cy - y) < Math.max(3, spot.radius)),
    )
    .map(({ x, y, index }) => paths.spotAt(raster, x, y, maps.sides.marker_radius![index]! * maps.unit));
  const all = [...spots, ...seen];
  // Small marks first: a legend's sample shows its ink plainly.
  const plain = [...rects].sort((a, b) => size(a) - size(b));
  const inkOf = oneInk([...plain, ...sectors, ...areas, ...lines, ...all].map(({ color }) => color));
  const inked = <T extends { readonly color: Rgb }>(one: T): T => ({ ...one, color: inkOf(one.color) });
  return [
    ...plain.reverse().map(inked).map(paths.ofRect),
    ...areas.map(inked).map(paths.ofArea),
    ...sectors.map(inked).map(paths.ofSector),
    ...rules.map(paths.ofRule),
    ...lines.map(inked).map(paths.ofLine),
    ...all.map(inked).map(paths.ofSpot),
  ];
}

/** A stem or a dot of a letter: it lies in a line of words and is no larger than its letters. */
function isLetter(rect: Bounds, texts: readonly TextMark[]): boolean {
  const [x, y] = [(rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2];
  return texts.some(
    ({ x0, y0, x1, y1, size: em }) =>
      x > x0 && x < x1 && y > y0 && y < y1 && rect.y1 - rect.y0 < em && rect.x1 - rect.x0 < em,
  );
}

/** Inks with less between their channels are greys, in which grids and letters are drawn. */
const COLORED = 40;
/** As near to the paper a patch is paper. */
const SAME = 6;

function size({ x0, y0, x1, y1 }: Bounds): number {
  return (x1 - x0) * (y1 - y0);
}
