import { describe, expect, test } from 'vitest';
import { bumpsOf } from '../../../src/lens/sight/bumps.ts';
import { findLines } from '../../../src/lens/sight/lines.ts';
import { findPatches } from '../../../src/lens/sight/patches.ts';
import { hexOf } from '../../../src/lens/sight/raster.ts';
import { findSolids } from '../../../src/lens/sight/solids.ts';
import { drawnRaster } from './drawn-raster.ts';

async function linesIn(content: string) {
  const raster = await drawnRaster(content);
  const solids = findSolids(raster, findPatches(raster));
  return findLines(raster, solids, { isTaken: () => false, isWanted: () => true });
}

const way = (points: readonly (readonly [number, number])[], color = '#4c78a8', width = 2) =>
  `<polyline points="${points.map(p => p.join(',')).join(' ')}" fill="none" stroke="${color}" stroke-width="${width}"/>`;

const ZIGZAG = [
  [20, 150],
  [80, 40],
  [140, 120],
  [200, 60],
  [280, 170],
] as const;

describe('lines of data', () => {
  test.each([
    ['thick', 3],
    ['thin', 1.5],
  ])('nodes of a %s line to a pixel', async (_, width) => {
    const [line] = await linesIn(way(ZIGZAG, '#4c78a8', width));
    expect(line!.nodes).toHaveLength(ZIGZAG.length);
    for (const [i, [x, y]] of ZIGZAG.entries()) {
      expect(Math.abs(line!.nodes[i]![0] - x)).toBeLessThan(1.5);
      expect(Math.abs(line!.nodes[i]![1] - y)).toBeLessThan(1.5);
    }
  });

  test('two lines that cross keep their inks', async () => {
    const lines = await linesIn(
      way([
        [20, 40],
        [280, 160],
      ]) +
        way(
          [
            [20, 160],
            [280, 40],
          ],
          '#e45756',
        ),
    );
    expect(lines.map(({ color }) => hexOf(color)).sort()).toEqual(['#4c78a8', '#e45756']);
    for (const { nodes } of lines) expect(nodes).toHaveLength(2);
  });

  test('a step line has both ends of each step', async () => {
    const [line] = await linesIn(
      way([
        [20, 150],
        [100, 150],
        [100, 60],
        [200, 60],
        [200, 120],
        [280, 120],
      ]),
    );
    const ys = new Set(line!.nodes.map(([, y]) => Math.round(y / 5) * 5));
    expect([...ys].sort((a, b) => a - b)).toEqual([60, 120, 150]);
  });

  test('markers in a line’s ink are found where it is thicker', () => {
    const thick = new Set([30, 31, 32, 33, 34, 80, 81, 82, 83, 84]);
    const runs = Array.from({ length: 120 }, (_, x) => {
      const half = thick.has(x) ? 4 : 1;
      return { x, top: 50 - half, bottom: 50 + half, middle: 50, hidden: false };
    });
    expect(bumpsOf({ runs, thickness: 2, gaps: 0 })).toEqual([
      { cx: 32.5, cy: 50, radius: 4 },
      { cx: 82.5, cy: 50, radius: 4 },
    ]);
  });
});
