import { expect, test } from 'vitest';
import { pointTable, rounded, tableOf, written } from '../../src/charts/table.ts';
import type { Series } from '../../src/charts/types.ts';

const BOUNDS = { x0: 0, y0: 0, x1: 1, y1: 1 };

function series(name: string, values: Readonly<Record<string, number>>, tolerance = 0.01): Series {
  const points = Object.entries(values).map(([x, y], at) => ({ x, at, y, tolerance, bounds: BOUNDS }));
  return { name, color: '#336699', kind: 'column', points };
}

test('a table has a row a place and a column a series; what a series lacks is empty', () => {
  const table = tableOf([series('Men', { A: 1, B: 2 }), series('Women', { A: 3 })], { x: 'Age', y: 'Share' });
  expect(table).toEqual({
    columns: ['Age', 'Men', 'Women'],
    rows: [
      ['A', '1', '3'],
      ['B', '2', ''],
    ],
  });
});

test('one series without a name is headed by the title of its axis', () => {
  expect(tableOf([series('', { A: 1 })], { x: '', y: 'Share' }).columns).toEqual(['', 'Share']);
});

test('points have a row each, with their series where there are several', () => {
  const table = pointTable([series('a', { 1: 5 }), series('b', { 1: 7 })], { x: '', y: '' });
  expect(table).toEqual({
    columns: ['x', 'y', 'series'],
    rows: [
      ['1', '5', 'a'],
      ['1', '7', 'b'],
    ],
  });
});

const ROUNDED: readonly (readonly [
  name: string,
  values: readonly number[],
  tolerance: number,
  as: readonly string[],
])[] = [
  ['whole numbers where all are nearly whole', [3.004, 16.998, 8.01], 0.02, ['3', '17', '8']],
  ['tenths where all are nearly tenths', [3.1004, 16.7, 8.299], 0.002, ['3.1', '16.7', '8.3']],
  ['a digit past the tolerance where they agree in none', [3.13571, 16.70002], 0.02, ['3.136', '16.7']],
  ['large numbers without an exponent', [1.5e9, 2.5e20], 1e6, ['1500000000', '250000000000000000000']],
];

test.each(ROUNDED)('measured values are written as %s', (_, values, tolerance, as) => {
  const named = Object.fromEntries(values.map((y, i) => [`v${i}`, y]));
  expect(rounded(series('', named, tolerance)).points.map(({ y }) => written(y))).toEqual(as);
});
