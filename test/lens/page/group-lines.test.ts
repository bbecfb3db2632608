import { describe, expect, test } from 'vitest';
import type { Component } from '../../../src/lens/page/components.ts';
import { groupLines } from '../../../src/lens/page/group-lines.ts';
import { lettersAt } from './letters.ts';

const page = { width: 1000, height: 1000 };
const dot = (x0: number, y0: number, size = 2): Component => ({
  x0,
  y0,
  x1: x0 + size,
  y1: y0 + size,
  pixels: size * size,
});

describe('groupLines', () => {
  const cases: readonly { name: string; letters: readonly Component[]; lines: number }[] = [
    { name: 'words of a row are one line', letters: lettersAt(100, 100, 20), lines: 1 },
    {
      name: 'rows below each other are lines each',
      letters: [...lettersAt(100, 100, 20), ...lettersAt(100, 114, 20), ...lettersAt(100, 128, 20)],
      lines: 3,
    },
    {
      name: 'a wide gap parts cells of a row',
      letters: [...lettersAt(100, 100, 5), ...lettersAt(400, 100, 5)],
      lines: 2,
    },
    {
      name: 'a rule is no line',
      letters: [...lettersAt(100, 100, 9), { x0: 100, y0: 120, x1: 500, y1: 122, pixels: 800 }],
      lines: 1,
    },
    { name: 'a speck by itself is no line', letters: [...lettersAt(100, 100, 9), dot(600, 600)], lines: 1 },
  ];
  test.each(cases)('$name', ({ letters, lines }) => {
    expect(groupLines(letters, page)).toHaveLength(lines);
  });

  test('a full stop and a dot above belong to their line', () => {
    const letters = [...lettersAt(100, 100, 5), dot(143, 108), dot(102, 96)];
    expect(groupLines(letters, page)).toMatchObject([{ x0: 100, y0: 96, x1: 145, y1: 110, size: 10 }]);
  });

  test('letters of two lines that touch don’t make them one', () => {
    const rows = [...lettersAt(100, 100, 20), ...lettersAt(100, 116, 20)];
    const touching: Component = { x0: 92, y0: 100, x1: 99, y1: 126, pixels: 90 };
    const lines = groupLines([...rows, touching], page);
    expect(lines.map(line => [line.x0, line.y0, line.y1])).toEqual([
      [92, 100, 110],
      [92, 116, 126],
    ]);
  });

  test('a larger heading doesn’t swallow the small line beside it', () => {
    const lines = groupLines([...lettersAt(100, 100, 6, 40), ...lettersAt(420, 110, 9, 10)], page);
    expect(lines.map(line => line.size).sort()).toEqual([10, 40]);
  });
});
