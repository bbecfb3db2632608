import { describe, expect, test } from 'vitest';
import { matchesValue, type NumericGold, numericGold, statesNumber } from '../../src/eval/numeric-answer.ts';

describe('gold that is one number', () => {
  test.each([
    ['$5466.00', 5466, false],
    ['30.8%', 30.8, true],
    ['73.2% ', 73.2, true],
    ['-27.0%', 27, true],
    ['$ 17966 million', 17966, false],
    ['36%. The answer here assumes FY2023.', 36, true],
    ['1,251', 1251, false],
  ])('"%s"', (answer, amount, percent) => {
    expect(numericGold(answer)).toEqual({ amount, percent });
  });

  test.each(['Not answerable', "['lower', '38']", '10:08AM', 'M.A.', '2018 and 2019', ''])(
    '"%s" is none',
    answer => {
      expect(numericGold(answer)).toBeNull();
    },
  );
});

describe('an answer', () => {
  const money: NumericGold = { amount: 5466, percent: false };
  const share: NumericGold = { amount: 30.8, percent: true };
  test.each([
    ['in another scale', money, { amount: 5_466_312, scale: 1e3, unit: 'USD' }, true],
    ['more than a hundredth off', money, { amount: 5_600, scale: 1e6, unit: 'USD' }, false],
    ['with the other sign', share, { amount: -30.8, scale: 1, unit: '%' }, true],
    ['that is no percentage', share, { amount: 30.8, scale: 1, unit: 'USD' }, false],
  ])('%s', (_, gold, value, right) => {
    expect(matchesValue(gold, value)).toBe(right);
  });

  test.each([
    ['Liabilities rose to $5.47 billion, from $4.59 billion.', money, true],
    ['Revenue rose 30.8% to $177.9 billion.', share, true],
    ['Revenue rose 27% to $177.9 billion.', share, false],
  ])('"%s"', (text, gold, stated) => {
    expect(statesNumber(gold, text)).toBe(stated);
  });
});
