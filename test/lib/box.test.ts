import { describe, expect, test } from 'vitest';
import { clampBox, coveredBy, roundBox, unionBox } from '../../src/lib/box.ts';

describe('boxes', () => {
  test('a union holds all of them', () => {
    const [x, y, w, h] = unionBox([
      [0.1, 0.2, 0.1, 0.1],
      [0.5, 0.1, 0.2, 0.1],
    ]);
    expect([x, y, w, h].map(n => Number(n.toFixed(6)))).toEqual([0.1, 0.1, 0.6, 0.2]);
  });
  test('a union of none is empty', () => expect(unionBox([])).toEqual([0, 0, 0, 0]));
  test('a box that leaves the page is cut to it', () =>
    expect(clampBox([-0.1, 0.9, 0.5, 0.5])).toEqual([0, 0.9, 0.4, 1 - 0.9]));
  test('half of a box lies in the other', () =>
    expect(coveredBy([0, 0, 1, 1], [0.5, 0, 1, 1])).toBeCloseTo(0.5));
  test('boxes apart share nothing', () => expect(coveredBy([0, 0, 0.1, 0.1], [0.5, 0.5, 0.1, 0.1])).toBe(0));
  test('rounding keeps four decimals', () =>
    expect(roundBox([0.123456, 0, 1, 0.99999])).toEqual([0.1235, 0, 1, 1]));
});
