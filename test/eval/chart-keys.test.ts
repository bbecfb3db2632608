import { describe, expect, test } from 'vitest';
import { canonicalKey, numberOf, timeOf } from '../../src/eval/chart-keys.ts';

describe('labels are compared in one form', () => {
  test.each([
    ['a number', '1,234.50', '1234.5'],
    ['a negative number with a minus sign', '−3', '-3'],
    ['money', '$ 5', '5'],
    ['negative money', '-$5', '-5'],
    ['a share', '12 %', '12'],
    ['spaces between thousands', '1 234 567', '1234567'],
    ['a range is a text', '5 – 10', '5 - 10'],
    ['words', ' United  States ', 'united states'],
    ['a year is a number', '2004', '2004'],
    ['a month', 'Aug 2004', '2004-08-01'],
    ['a day in words', 'August 15, 2004', '2004-08-15'],
    ['a day the other way round', '15 Aug 2004', '2004-08-15'],
    ['a day in figures', '8/15/04', '2004-08-15'],
    ['an ISO day', '2004-08-15', '2004-08-15'],
    ['a quarter', 'Q3 2004', '2004-07-01'],
    ['a quarter the other way round', '2004 Q3', '2004-07-01'],
    ['a product with a number', 'Model 2004', 'model 2004'],
  ])('%s', (_, label, key) => expect(canonicalKey(label)).toBe(key));

  test('what is neither is neither', () => {
    expect([numberOf('about 5'), numberOf(''), timeOf('May'), timeOf('13/45/2004')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
