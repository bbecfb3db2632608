import { describe, expect, it } from 'vitest';
import { type Cover, withoutCovered } from '../../../src/documents/pdf/covered.ts';
import type { Run } from '../../../src/documents/pdf/pen.ts';

const run = (id: number, x: number, y: number): Run => ({
  ...{ id, x, y, dx: 1, dy: 0, size: 10, bold: false, italic: false, color: '', tracking: 0 },
  glyphs: [{ text: 'word', start: 0, end: 40 }],
});
const box = { x0: 95, y0: 100, x1: 200, y1: 160 };

const CASES: readonly [
  name: string,
  runs: readonly Run[],
  covers: readonly Cover[],
  seen: readonly number[],
][] = [
  ['written anew on white is gone', [run(0, 100, 120), run(1, 104, 121)], [{ box, after: 1 }], [1]],
  ['under white with nothing on it stays', [run(0, 100, 120)], [{ box, after: 1 }], [0]],
  ['written after the white stays', [run(0, 100, 120), run(1, 100, 140)], [{ box, after: 0 }], [0, 1]],
  ['that sticks out of the white stays', [run(0, 180, 120), run(1, 104, 121)], [{ box, after: 1 }], [0, 1]],
];

describe('a word', () => {
  it.each(CASES)('%s', (_, runs, covers, seen) => {
    expect(withoutCovered(runs, covers).map(({ id }) => id)).toEqual(seen);
  });
});
