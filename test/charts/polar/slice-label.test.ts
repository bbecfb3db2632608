import { expect, test } from 'vitest';
import { parseSlice } from '../../../src/charts/polar/slice-label.ts';

const ROWS: readonly [text: string, name: string, percent: number | null, value: number | null][] = [
  ['59%', '', 59, null],
  ['1st Qtr', '1st Qtr', null, null],
  ['1st Qtr; 59%', '1st Qtr', 59, null],
  ['Coal 23', 'Coal', null, 23],
  ['Asia 4,581 (59 %)', 'Asia', 59, 4581],
  ['125 Construction waste', 'Construction waste', null, 125],
  ['Wind: 12,5 %', 'Wind', 12.5, null],
  ['$1,200', '', null, 1200],
  ['Scope 1 45%', 'Scope', 45, 1],
];

test.each(ROWS)('"%s"', (text, name, percent, value) => {
  const slice = parseSlice(text);
  expect([slice.name, slice.percent?.amount ?? null, slice.value?.amount ?? null]).toEqual([
    name,
    percent,
    value,
  ]);
});

test('a name keeps the number that is taken off it, for where that is no value', () => {
  expect(parseSlice('Scope 1 45%').words).toBe('Scope 1');
});

test('half a unit of the last digit goes with a number', () => {
  expect(parseSlice('12.5%').percent?.half).toBeCloseTo(0.05);
  expect(parseSlice('Coal 23').value?.half).toBe(0.5);
});
