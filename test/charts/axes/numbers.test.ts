import { expect, test } from 'vitest';
import { type Convention, parsePrinted } from '../../../src/charts/axes/numbers.ts';

const ROWS: readonly (readonly [text: string, value: number | null, unit?: string, by?: Convention])[] = [
  ['1,000', 1000],
  ['1.234,5', 1234.5, '', 'comma'],
  ['1,5', 1.5, '', 'comma'],
  ['1,5', null],
  ['0.250', 0.25],
  ['12 500', 12_500],
  ['−5', -5],
  ['(5)', -5],
  ['$(4)', null],
  ['($4)', -4, '$'],
  ['–10 %', -10, '%'],
  ['$1.5M', 1.5e6, '$'],
  ['£5bn', 5e9, '£'],
  ['20K', 20_000],
  ['5 million', 5, 'million'],
  ['€ 1.200,50', 1200.5, '€', 'comma'],
  ['25°C', 25, '°C'],
  ['10⁵', 1e5],
  ['10^-3', 1e-3],
  ['2.5×10^3', 2500],
  ['8.00e+6', 8e6],
  ['1e6', 1e6],
  ['2001–02', null],
  ['Q1 2006', null],
  ['12 of 30', null],
  ['1.2.3', null],
];

test.each(ROWS.map(([text, value, unit = '', by = 'point']) => ({ text, value, unit, by })))(
  '"$text" prints $value',
  ({ text, value, unit, by }) => {
    const found = parsePrinted(text, by as Convention);
    expect(found?.value ?? null).toBe(value);
    if (found) expect(found.unit).toBe(unit);
  },
);

test('the decimals that are printed are counted', () => {
  expect(['5', '5.0', '0.250'].map(text => parsePrinted(text)?.decimals)).toEqual([0, 1, 3]);
});
