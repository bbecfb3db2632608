import { expect, test } from 'vitest';
import { isStepped, treadsOf } from '../../../src/charts/lines/steps.ts';

type Spots = readonly (readonly [at: number, across: number])[];

const ROWS: readonly (readonly [name: string, drawn: Spots, read: Spots])[] = [
  [
    'a value that holds from its place on stands at the start of its tread',
    [
      [0, 5],
      [10, 5],
      [10, 8],
      [20, 8],
      [20, 3],
    ],
    [
      [0, 5],
      [10, 8],
      [20, 3],
    ],
  ],
  [
    'a value that holds up to its place stands at the end of its tread',
    [
      [0, 5],
      [0, 8],
      [10, 8],
      [10, 3],
      [20, 3],
    ],
    [
      [0, 5],
      [10, 8],
      [20, 3],
    ],
  ],
  [
    'treads half as long at both ends change midway',
    [
      [0, 5],
      [5, 5],
      [5, 8],
      [15, 8],
      [15, 3],
      [20, 3],
    ],
    [
      [0, 5],
      [10, 8],
      [20, 3],
    ],
  ],
  [
    'treads of one height are one',
    [
      [0, 5],
      [4, 5],
      [10, 5],
      [10, 8],
      [20, 8],
      [20, 3],
    ],
    [
      [0, 5],
      [10, 8],
      [20, 3],
    ],
  ],
];

test.each(ROWS)('%s', (_, drawn, read) => {
  const nodes = drawn.map(([at, across]) => ({ at, across }));
  expect(isStepped(nodes)).toBe(true);
  expect(treadsOf(nodes)).toEqual(read.map(([at, across]) => ({ at, across })));
});

test('a slope makes a line no staircase', () => {
  expect(
    isStepped(
      [
        [0, 5],
        [10, 5],
        [10, 8],
        [20, 9],
        [20, 3],
      ].map(([at, across]) => ({ at: at!, across: across! })),
    ),
  ).toBe(false);
});
