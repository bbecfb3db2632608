import { describe, expect, test } from 'vitest';
import { layersOf } from '../../../src/lens/page/busy-ground.ts';
import type { Picture } from '../../../src/lens/picture.ts';
import { lettersAt } from './letters.ts';

const [WIDTH, HEIGHT] = [600, 200];

/** Blotches of grey between `low` and `high`, with a line of letters in one shade. */
function picture({ low, high, ink }: { low: number; high: number; ink: number }): Picture {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [Math.floor((i % WIDTH) / 11), Math.floor(i / WIDTH / 9)];
    return low + ((x * 37 + y * 61) % 97) * ((high - low) / 96);
  });
  for (const { x0, y0, x1, y1 } of lettersAt(100, 90, 20, 20)) {
    for (let y = y0; y < y1; y++) data.fill(ink, y * WIDTH + x0, y * WIDTH + x1);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

describe('layersOf', () => {
  test.each([
    { name: 'white letters', low: 20, high: 180, ink: 255, layer: 1 },
    { name: 'black letters', low: 90, high: 250, ink: 5, layer: 2 },
  ])('$name over a photograph stand out in one layer', ({ layer, ...shades }) => {
    const { lines } = layersOf(picture(shades))[layer]!;
    const long = lines.filter(({ x0, x1 }) => x1 - x0 > 300);
    expect(long).toHaveLength(1);
    expect(long[0]).toMatchObject({ y0: 90, y1: 110, size: 20 });
  });

  test('a large figure is no line with small letters beside it', () => {
    const plain = picture({ low: 250, high: 250, ink: 0 });
    for (let y = 60; y < 120; y++) plain.data.fill(0, y * WIDTH + 60, y * WIDTH + 92);
    const [ink] = layersOf(plain);
    expect(ink?.lines.map(({ x0 }) => x0)).toEqual([100]);
  });
});
