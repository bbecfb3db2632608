import { expect, test } from 'vitest';
import { typeSize } from '../../../src/lens/page/letter-size.ts';

test.each([
  ['small letters alone', 'sums were even', 10],
  ['capitals stand higher in the same type', 'TOTAL ASSETS', 14.4],
  ['figures too', '1995', 14.4],
  ['letters that hang make the line higher', 'Equity', 18.8],
  ['and so do brackets', '(1)', 18.8],
])('%s', (_, text, height) => {
  expect(typeSize(height, text)).toBeCloseTo(10, 5);
});
