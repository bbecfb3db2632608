import { expect, test } from 'vitest';
import { niceAxis } from '../../src/outputs/axis.ts';

test.each([
  ['thousands', 0, 1730, [0, 500, 1000, 1500, 2000]],
  ['fractions', 0, 0.37, [0, 0.1, 0.2, 0.3, 0.4]],
  ['both sides of zero', -3, 4, [-4, -2, 0, 2, 4]],
  ['a window above zero', 92, 98, [92, 94, 96, 98]],
  ['nothing', 0, 0, [0, 0.2]],
])('an axis over %s', (_, low, high, ticks) => {
  expect(niceAxis(low, high).ticks).toEqual(ticks);
});
