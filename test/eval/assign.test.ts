import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from '../../src/eval/assign.ts';

const costOf = (cost: readonly (readonly number[])[], pairs: readonly number[]) =>
  pairs.reduce((sum, column, row) => sum + (column < 0 ? 0 : cost[row]![column]!), 0);

/** Every way of pairing as many as can be. */
function cheapest(cost: readonly (readonly number[])[], row = 0, used: readonly number[] = []): number {
  const [rows, columns] = [cost.length, cost[0]!.length];
  if (row === rows) return used.length === Math.min(rows, columns) ? 0 : Number.POSITIVE_INFINITY;
  const skipped = rows > columns ? cheapest(cost, row + 1, used) : Number.POSITIVE_INFINITY;
  const taken = cost[row]!.map((own, column) =>
    used.includes(column) ? Number.POSITIVE_INFINITY : own + cheapest(cost, row + 1, [...used, column]),
  );
  return Math.min(skipped, ...taken);
}

describe('assign', () => {
  test.each([
    ['nothing', [], []],
    ['rows without columns', [[], []], [-1, -1]],
    ['one pair', [[3]], [0]],
    [
      'a choice that is not the nearest for each',
      [
        [1, 2],
        [1, 5],
      ],
      [1, 0],
    ],
    ['more columns than rows', [[9, 1, 5]], [1]],
    ['more rows than columns: the dearest stays alone', [[9], [1], [5]], [-1, 0, -1]],
    [
      'costs below nought',
      [
        [-1, -3],
        [-2, -9],
      ],
      [0, 1],
    ],
  ] as [string, number[][], number[]][])('%s', (_, cost, pairs) => {
    expect(assign(cost)).toEqual(pairs);
  });

  test('no other pairing is cheaper', () => {
    const matrices = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(matrices, cost => {
        expect(costOf(cost, assign(cost))).toBe(cheapest(cost));
      }),
      { seed: 7 },
    );
  });
});
