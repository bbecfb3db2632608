import { type Bump, bumpsOf } from './bumps.ts';
import { findInks } from './inks.ts';
import { nodesOf, type Point } from './polyline.ts';
import { apart, coverage, type Raster, type Rgb } from './raster.ts';
import type { Solids } from './solids.ts';
import { follow, runsOf, type Track } from './tracks.ts';

/** A line of data, or a legend's sample of one. */
export interface DrawnLine {
  readonly color: Rgb;
  readonly nodes: readonly Point[];
  readonly markers: readonly Bump[];
  readonly thickness: number;
  readonly dashed: boolean;
  readonly track: Track;
}

/** Of the ink that a pixel may be off and still be a blend of it. */
const OFF = 26;
const SHORTEST = 7;

/** Lines in each ink that `isWanted`; `isTaken` says where words and other strokes stand. */
export function findLines(
  raster: Raster,
  solids: Solids,
  {
    isTaken,
    isWanted,
  }: { readonly isTaken: (x: number, y: number) => boolean; readonly isWanted: (ink: Rgb) => boolean },
): DrawnLine[] {
  const { width, height } = raster;
  const open = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) open[i] = solids.free[i] && !isTaken(x, y) ? 1 : 0;
  }
  const inks = findInks(raster, i => open[i] === 1, solids.papers);
  const masks = masksOf(inks, { raster, solids, open });
  return inks.flatMap((color, k) => {
    if (!isWanted(color)) return [];
    const isOther = (index: number) => masks.some((mask, other) => other !== k && mask[index]! > 0.35);
    const tracks = follow(runsOf({ mask: masks[k]!, width, height, isOther }));
    return tracks.filter(isLine).map(track => ({
      color,
      nodes: nodesOf(track, bumpsOf(track)),
      markers: bumpsOf(track),
      thickness: track.thickness,
      dashed: isDashed(track),
      track,
    }));
  });
}

interface Scene {
  readonly raster: Raster;
  readonly solids: Solids;
  readonly open: Uint8Array;
}

/** How much of each ink lies on each pixel; a pixel is of the ink that explains it best. */
function masksOf(inks: readonly Rgb[], { raster: { data }, solids, open }: Scene): Float32Array[] {
  const masks = inks.map(() => new Float32Array(open.length));
  for (let i = 0; i < open.length; i++) {
    if (!open[i]) continue;
    const paper = solids.papers[solids.nearest[i]!];
    if (!paper) continue;
    const color: Rgb = [data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!];
    let [best, off, share] = [-1, OFF, 0];
    inks.forEach((ink, k) => {
      const mix = coverage(color, ink, paper);
      if (!mix || mix.share < 0.12 || mix.share > 1.25) return;
      const cost = mix.off + 20 * Math.max(0, mix.share - 1);
      if (cost < off) [best, off, share] = [k, cost, Math.min(1, mix.share)];
    });
    if (best !== -1) masks[best]![i] = share;
  }
  return masks;
}

function isLine({ runs, thickness }: Track): boolean {
  const [first, last] = [runs[0]!, runs.at(-1)!];
  const wide = last.x - first.x + 1;
  if (wide < SHORTEST || thickness > 9) return false;
  return runs.length > 0.35 * wide && wide > 2.5 * thickness;
}

/** Ink that comes and goes at even steps. */
function isDashed({ runs, gaps }: Track): boolean {
  if (gaps < 6) return false;
  let breaks = 0;
  for (let i = 1; i < runs.length; i++) if (runs[i]!.x - runs[i - 1]!.x > 1) breaks++;
  return breaks >= 4 && gaps > 0.12 * runs.length;
}

/** Pixels within which two lines are one that was followed in two shades of its ink. */
const DOUBLE = 1.6;

/** Lines without those that run along a longer one. */
export function withoutDoubles(lines: readonly DrawnLine[]): readonly DrawnLine[] {
  const kept: DrawnLine[] = [];
  for (const line of [...lines].sort((a, b) => b.track.runs.length - a.track.runs.length)) {
    if (!kept.some(other => runsAlong(line, other))) kept.push(line);
  }
  return kept;
}

function runsAlong({ track, color }: DrawnLine, other: DrawnLine): boolean {
  if (apart(color, other.color) > 70) return false;
  const middles = new Map(other.track.runs.map(({ x, middle }) => [x, middle]));
  const near = track.runs.filter(
    ({ x, middle }) => Math.abs((middles.get(x) ?? Number.NaN) - middle) < DOUBLE,
  );
  return near.length > 0.7 * track.runs.length;
}
