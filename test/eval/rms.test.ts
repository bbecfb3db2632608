import { describe, expect, test } from 'vitest';
import { anls, type ChartTable, rms, textDistance } from '../../src/eval/rms.ts';

const table = (columns: string, ...rows: string[]): ChartTable => ({
  columns: columns.split('|'),
  rows: rows.map(row => row.split('|')),
});
const gold = table('year|sales|costs', '2019|10|8', '2020|12|9');

describe('texts', () => {
  test.each([
    ['equal', 'sales', 'sales', 0],
    ['one letter of five', 'sales', 'salem', 0.2],
    ['a missing end', 'sale', 'sales', 0.2],
    ['nothing in common', 'abc', 'xyz', 1],
    ['both empty', '', '', 0],
    ['one empty', '', 'ab', 1],
  ])('%s', (_, a, b, distance) => expect(textDistance(a, b)).toBeCloseTo(distance));

  test('are strangers from half of their length on', () => {
    expect([anls('abcd', 'abxy'), anls('abcd', 'abcx')]).toEqual([0, 0.75]);
  });
});

describe('relative mapping similarity', () => {
  test.each<[string, ChartTable, ChartTable, number]>([
    ['the same table', gold, gold, 1],
    ['rows in another order', table('year|sales|costs', '2020|12|9', '2019|10|8'), gold, 1],
    ['the table turned', table('|2019|2020', 'sales|10|12', 'costs|8|9'), gold, 1],
    ['case and thousands separators make no difference', table('a|N', 'X|1,234'), table('A|n', 'x|1234'), 1],
    ['currency and percent signs make none', table('a|n', 'x|$5', 'y|12%'), table('a|n', 'x|5', 'y|12'), 1],
    ['dates in two forms', table('a|n', 'Aug 2004|5'), table('a|n', '2004-08-01|5'), 1],
    ['a value 5 % off counts 0.95', table('a|n', 'x|105'), table('a|n', 'x|100'), 0.95],
    ['a value 10 % off counts nothing', table('a|n', 'x|110'), table('a|n', 'x|100'), 0],
    ['nought against nought is right', table('a|n', 'x|0'), table('a|n', 'x|0'), 1],
    ['nought against five is wrong', table('a|n', 'x|5'), table('a|n', 'x|0'), 0],
    ['five against nought is wrong', table('a|n', 'x|0'), table('a|n', 'x|5'), 0],
    ['half of the rows: all right, half found', table('year|sales|costs', '2019|10|8'), gold, 2 / 3],
    ['entries with equal keys all count', table('a|n', 'x|1', 'x|2'), table('a|n', 'x|1', 'x|2'), 1],
    ['equal keys are paired by their values', table('a|n', 'x|2', 'x|1'), table('a|n', 'x|1', 'x|2'), 1],
    ['empty cells say nothing', table('a|n|m', 'x|1|'), table('a|n', 'x|1'), 1],
    ['no table at all', table('', ''), gold, 0],
    ['words are compared as texts', table('a|n', 'x|high'), table('a|n', 'x|High'), 1],
  ])('%s', (_, predicted, truth, f1) => expect(rms(predicted, truth).f1).toBeCloseTo(f1, 6));

  test('a title is an entry of its own', () => {
    const titled = { ...gold, title: 'Sales and costs' };
    expect(rms(titled, titled).f1).toBe(1);
    expect(rms(gold, titled).recall).toBeCloseTo(4 / 5);
    expect(rms({ ...gold, title: 'Ducks' }, titled).precision).toBeCloseTo(4 / 5);
  });

  test('a key that is a letter off costs its share of the key', () => {
    // "2019 sales" against "2019 salex": 1 of 10 characters.
    expect(rms(table('y|salex', '2019|10'), table('y|sales', '2019|10')).f1).toBeCloseTo(0.9);
  });
});
