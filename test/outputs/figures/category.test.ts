import { expect, test } from 'vitest';
import { categoryLabels } from '../../../src/outputs/figures/category.ts';

const years = Array.from({ length: 40 }, (_, index) => String(1980 + index));

test.each([
  ['short ones stand level', ['A', 'B'], 80, 0, false],
  ['long ones are wrapped', ['Signalling and telecommunications'], 120, 0, false],
  ['ones that wrap too often are slanted', ['one two three four five six seven'], 40, -40, false],
  ['ones with a word too long are slanted', ['Telecommunications'], 40, -40, false],
  ['many years are thinned out', years, 16, 0, true],
] as const)('%s', (_, categories, slot, angle, thinned) => {
  expect(categoryLabels(categories, slot)).toMatchObject({ angle, thinned });
});
