import { describe, expect, it } from 'vitest';
import type { Ink } from '../../../src/documents/pdf/ink.ts';
import { newDrawn } from '../../../src/documents/pdf/paths.ts';
import { toSheet } from '../../../src/documents/pdf/sheet.ts';
import { boxOnPage } from '../../../src/lib/box.ts';

const FRAME = { page: 1, label: '', width: 400, height: 800, operators: 1 };

/** A word of two letters from (100, 200) in the direction given, and a picture at (40, 80) of 80 by 160. */
function ink(dx: number, dy: number): Ink {
  const glyphs = [...'ab'].map((text, i) => ({ text, start: i * 5, end: i * 5 + 5 }));
  const run = {
    id: 0,
    x: 100,
    y: 200,
    dx,
    dy,
    size: 10,
    bold: false,
    italic: false,
    color: '',
    tracking: 0,
    glyphs,
  };
  const images = [{ x0: 40, y0: 80, x1: 120, y1: 240 }];
  return { ...newDrawn(), runs: [run], images, white: newDrawn(), painted: [] };
}

const CASES: readonly [name: string, dx: number, dy: number, width: number, word: readonly number[]][] = [
  ['upright', 1, 0, 400, [0.25, 0.24, 0.025, 0.0125]],
  ['running down', 0, 1, 800, [0.245, 0.25, 0.025, 0.0125]],
  ['upside down', -1, 0, 400, [0.225, 0.2475, 0.025, 0.0125]],
  ['running up', 0, -1, 800, [0.23, 0.2375, 0.025, 0.0125]],
];

describe('a page whose text is', () => {
  it.each(CASES)('%s is turned for reading, and its boxes back', (_, dx, dy, width, word) => {
    const sheet = toSheet(ink(dx, dy), FRAME);
    expect(sheet.width).toBe(width);
    expect(sheet.words.map(w => w.text)).toEqual(['ab']);
    expect(boxOnPage(sheet.images[0]!, sheet)).toEqual([0.1, 0.1, 0.2, 0.2]);
    expect(boxOnPage(sheet.words[0]!, sheet)).toEqual(word);
  });

  it('askew beside upright text is kept apart', () => {
    const { runs } = ink(1, 0);
    const title = { ...runs[0]!, dx: 0, dy: -1, glyphs: runs[0]!.glyphs.slice(0, 1) };
    const sheet = toSheet({ ...ink(1, 0), runs: [runs[0]!, title] }, FRAME);
    expect(sheet.words.map(w => w.text)).toEqual(['ab']);
    expect(sheet.askew.map(w => w.text)).toEqual(['a']);
  });
});
