import sharp from 'sharp';
import { expect, test } from 'vitest';
import { wornPage } from '../../src/eval/degraded.ts';

const [WIDTH, HEIGHT] = [400, 600];
const square = { left: 300, top: 80, width: 20, height: 20 };
const page = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#fff' } })
  .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: '#000' } }, ...square }])
  .png()
  .toBuffer();

test('the same number wears a page the same', async () => {
  const [first, second] = [await wornPage(page, 3), await wornPage(page, 3)];
  expect(Buffer.compare(Buffer.from(first.jpeg), Buffer.from(second.jpeg))).toBe(0);
});

test.each([1, 2, 3, 4, 5])('what was turned (%d) is found where it was before', async number => {
  const worn = await wornPage(page, number);
  const { data, info } = await sharp(worn.jpeg).raw().toBuffer({ resolveWithObject: true });
  let [count, x, y] = [0, 0, 0];
  for (let i = 0; i < info.width * info.height; i++) {
    if ((data[i * info.channels] as number) > 90) continue;
    [count, x, y] = [count + 1, x + (i % info.width) + 0.5, y + Math.floor(i / info.width) + 0.5];
  }
  const [atX, atY] = worn.before([x / count / info.width, y / count / info.height, 0, 0]);
  expect(Math.abs(atX * WIDTH - 310)).toBeLessThan(1.5);
  expect(Math.abs(atY * HEIGHT - 90)).toBeLessThan(1.5);
});
