import { describe, expect, test } from 'vitest';
import type { TextLine } from '../../../src/lens/page/group-lines.ts';
import { type Block, readingOrder } from '../../../src/lens/page/reading-order.ts';

const line = (x0: number, y0: number, width: number, size = 10): TextLine => ({
  x0,
  y0,
  x1: x0 + width,
  y1: y0 + 1.3 * size,
  size,
  base: y0 + size,
});
const column = (x0: number, from: number, count: number) =>
  Array.from({ length: count }, (_, i) => line(x0, from + 16 * i, 300));

/** Left edge and top of each block's first line; a table as the number of its rows and columns. */
function outline(blocks: readonly Block[]): readonly string[] {
  return blocks.map(block =>
    block.kind === 'table'
      ? `table ${block.rows.length}x${block.rows[0]?.length}`
      : `${block.lines[0]?.x0},${block.lines[0]?.y0} (${block.lines.length})`,
  );
}

describe('readingOrder', () => {
  test('a column is read to its end before the next', () => {
    const lines = [...column(100, 100, 6), ...column(450, 100, 6)];
    expect(outline(readingOrder(lines))).toEqual(['100,100 (6)', '450,100 (6)']);
  });

  test('a title over two columns comes first', () => {
    const lines = [...column(100, 130, 6), ...column(450, 130, 6), line(100, 90, 640, 14)];
    expect(outline(readingOrder(lines))).toEqual(['100,90 (1)', '100,130 (6)', '450,130 (6)']);
  });

  test('ragged lines stay one paragraph', () => {
    const ragged = [300, 250, 290, 310, 240, 305, 280, 150].map((width, i) => line(100, 100 + 16 * i, width));
    expect(outline(readingOrder(ragged))).toEqual(['100,100 (8)']);
  });

  test('a gap between paragraphs parts them', () => {
    expect(outline(readingOrder([...column(100, 100, 3), ...column(100, 180, 2)]))).toEqual([
      '100,100 (3)',
      '100,180 (2)',
    ]);
  });

  test('cells that stand in rows are a table, with the words before and after it as text', () => {
    const cells = [0, 1, 2, 3].flatMap(row => [100, 300, 400].map(x => line(x, 200 + 20 * row, 50)));
    const lines = [line(100, 100, 600), ...cells, line(100, 320, 600)];
    expect(outline(readingOrder(lines))).toEqual(['100,100 (1)', 'table 4x3', '100,320 (1)']);
  });

  test('an empty cell keeps its place', () => {
    const cells = [0, 1, 2, 3].flatMap(row => [100, 300].map(x => line(x, 200 + 20 * row, 50)));
    const [block] = readingOrder(cells.toSpliced(3, 1));
    expect(block?.kind === 'table' && block.rows[1]?.map(cell => cell.length)).toEqual([1, 0]);
  });

  test('nothing is nothing', () => {
    expect(readingOrder([])).toEqual([]);
  });
});
