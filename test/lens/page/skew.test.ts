import { describe, expect, test } from 'vitest';
import { skewOf, Tilt } from '../../../src/lens/page/skew.ts';
import { lettersAt } from './letters.ts';

const page = { width: 1000, height: 1000 };
const rows = Array.from({ length: 20 }, (_, row) => lettersAt(100, 100 + row * 20, 60)).flat();

describe('skewOf', () => {
  test.each([-3, -1.15, -0.2, 0, 0.35, 1.5, 4])('finds a slope of %d degrees', degrees => {
    const tilt = new Tilt(page, degrees);
    const sloped = rows.map(letter => {
      const [x, y] = tilt.sloped(letter.x0, letter.y0);
      return { ...letter, x0: x, y0: y, x1: x + letter.x1 - letter.x0, y1: y + letter.y1 - letter.y0 };
    });
    expect(Math.abs(skewOf(sloped) - degrees)).toBeLessThan(0.2);
  });

  test('a few letters have no slope', () => {
    expect(skewOf(rows.slice(0, 5))).toBe(0);
  });
});
