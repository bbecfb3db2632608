import { describe, expect, test } from 'vitest';
import { decimalsOf, formatNumber } from '../../src/outputs/number.ts';

describe('formatNumber', () => {
  test.each([
    ['separates thousands', 1234567, 0, '1,234,567'],
    ['keeps decimals', 1310.5, 0, '1,310.5'],
    ['pads to the places asked for', 1204, 1, '1,204.0'],
    ['writes a real minus', -0.25, 0, '−0.25'],
    ['has no negative zero', -0, 0, '0'],
    ['has no exponent', 1e15, 0, '1,000,000,000,000,000'],
    ['hides noise of floating point', 0.1 + 0.2, 0, '0.3'],
  ])('%s', (_, amount, decimals, expected) => expect(formatNumber(amount, decimals)).toBe(expected));
});

test('decimalsOf is what shows every amount as it is', () => {
  expect(decimalsOf([1, 2.5, null, 0.125])).toBe(3);
  expect(decimalsOf([])).toBe(0);
});
