import { describe, expect, test } from 'vitest';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import { straightsOf } from '../../../src/charts/shapes/straights.ts';
import type { PathMark } from '../../../src/domain/mark.ts';
import { arc, box, path, stroke } from '../drawn.ts';

const circle = (r: number) => arc([50, 50], r, 0, 355);

const ROWS: readonly (readonly [name: string, mark: PathMark, kind: string])[] = [
  ['a sharp rectangle', box([10, 10, 40, 90]), 'rect'],
  ['a rectangle drawn back to its start', path([0, 0, 30, 0, 30, 9, 0, 9, 0, 0]), 'rect'],
  ['a bar of a value near zero', box([10, 80, 40, 80.3]), 'rect'],
  [
    'a bar whose upper corners are round',
    path([0, 90, 0, 10, 10, 0, 20, 0, 30, 10, 30, 90], {
      outline: [0, 90, 0, 10, ...arc([10, 10], 10, 270, 360), 20, 0, ...arc([20, 10], 10, 0, 90), 30, 90],
    }),
    'rect',
  ],
  [
    'a pill',
    path([10, 0, 90, 0, 90, 20, 10, 20], {
      outline: [...arc([90, 10], 10, 0, 180), ...arc([10, 10], 10, 180, 360)],
    }),
    'rect',
  ],
  ['a straight stroke', stroke([0, 0, 80, 0]), 'line'],
  ['a tick that is filled though it has no width', path([0, 5, 4, 5], { stroke: '#000000' }), 'line'],
  ['a thick stroke along an axis', stroke([20, 90, 20, 30], { strokeWidth: 12 }), 'rect'],
  [
    'an area under a line, however flat',
    path([0, 100, 0, 8, 20, 3, 40, 0, 60, 2, 80, 5, 100, 9, 100, 100]),
    'polygon',
  ],
  ['a slice of a pie', path([50, 50, ...arc([50, 50], 40, 20, 110)], { curved: true }), 'wedge'],
  [
    'a slice of a ring',
    path([...arc([50, 50], 40, 0, 70), ...arc([50, 50], 20, 70, 0)], { curved: true }),
    'wedge',
  ],
  ['a small circle', path(circle(3), { curved: true }), 'dot'],
  ['a bubble', path(circle(30), { curved: true }), 'dot'],
  ['a diamond', path([50, 46, 54, 50, 50, 54, 46, 50]), 'dot'],
  ['a triangle', path([50, 46, 54, 54, 46, 54]), 'dot'],
];

describe('a path is read as', () => {
  test.each(ROWS)('%s', (_, mark, kind) => {
    expect(readShapes([mark]).map(({ shape }) => shape)).toEqual([kind]);
  });
});

test('a wedge says where it begins and ends, clockwise from twelve', () => {
  const [wedge] = readShapes([path([50, 50, ...arc([50, 50], 40, 20, 110)], { curved: true })]);
  expect(wedge).toMatchObject({ shape: 'wedge', inner: 0 });
  const { from, to, outer, cx } = wedge as { from: number; to: number; outer: number; cx: number };
  expect([(from * 180) / Math.PI, (to * 180) / Math.PI, outer, cx].map(Math.round)).toEqual([
    20, 110, 40, 50,
  ]);
});

test('an outline drawn over a filled shape is left out, and a cross is one marker', () => {
  const outline = path([10, 10, 40, 10, 40, 90, 10, 90], { fill: '', stroke: '#000000' });
  const cross = [stroke([60, 60, 66, 66], { group: 7 }), stroke([60, 66, 66, 60], { group: 7 })];
  const kinds = readShapes([box([10, 10, 40, 90]), outline, ...cross]).map(({ shape }) => shape);
  expect(kinds).toEqual(['rect', 'dot']);
});

test('hairline rectangles and the sides of frames are straight lines, as strokes are', () => {
  const frame = path([0, 0, 100, 0, 100, 60, 0, 60], { fill: '', stroke: '#000000' });
  const shapes = readShapes([frame, box([0, 29.6, 100, 30.4]), stroke([50, 0, 50, 60])]);
  expect(straightsOf(shapes, 'x').map(({ at }) => at)).toEqual([0, 60, 30]);
  expect(straightsOf(shapes, 'y').map(({ at }) => at)).toEqual([0, 100, 50]);
});
