import { type Circle, fitCircle, type Points } from './circle.ts';
import { type Patch, type Patches, profileOf } from './patches.ts';
import type { Raster, Rgb } from './raster.ts';

/** A sector of a circle or ring; angles in radians, clockwise from twelve o'clock. */
export interface Sector {
  readonly cx: number;
  readonly cy: number;
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
  readonly color: Rgb;
  readonly patch: Patch;
}

/** Neighbouring sectors leave no wider gap, as a share of the radius. */
const SLIT = 0.09;

/** Pies and rings among patches: sectors around one middle. */
export function findSectors(raster: Raster, patches: Patches, free: readonly Patch[]): Sector[] {
  const large = free.filter(
    ({ area, x1, x0, y1, y0 }) =>
      area >= 60 && area < 0.6 * raster.width * raster.height && Math.max(x1 - x0, y1 - y0) >= 10,
  );
  const outlines = new Map(large.map(patch => [patch, outlineOf(patches, patch, raster)]));
  const circles = large
    .filter(({ area }) => area >= 200)
    .flatMap(patch => {
      const circle = fitCircle(outlines.get(patch)!);
      return circle ? [circle] : [];
    })
    .sort((a, b) => b.on - a.on);
  const sectors: Sector[] = [];
  const taken = new Set<Patch>();
  for (const circle of circles.slice(0, 12)) {
    const around = sectorsAround(circle, {
      large: large.filter(patch => !taken.has(patch)),
      outlines,
      patches,
      raster,
    });
    if (!isPie(around)) continue;
    for (const { patch } of around) taken.add(patch);
    sectors.push(...closed(around));
  }
  return sectors;
}

function isPie(sectors: readonly Sector[]): boolean {
  const whole = sectors.reduce((sum, { from, to }) => sum + to - from, 0);
  return sectors.length >= 2 && whole > 0.8 * 2 * Math.PI && whole < 1.06 * 2 * Math.PI;
}

function outlineOf(patches: Patches, patch: Patch, raster: Raster): Points {
  const rows = profileOf(patches, patch, raster, 'row');
  const columns = profileOf(patches, patch, raster, 'column');
  const points: [number, number][] = [];
  rows.first.forEach((x, i) => {
    if (x !== -1) points.push([x, patch.y0 + i + 0.5], [rows.last[i]! + 1, patch.y0 + i + 0.5]);
  });
  columns.first.forEach((y, i) => {
    if (y !== -1) points.push([patch.x0 + i + 0.5, y], [patch.x0 + i + 0.5, columns.last[i]! + 1]);
  });
  return points;
}

interface Scene {
  readonly large: readonly Patch[];
  readonly outlines: ReadonlyMap<Patch, Points>;
  readonly patches: Patches;
  readonly raster: Raster;
}

/** The patches that fill sectors of this circle. */
function sectorsAround(circle: Circle, { large, outlines, patches, raster }: Scene): Sector[] {
  const { cx, cy, radius } = circle;
  return large.flatMap(patch => {
    const outline = outlines.get(patch)!;
    const radii = outline.map(([x, y]) => Math.hypot(x - cx, y - cy));
    if (radii.filter(r => r > radius + 2.5).length > 0.06 * radii.length) return [];
    if (radii.filter(r => Math.abs(r - radius) < 1.6).length < 0.1 * radii.length) return [];
    const angles = anglesOf(patch, { cx, cy, radius }, patches, raster);
    if (!angles) return [];
    const { from, to, inner } = angles;
    const expected = ((to - from) / 2) * (radius ** 2 - inner ** 2);
    if (patch.area < 0.6 * expected || patch.area > 1.1 * expected + 30) return [];
    return [{ cx, cy, inner, outer: radius, from, to, color: patch.color, patch }];
  });
}

/** The extent of a patch around a middle, and how near it comes to it. */
function anglesOf(
  { id, x0, y0, x1, y1 }: Patch,
  { cx, cy, radius }: Omit<Circle, 'on'>,
  { ids }: Patches,
  { width }: Raster,
) {
  const BINS = 1440;
  const seen = new Uint8Array(BINS);
  let nearest = radius;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (ids[y * width + x] !== id) continue;
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const r = Math.hypot(dx, dy);
      nearest = Math.min(nearest, r);
      if (r < 0.7 * radius) continue;
      const angle = Math.atan2(dx, -dy);
      // A pixel covers an angle; at the rim about its width.
      const half = 0.5 / r;
      const [from, to] = [
        Math.floor(((angle - half) / (2 * Math.PI)) * BINS),
        Math.floor(((angle + half) / (2 * Math.PI)) * BINS),
      ];
      for (let bin = from; bin <= to; bin++) seen[((bin % BINS) + BINS) % BINS] = 1;
    }
  }
  const gap = largestGap(seen);
  if (!gap) return null;
  const inner = nearest > 0.2 * radius ? nearest - 0.5 : 0;
  const turn = (2 * Math.PI) / BINS;
  return { from: gap.end * turn, to: (gap.start + (gap.start < gap.end ? BINS : 0)) * turn, inner };
}

function largestGap(seen: Uint8Array): { readonly start: number; readonly end: number } | null {
  const n = seen.length;
  const first = seen.indexOf(1);
  if (first === -1) return null;
  let best = { start: 0, end: 0, length: 0 };
  let start = -1;
  for (let k = 1; k <= n; k++) {
    const i = (first + k) % n;
    if (seen[i]) {
      if (start !== -1 && k - start > best.length)
        best = { start: (first + start) % n, end: i, length: k - start };
      start = -1;
    } else if (start === -1) start = k;
  }
  return best.length > 4 ? best : null;
}

/** Neighbours meet in the middle of the slit between them. */
function closed(sectors: readonly Sector[]): Sector[] {
  const sorted = [...sectors].sort((a, b) => a.from - b.from);
  const inner = sorted.map(sector => sector.inner).sort((a, b) => a - b)[Math.floor(sorted.length / 2)]!;
  const edges = sorted.map((sector, i) => {
    const next = sorted[(i + 1) % sorted.length]!;
    const start = i + 1 === sorted.length ? next.from + 2 * Math.PI : next.from;
    return Math.abs(start - sector.to) < SLIT ? (start + sector.to) / 2 : null;
  });
  return sorted.map((sector, i) => {
    const before = edges[(i + sorted.length - 1) % sorted.length];
    const from =
      before === null || before === undefined ? sector.from : i === 0 ? before - 2 * Math.PI : before;
    return { ...sector, inner, from, to: edges[i] ?? sector.to };
  });
}
