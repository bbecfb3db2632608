import { expect, test } from 'vitest';
import { findPatches } from '../../../src/lens/sight/patches.ts';
import { findSectors } from '../../../src/lens/sight/wedges.ts';
import { drawnRaster } from './drawn-raster.ts';

const INKS = ['#4c78a8', '#f58518', '#e45756', '#72b7b2'];

/** Sectors of a circle around (150, 100) from twelve o'clock, `hole` the radius of what is cut out. */
function pie(shares: readonly number[], { radius = 80, hole = 0, stroke = '' } = {}): string {
  let from = 0;
  const at = (turn: number, r: number) => `${150 + r * Math.sin(turn)} ${100 - r * Math.cos(turn)}`;
  return shares
    .map((share, i) => {
      const to = from + 2 * Math.PI * share;
      const large = share > 0.5 ? 1 : 0;
      const inner = hole ? `L${at(to, hole)} A${hole} ${hole} 0 ${large} 0 ${at(from, hole)}` : 'L150 100';
      const path = `<path d="M${at(from, radius)} A${radius} ${radius} 0 ${large} 1 ${at(to, radius)} ${inner} Z" fill="${INKS[i]}" ${stroke}/>`;
      from = to;
      return path;
    })
    .join('');
}

test.each([
  ['a pie', {}],
  ['a ring', { hole: 45 }],
  ['white lines between its slices', { stroke: 'stroke="#fff" stroke-width="2"' }],
])('%s: shares of its slices within half a percent', async (_, look) => {
  const shares = [0.45, 0.3, 0.17, 0.08];
  const raster = await drawnRaster(pie(shares, look));
  const patches = findPatches(raster);
  const free = patches.list.filter(({ area }) => area < 20_000);
  const sectors = findSectors(raster, patches, free).sort((a, b) => a.from - b.from);
  expect(sectors).toHaveLength(4);
  const read = sectors.map(({ from, to }) => (to - from) / (2 * Math.PI));
  for (const [i, share] of shares.entries()) expect(read[i]).toBeCloseTo(share, 2);
  expect(sectors[0]!.cx).toBeCloseTo(150, 0);
  expect(sectors[0]!.inner > 0).toBe('hole' in look);
});

test('a disc is no pie', async () => {
  const raster = await drawnRaster('<circle cx="150" cy="100" r="60" fill="#4c78a8"/>');
  const patches = findPatches(raster);
  expect(
    findSectors(
      raster,
      patches,
      patches.list.filter(({ area }) => area < 20_000),
    ),
  ).toEqual([]);
});
