import { describe, expect, it } from 'vitest';
import { IDENTITY } from '../../../src/documents/pdf/matrix.ts';
import { type Drawn, sortPath } from '../../../src/documents/pdf/paths.ts';

const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 4] as const;

function rectangle(x: number, y: number, w: number, h: number): number[] {
  return [MOVE, x, y, LINE, x + w, y, LINE, x + w, y + h, LINE, x, y + h, CLOSE];
}

const FILL = { fill: '#336699', stroke: '', lineWidth: 1 };
const STROKE = { fill: '', stroke: '#000000', lineWidth: 0.5 };

const CASES: readonly [
  name: string,
  path: number[],
  paint: typeof FILL,
  counts: Partial<Record<keyof Drawn, number>>,
][] = [
  ['a filled rectangle is a fill', rectangle(10, 10, 100, 20), FILL, { fills: 1 }],
  ['a thin one is a rule', rectangle(10, 10, 100, 0.7), FILL, { rules: 1 }],
  ['a frame is four rules', rectangle(10, 10, 100, 20), STROKE, { rules: 4 }],
  ['a straight stroke is a rule', [MOVE, 10, 10, LINE, 200, 10], STROKE, { rules: 1 }],
  [
    'two subpaths are two things',
    [...rectangle(10, 10, 9, 9), ...rectangle(30, 10, 9, 9)],
    FILL,
    { fills: 2 },
  ],
  ['a slanted stroke is a shape', [MOVE, 10, 10, LINE, 200, 60], STROKE, { shapes: 1 }],
  ['a curve is a shape', [MOVE, 0, 0, CURVE, 5, 5, 9, 5, 12, 0], STROKE, { shapes: 1 }],
  ['a triangle is a shape', [MOVE, 0, 0, LINE, 10, 0, LINE, 5, 8, CLOSE], FILL, { shapes: 1 }],
  ['a lone point is nothing', [MOVE, 10, 10], STROKE, {}],
  ['data of an unknown kind is let go', [9, 1, 2, 3], STROKE, {}],
];

describe('sortPath', () => {
  it.each(CASES)('%s', (_, path, paint, counts) => {
    const drawn: Drawn = { rules: [], fills: [], shapes: [] };
    sortPath(path, IDENTITY, paint, drawn);
    const { rules = 0, fills = 0, shapes = 0 } = counts;
    expect([drawn.rules.length, drawn.fills.length, drawn.shapes.length]).toEqual([rules, fills, shapes]);
  });
});
