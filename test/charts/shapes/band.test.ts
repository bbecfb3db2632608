import { describe, expect, test } from 'vitest';
import { bandStroke } from '../../../src/charts/shapes/band.ts';
import { path } from '../drawn.ts';

/** The outline of a pen two units thick along points. */
const along = (points: readonly (readonly [number, number])[]) => [
  ...points.flatMap(([x, y]) => [x, y - 1]),
  ...[...points].reverse().flatMap(([x, y]) => [x, y + 1]),
];
const WAY = [
  [0, 50],
  [40, 45],
  [80, 52],
  [120, 50],
] as const;

describe('a line drawn as its own outline', () => {
  test('is the pen’s way', () => {
    const stroke = bandStroke(path(along(WAY)))!;
    expect(stroke).toMatchObject({ fill: '', stroke: '#336699', closed: false });
    expect(stroke.nodes.map(Math.round)).toEqual(WAY.flat());
    expect(stroke.strokeWidth).toBeCloseTo(2, 0);
  });

  const OTHERS: readonly [name: string, nodes: readonly number[]][] = [
    ['an area that widens', [0, 50, 40, 45, 80, 40, 120, 30, 120, 60, 80, 58, 40, 54, 0, 52]],
    ['a short sign', [0, 0, 4, 1, 8, 0, 8, 2, 4, 3, 0, 2]],
    ['a thick band', along(WAY).map((n, i) => (i % 2 === 0 ? n : 50 + 8 * (n - 50)))],
    ['what turns back', [0, 0, 60, 1, 10, 20, 60, 40, 60, 42, 8, 20, 58, 3, 0, 2]],
  ];
  test.each(OTHERS)('is not %s', (_, nodes) => {
    expect(bandStroke(path(nodes))).toBeNull();
  });
});
