import { expect, test } from 'vitest';
import { fixed } from '../../src/lib/fixed.ts';

test.each([
  [3.065, 2, '3.07'],
  [1.005, 2, '1.01'],
  [2.5, 0, '3'],
  [-0.125, 2, '0.13'],
  [1234.5678, 1, '1234.6'],
  [3.064, 2, '3.06'],
  [0, 1, '0.0'],
])('%s to %s decimals is %s', (number, decimals, text) => {
  expect(fixed(number, decimals)).toBe(text);
});
