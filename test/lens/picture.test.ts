import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodePicture, type Picture, turnPicture } from '../../src/lens/picture.ts';

describe('decodePicture', () => {
  const [width, height] = [6, 4];
  test.each([
    { name: 'a clear background is white', background: { r: 0, g: 0, b: 0, alpha: 0 }, grey: 255 },
    { name: 'black is 0', background: { r: 0, g: 0, b: 0, alpha: 1 }, grey: 0 },
    { name: 'grey keeps its level', background: { r: 130, g: 130, b: 130, alpha: 1 }, grey: 130 },
  ])('$name', async ({ background, grey }) => {
    const png = await sharp({ create: { width, height, channels: 4, background } })
      .png()
      .toBuffer();
    const picture = await decodePicture(png);
    expect(picture).toMatchObject({ width, height });
    expect([...picture.data]).toEqual(new Array(width * height).fill(grey));
  });
});

describe('turnPicture', () => {
  const picture: Picture = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
  test.each([
    { turn: 0 as const, width: 3, data: [1, 2, 3, 4, 5, 6] },
    { turn: 90 as const, width: 2, data: [4, 1, 5, 2, 6, 3] },
    { turn: 180 as const, width: 3, data: [6, 5, 4, 3, 2, 1] },
    { turn: 270 as const, width: 2, data: [3, 6, 2, 5, 1, 4] },
  ])('by $turn degrees clockwise', ({ turn, width, data }) => {
    const turned = turnPicture(picture, turn);
    expect([turned.width, [...turned.data]]).toEqual([width, data]);
  });
});
