import { describe, expect, test } from 'vitest';
import { healed } from '../../../src/lens/sight/heal.ts';
import { findPatches } from '../../../src/lens/sight/patches.ts';
import { hexOf } from '../../../src/lens/sight/raster.ts';
import { findRects, paperOf } from '../../../src/lens/sight/rects.ts';
import { drawnRaster } from './drawn-raster.ts';

async function rectsIn(content: string) {
  const raster = await drawnRaster(content);
  const raw = findPatches(raster);
  const paper = paperOf(raw, raster);
  const patches = healed(raw, raster, paper);
  return findRects(raster, patches, { paper, isCovered: () => false })
    .filter(({ color }) => hexOf(color) !== '#ffffff')
    .map(({ x0, y0, x1, y1, color }) => ({
      box: [x0, y0, x1, y1].map(v => Math.round(v * 10) / 10),
      color: hexOf(color),
    }))
    .sort((a, b) => a.box[0]! - b.box[0]! || a.box[1]! - b.box[1]!);
}

const BLUE = '#4c78a8';

describe('bars among the pixels of a picture', () => {
  test.each([
    [
      'one bar, on whole pixels',
      `<rect x="40" y="50" width="30" height="100" fill="${BLUE}"/>`,
      [[40, 50, 70, 150]],
    ],
    [
      'an edge between two pixels, by how much of it is covered',
      `<rect x="40" y="50.4" width="30" height="99.6" fill="${BLUE}"/>`,
      [[40, 50.4, 70, 150]],
    ],
    [
      'rounded corners',
      `<rect x="40" y="50" width="30" height="100" rx="5" fill="${BLUE}"/>`,
      [[40, 50, 70, 150]],
    ],
    [
      'two bars that a pixel of paper parts meet in its middle',
      `<rect x="40" y="50" width="30" height="100" fill="${BLUE}"/><rect x="71" y="50" width="30" height="100" fill="${BLUE}"/>`,
      [
        [40, 50, 70.5, 150],
        [70.5, 50, 101, 150],
      ],
    ],
    [
      'one bar that a line of another ink crosses',
      `<rect x="40" y="50" width="60" height="100" fill="${BLUE}"/><path d="M20 60 L200 140" stroke="#e45756" stroke-width="2"/>`,
      [[40, 50, 100, 150]],
    ],
    [
      'a gradient',
      `<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#4c78a8"/><stop offset="1" stop-color="#6c98c8"/></linearGradient></defs><rect x="40" y="50" width="60" height="100" fill="url(#g)"/>`,
      [[40, 50, 100, 150]],
    ],
  ])('%s', async (_, content, boxes) => {
    const found = await rectsIn(content);
    expect(found.map(({ box }) => box)).toEqual(boxes);
  });

  test('a stack is its pieces, each in its own ink', async () => {
    const found = await rectsIn(
      `<rect x="40" y="50" width="30" height="40" fill="#f58518"/><rect x="40" y="90" width="30" height="60" fill="${BLUE}"/>`,
    );
    expect(found).toEqual([
      { box: [40, 50, 70, 90], color: '#f58518' },
      { box: [40, 90, 70, 150], color: BLUE },
    ]);
  });

  test('a triangle is no bar', async () => {
    expect(await rectsIn(`<path d="M40 150 L100 50 L160 150 Z" fill="${BLUE}"/>`)).toEqual([]);
  });
});
