import { describe, expect, test } from 'vitest';
import { namesIn, parseFormula, wordsOf, work } from '../../../src/lib/formula/index.ts';

const VALUES: Readonly<Record<string, readonly number[]>> = {
  payables: [34_616, 25_309],
  'cost-of-sales': [111_934, 88_265],
  stock: [16_047, 11_461],
  sales: [1331, 1210, 1100, 1000],
  'own: a b': [-5, 0],
};

const at = (id: string, back: number) => {
  const value = VALUES[id]?.[back];
  return value === undefined ? null : { value, shown: String(value), expression: `[${id} ${back}]` };
};

describe('a formula is carried out, shown and worded', () => {
  test.each<[formula: string, value: number, shown: string, words: string]>([
    [
      '365 * average(payables) / (cost-of-sales + change(stock))',
      93.8578,
      '365 × (34616 + 25309) ÷ 2 ÷ (111934 + 16047 − 11461)',
      '365 × average payables ÷ (cost-of-sales + change in stock)',
    ],
    ['growth(sales)', 0.1, '1331 ÷ 1210 − 1', 'sales ÷ sales of the year before − 1'],
    ['change(sales, 3)', 331, '1331 − 1000', 'change in sales over 3 years'],
    ['cagr(sales, 3)', 0.1, '(1331 ÷ 1000)^(1/3) − 1', 'average growth of sales a year over 3 years'],
    ['mean(sales, 4)', 1160.25, '(1331 + 1210 + 1100 + 1000) ÷ 4', 'mean of sales over 4 years'],
    ['total(sales, 2)', 2541, '1331 + 1210', 'total of sales over 2 years'],
    ['prior(sales) - stock', -14_837, '1210 − 16047', 'sales of the year before − stock'],
    ['sales - (stock - payables)', 19_900, '1331 − (16047 − 34616)', 'sales − (stock − payables)'],
    ['sales + [own: a b]', 1326, '1331 + (-5)', 'sales + own: a b'],
  ])('%s', (formula, value, shown, words) => {
    const expression = parseFormula(formula)!;
    const done = work(expression, at);
    expect(done?.value).toBeCloseTo(value, 4);
    expect(done?.shown).toBe(shown);
    expect(wordsOf(expression, id => id)).toBe(words);
  });

  test.each(['growth(sales)', 'cagr(sales, 3)', '365 * average(payables) / (cost-of-sales + change(stock))'])(
    'the form over ids gives the same again: %s',
    formula => {
      const done = work(parseFormula(formula)!, at)!;
      const again = work(parseFormula(done.expression)!, id => {
        const [, name = '', back = ''] = /^(.*) (\d)$/.exec(id) ?? [];
        return at(name, Number(back));
      });
      expect(again?.value).toBe(done.value);
    },
  );

  test.each<[name: string, formula: string]>([
    ['an input that is not known', 'sales / widgets'],
    ['a year that is not known', 'change(stock, 2)'],
    ['growth from nothing', 'growth([own: a b])'],
    ['division by nothing', 'sales / prior([own: a b])'],
  ])('%s gives nothing', (_, formula) => {
    expect(work(parseFormula(formula)!, at)).toBeNull();
  });
});

describe('what is no formula', () => {
  test.each(['sales +', '(sales', 'sales sales', 'sales ^ 2', '', 'mean(sales, many)', '[sales'])(
    '%s',
    text => {
      expect(parseFormula(text)).toBeNull();
    },
  );

  test('a hyphen inside a name is no minus', () => {
    expect(namesIn(parseFormula('a-b - c-d')!)).toEqual(['a-b', 'c-d']);
  });
});
