import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitLines, textWidth, wrapText } from '../../../src/outputs/font/measure.ts';

const STYLE = { size: 10 };

describe('textWidth', () => {
  // Widths of Arial in 1/2048 em: H 1479, e 1139, l 455, o 1139.
  test.each([
    ['sums advances', 'Hello', STYLE, ((1479 + 1139 + 455 + 455 + 1139) / 2048) * 10],
    ['is wider in bold', 'Hello', { size: 10, bold: true }, ((1479 + 1139 + 569 + 569 + 1251) / 2048) * 10],
    ['counts what the font lacks as a square', '売上', STYLE, 20],
    ['of nothing is nothing', '', STYLE, 0],
  ])('%s', (_, text, style, expected) => expect(textWidth(text, style)).toBeCloseTo(expected, 2));
});

describe('wrapText', () => {
  test.each([
    ['breaks at spaces', 'one two three', 40, ['one two', 'three']],
    ['breaks a word that is wider than a line', 'abcdefghij', 25, ['abcd', 'efghij']],
    ['of nothing has no line', '', 40, []],
  ])('%s', (_, text, width, expected) => expect(wrapText(text, width, STYLE)).toEqual(expected));

  test('loses nothing and never goes beyond the width', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 }).map(s => s.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 200 }), (words, width) => {
        const lines = wrapText(words, width, STYLE);
        expect(lines.join('').replace(/ /g, '')).toBe(words.replace(/ /g, ''));
        for (const line of lines)
          expect(textWidth(line, STYLE) <= width || [...line].length === 1).toBe(true);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

test('fitLines ends in an ellipsis where something is left out', () => {
  const lines = fitLines('one two three four five six', 45, { ...STYLE, count: 2 });
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  for (const line of lines) expect(textWidth(line, STYLE)).toBeLessThanOrEqual(45);
});
