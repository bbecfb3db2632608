import { describe, expect, test } from 'vitest';
import { pageName, pageRanges, placesOf } from '../../src/outputs/place.ts';
import { report } from './sample.ts';

describe('pageName', () => {
  test.each([
    ['a page', 'pdf', 12, '', 'p. 12'],
    ['a page whose printed label differs', 'pdf', 12, 'iv', 'p. 12 (printed iv)'],
    ['a page whose printed label is the same', 'pdf', 12, '12', 'p. 12'],
    ['a slide', 'pptx', 3, '', 'slide 3'],
    ['a sheet by its name', 'xlsx', 2, 'Revenue', 'sheet 2 (Revenue)'],
  ] as const)('%s', (_, kind, page, label, expected) => expect(pageName(kind, page, label)).toBe(expected));
});

test('pageRanges joins neighbours', () => {
  expect(pageRanges([9, 3, 7, 8, 7, 5])).toBe('3, 5, 7–9');
});

test('a citation of an unknown source is named by its id', () => {
  const [citation] = report.citations;
  expect(placesOf({ ...report, sources: [] })(citation!).path).toBe('s-aaaaaaaaaaaa');
});
