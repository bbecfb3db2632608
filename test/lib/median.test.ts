import { expect, test } from 'vitest';
import { median } from '../../src/lib/median.ts';

test.each([
  [[], 0],
  [[3], 3],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 3],
])('of %j it is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});
