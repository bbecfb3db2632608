import { expect, test } from 'vitest';
import { components } from '../../../src/lens/page/components.ts';
import { withoutRules } from '../../../src/lens/page/rules.ts';

/** Ink drawn as rectangles. */
function mask(...boxes: readonly (readonly [x: number, y: number, w: number, h: number])[]) {
  const [width, height] = [400, 100];
  const ink = new Uint8Array(width * height);
  for (const [x, y, w, h] of boxes)
    for (let row = y; row < y + h; row++) ink.fill(1, row * width + x, row * width + x + w);
  return { width, height, ink };
}

test.each([
  [
    'letters on an underline fall apart',
    [
      [20, 20, 8, 14],
      [34, 20, 8, 14],
      [48, 20, 8, 14],
      [10, 32, 120, 2],
    ],
    3,
  ],
  [
    'letters in a box stay whole',
    [
      [10, 10, 100, 1],
      [10, 60, 101, 1],
      [10, 10, 1, 50],
      [110, 10, 1, 50],
      [30, 30, 8, 14],
    ],
    1,
  ],
  ['a dash stays', [[20, 40, 30, 2]], 1],
] as const)('%s', (_, boxes, count) => {
  expect(components(withoutRules(mask(...boxes)))).toHaveLength(count);
});
