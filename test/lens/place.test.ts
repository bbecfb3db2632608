import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/lens/picture.ts';
import { placedStrip } from '../../src/lens/place.ts';

const [WIDTH, HEIGHT] = [120, 40];

/** Black rectangles on white. */
function drawn(...boxes: readonly (readonly [x: number, y: number, w: number, h: number])[]): Picture {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [x, y, w, h] of boxes) {
    for (let row = y; row < y + h; row++) data.fill(0, row * WIDTH + x, row * WIDTH + x + w);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

const letters = [
  [24, 12, 6, 14],
  [36, 12, 6, 14],
] as const;
const place = { box: [20 / WIDTH, 8 / HEIGHT, 40 / WIDTH, 24 / HEIGHT], turn: 0 } as const;

/** Columns of the strip, of a hundred, that hold ink. */
function inkedColumns(picture: Picture): number {
  const { width, ink } = placedStrip(picture, place);
  const columns = Array.from({ length: width }, (_, x) =>
    Array.from({ length: 32 }, (_, y) => ink[y * width + x] as number).some(value => value > 0.5),
  );
  return Math.round((100 * columns.filter(Boolean).length) / width);
}

describe('placedStrip', () => {
  const clean = inkedColumns(drawn(...letters));

  test('wipes off a tick that comes in from an axis outside', () => {
    expect(inkedColumns(drawn(...letters, [57, 18, 30, 1], [80, 0, 1, 40]))).toBe(clean);
  });

  test('keeps a full stop at the edge of the box', () => {
    expect(inkedColumns(drawn(...letters, [56, 24, 3, 3]))).toBeGreaterThan(clean);
  });

  test('keeps a rule that runs through', () => {
    expect(inkedColumns(drawn(...letters, [0, 18, 120, 1]))).toBeGreaterThan(90);
  });

  test('turns a line that reads upwards', () => {
    const tall = { ...place, turn: 90 } as const;
    expect(placedStrip(drawn(...letters), tall).width).toBeLessThan(
      placedStrip(drawn(...letters), place).width,
    );
  });
});
