import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/lens/picture.ts';
import { cutStrip, STRIP_HEIGHT } from '../../src/lens/strip.ts';

/** A bar of ink across the middle of paper. */
function bar(paper: number, ink: number): Picture {
  const [width, height] = [60, 20];
  const data = new Uint8Array(width * height).fill(paper);
  for (let y = 8; y < 12; y++) data.fill(ink, y * width + 10, y * width + 50);
  return { width, height, data };
}

const whole = { x0: 0, y0: 0, x1: 60, y1: 20 };

describe('cutStrip', () => {
  test('keeps the shape and has the reader’s height', () => {
    const strip = cutStrip(bar(255, 0), whole);
    expect(strip.width).toBe(96);
    expect(strip.ink).toHaveLength(96 * STRIP_HEIGHT);
  });

  const shades = [
    { name: 'black on white', paper: 255, ink: 0 },
    { name: 'white on black', paper: 0, ink: 255 },
    { name: 'grey on grey', paper: 200, ink: 120 },
  ];
  test.each(shades)('$name: paper is 0 and ink is 1', ({ paper, ink }) => {
    const strip = cutStrip(bar(paper, ink), whole);
    expect(strip.ink[2 * strip.width + 48]).toBeCloseTo(0, 1);
    expect(strip.ink[16 * strip.width + 48]).toBeCloseTo(1, 1);
  });

  test('noise on empty paper is not made into ink', () => {
    const picture = bar(250, 246);
    expect(Math.max(...cutStrip(picture, whole).ink)).toBeLessThan(0.3);
  });

  test('a box beyond the picture is cut to it', () => {
    const strip = cutStrip(bar(255, 0), { x0: -10, y0: -10, x1: 200, y1: 200 });
    expect(strip.width).toBe(96);
  });
});
