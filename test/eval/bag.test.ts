import { expect, test } from 'vitest';
import { bagOf, overlap, precisionOf, recallOf, sumOverlaps } from '../../src/eval/bag.ts';

test.each([
  ['the same words in another order', 'b a', 'a b', 1, 1],
  ['a word that is missing', 'a', 'a b', 0.5, 1],
  ['a word too many', 'a b', 'a', 1, 0.5],
  ['a word said once that stands twice', 'a b', 'a a', 0.5, 0.5],
  ['case, ligatures and marks do not count', 'The ﬁrst, (1,234)', 'the first 1 234', 1, 1],
  ['nothing wanted', 'a', '', 1, 0],
  ['nothing found', '', 'a', 0, 1],
])('%s', (_, found, wanted, recall, precision) => {
  const compared = overlap(bagOf(found), bagOf(wanted));
  expect([recallOf(compared), precisionOf(compared)]).toEqual([recall, precision]);
});

test('sums weigh by words', () => {
  const sum = sumOverlaps([overlap(bagOf('a b c'), bagOf('a b c')), overlap(bagOf(''), bagOf('d'))]);
  expect(recallOf(sum)).toBe(0.75);
});
