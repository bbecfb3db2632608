import { expect, test } from 'vitest';
import { greyOf } from '../../../src/lens/sight/crop.ts';
import { fitText } from '../../../src/lens/sight/fit-text.ts';
import { drawnRaster } from './drawn-raster.ts';

/** Letters as blocks of 7 by 10 pixels, 3 apart. */
function blocks(x: number, y: number, count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `<rect x="${x + 10 * i}" y="${y}" width="7" height="10" fill="#222"/>`,
  ).join('');
}

const place = { cx: 115, cy: 105, width: 30, height: 14, angle: 0, strength: 1 };

test.each([
  ['letters where they are', blocks(100, 100, 3), [[100, 127]]],
  ['a letter beyond the place, close by', blocks(100, 100, 4), [[100, 137]]],
  [
    'no tick at the end',
    `${blocks(100, 100, 3)}<rect x="132" y="104" width="6" height="1" fill="#222"/>`,
    [[100, 127]],
  ],
  [
    'a minus before it',
    `${blocks(100, 100, 3)}<rect x="92" y="104" width="6" height="2" fill="#222"/>`,
    [[92, 127]],
  ],
  [
    'no axis beside it',
    `${blocks(100, 100, 3)}<rect x="131" y="40" width="1" height="150" fill="#222"/>`,
    [[100, 127]],
  ],
  [
    'two labels that a gap parts',
    blocks(96, 100, 1) + blocks(126, 100, 1),
    [
      [96, 103],
      [126, 133],
    ],
  ],
  ['nothing where there is no ink', '', []],
])('%s', async (_, content, ends) => {
  const grey = greyOf(await drawnRaster(content));
  const found = fitText(grey, place).map(({ place: { cx, width } }) => [cx - width / 2, cx + width / 2]);
  expect(found).toEqual(ends);
});

test('the middle of what is as high as a figure, whatever hangs below', async () => {
  const comma = '<rect x="128" y="108" width="2" height="5" fill="#222"/>';
  const [fit] = fitText(greyOf(await drawnRaster(blocks(100, 100, 3) + comma)), place);
  expect(fit!.place.cy).toBe(105);
});
