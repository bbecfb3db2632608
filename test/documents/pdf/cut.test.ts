import { describe, expect, it } from 'vitest';
import { cutArea, cutLine } from '../../../src/documents/pdf/cut.ts';

const BOX = { x0: 0, y0: 0, x1: 10, y1: 10 };

const AREAS: readonly [name: string, points: readonly number[], cut: readonly number[]][] = [
  ['inside it stays', [1, 1, 9, 1, 9, 9], [1, 1, 9, 1, 9, 9]],
  ['over one edge it ends there', [2, -5, 6, -5, 6, 5, 2, 5], [6, 0, 6, 5, 2, 5, 2, 0]],
  ['outside nothing is left', [20, 20, 30, 20, 30, 30], []],
  ['around the box it is the box', [-5, -5, 15, -5, 15, 15, -5, 15], [0, 0, 10, 0, 10, 10, 0, 10]],
];

const LINES: readonly [name: string, points: readonly number[], parts: readonly (readonly number[])[]][] = [
  ['inside it stays whole', [1, 1, 5, 5, 9, 1], [[1, 1, 5, 5, 9, 1]]],
  ['it ends at the edge', [5, 5, 15, 5], [[5, 5, 10, 5]]],
  [
    'it comes back as a second part',
    [2, 5, 2, 15, 8, 15, 8, 5],
    [
      [2, 5, 2, 10],
      [8, 10, 8, 5],
    ],
  ],
  ['outside nothing is left', [20, 0, 20, 10], []],
  ['along the edge it stays', [0, 10, 10, 10], [[0, 10, 10, 10]]],
];

describe('a filled outline', () => {
  it.each(AREAS)('%s', (_, points, cut) => {
    const found = cutArea(points, BOX);
    const corners = (list: readonly number[]) =>
      list.flatMap((x, i) => (i % 2 === 0 ? [`${x} ${list[i + 1]}`] : [])).sort();
    expect(corners(found)).toEqual(corners(cut));
  });
});

describe('a line', () => {
  it.each(LINES)('%s', (_, points, parts) => {
    expect(cutLine(points, BOX)).toEqual(parts);
  });
});
