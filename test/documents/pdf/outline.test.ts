import { describe, expect, it } from 'vitest';
import { IDENTITY, type Matrix } from '../../../src/documents/pdf/matrix.ts';
import { outlinesOf } from '../../../src/documents/pdf/outline.ts';

const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4] as const;
const SQUARE = [MOVE, 0, 0, LINE, 10, 0, LINE, 10, 10, LINE, 0, 10, CLOSE];
const FLIP: Matrix = [1, 0, 0, -1, 0, 800];

const CASES: readonly [
  name: string,
  data: readonly number[],
  ctm: Matrix,
  outlines: readonly {
    readonly nodes: readonly number[];
    readonly closed: boolean;
    readonly curved: boolean;
  }[],
][] = [
  [
    'a line is left open',
    [MOVE, 1, 2, LINE, 3, 4],
    IDENTITY,
    [{ nodes: [1, 2, 3, 4], closed: false, curved: false }],
  ],
  [
    'a closed path has every corner once',
    SQUARE,
    IDENTITY,
    [{ nodes: [0, 0, 10, 0, 10, 10, 0, 10], closed: true, curved: false }],
  ],
  [
    'one that returns to its start is closed, and has it once',
    [MOVE, 0, 0, LINE, 10, 0, LINE, 10, 10, LINE, 0, 0],
    IDENTITY,
    [{ nodes: [0, 0, 10, 0, 10, 10], closed: true, curved: false }],
  ],
  [
    'every move begins a subpath',
    [MOVE, 0, 0, LINE, 5, 0, MOVE, 0, 9, LINE, 5, 9],
    IDENTITY,
    [
      { nodes: [0, 0, 5, 0], closed: false, curved: false },
      { nodes: [0, 9, 5, 9], closed: false, curved: false },
    ],
  ],
  [
    'what follows a close without a move starts where the closed path did',
    [MOVE, 2, 2, LINE, 4, 2, LINE, 4, 4, CLOSE, LINE, 9, 9],
    IDENTITY,
    [
      { nodes: [2, 2, 4, 2, 4, 4], closed: true, curved: false },
      { nodes: [2, 2, 9, 9], closed: false, curved: false },
    ],
  ],
  [
    'points drawn twice are one',
    [MOVE, 0, 0, LINE, 0, 0, LINE, 5, 0, LINE, 5, 0, LINE, 5, 5],
    IDENTITY,
    [{ nodes: [0, 0, 5, 0, 5, 5], closed: false, curved: false }],
  ],
  [
    'a line of no length stays, for a round pen makes it a dot',
    [MOVE, 3, 3, LINE, 3, 3],
    IDENTITY,
    [{ nodes: [3, 3, 3, 3], closed: false, curved: false }],
  ],
  [
    'a matrix moves its points',
    [MOVE, 1, 2, LINE, 3, 4],
    FLIP,
    [{ nodes: [1, 798, 3, 796], closed: false, curved: false }],
  ],
  [
    'a quadratic curve is one segment',
    [MOVE, 0, 0, QUADRATIC, 5, 10, 10, 0],
    IDENTITY,
    [{ nodes: [0, 0, 10, 0], closed: false, curved: true }],
  ],
  ['a lone point is nothing', [MOVE, 1, 2], IDENTITY, []],
  [
    'data of an unknown kind ends the path',
    [MOVE, 1, 2, LINE, 3, 4, 9, 9],
    IDENTITY,
    [{ nodes: [1, 2, 3, 4], closed: false, curved: false }],
  ],
];

describe('outlinesOf', () => {
  it.each(CASES)('%s', (_, data, ctm, outlines) => {
    const found = outlinesOf(data, ctm).map(({ nodes, closed, curved }) => ({ nodes, closed, curved }));
    expect(found).toEqual(outlines);
  });

  it('flattens a circle to within a tenth of a point', () => {
    const [r, k] = [100, 55.2285];
    const quarters = [CURVE, r, k, k, r, 0, r, CURVE, -k, r, -r, k, -r, 0];
    const [circle] = outlinesOf([MOVE, r, 0, ...quarters], IDENTITY);
    const points = circle!.points;
    const middles = points.slice(2).map((v, i) => (v + points[i]!) / 2);
    for (let i = 0; i + 1 < middles.length; i += 2) {
      expect(Math.abs(Math.hypot(middles[i]!, middles[i + 1]!) - r)).toBeLessThan(0.12);
    }
    expect(circle!.nodes).toHaveLength(6);
  });
});
