import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VisionModel } from '../../../src/domain/vision.ts';
import { openLens } from '../../../src/lens/index.ts';

let lens: VisionModel;
beforeAll(async () => {
  lens = await openLens({ processes: 1 });
});
afterAll(() => lens[Symbol.asyncDispose]());

const HEIGHTS = [80, 160, 240];
const grid = [0, 1, 2, 3].map(
  i =>
    `<path d="M60.5 ${320.5 - 80 * i} H560" stroke="#ddd"/><text x="50" y="${325 - 80 * i}" text-anchor="end">${10 * i}</text>`,
);
const bars = HEIGHTS.map(
  (height, i) =>
    `<rect x="${120 + 150 * i}" y="${320 - height}" width="60" height="${height}" fill="#4c78a8"/><text x="${150 + 150 * i}" y="340" text-anchor="middle">${['North', 'South', 'West'][i]}</text>`,
);
const chart = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" font-family="sans-serif" font-size="14"><rect width="600" height="400" fill="#fff"/><text x="300" y="30" text-anchor="middle" font-size="18">Sales by region</text>${grid.join('')}${bars.join('')}<path d="M60.5 60 V320.5 H560" stroke="#888" fill="none"/></svg>`;

test('a chart’s picture becomes marks: its bars to the pixel, its lines, its words', async () => {
  const marks = await lens.marks(await sharp(Buffer.from(chart)).png().toBuffer());
  const unit = marks!.width / 600;
  const tops = marks!.paths
    .filter(({ fill }) => fill === '#4c78a8')
    .map(({ x0, y0 }) => [Math.round(x0 / unit), Math.round(y0 / unit)]);
  expect(tops.sort((a, b) => a[0]! - b[0]!)).toEqual([
    [120, 240],
    [270, 160],
    [420, 80],
  ]);
  const level = marks!.paths.filter(({ stroke, y0, y1 }) => stroke !== '' && y1 - y0 < 1);
  expect(level.length).toBeGreaterThanOrEqual(4);
  expect(marks!.texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Sales by region', 'North', 'South']),
  );
  expect(marks!.blur).toBeGreaterThan(0);
});

test.each([
  ['a plain sheet', Buffer.alloc(300 * 200 * 3, 255)],
  [
    'noise',
    Buffer.from(Uint8Array.from({ length: 300 * 200 * 3 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 255)),
  ],
])('%s has no chart', async (_, data) => {
  const png = await sharp(data, { raw: { width: 300, height: 200, channels: 3 } })
    .png()
    .toBuffer();
  expect(await lens.marks(png)).toBeNull();
});
