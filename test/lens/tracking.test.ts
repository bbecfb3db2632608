import { describe, expect, test } from 'vitest';
import { STRIP_HEIGHT, type Strip } from '../../src/lens/strip.ts';
import { spacedOut, tightened } from '../../src/lens/tracking.ts';

/** Letters as upright bars, `gaps` pixels apart. */
function strip(gaps: readonly number[], letter = 8): Strip {
  const width = gaps.reduce((sum, gap) => sum + gap, 0) + (gaps.length + 1) * letter;
  const ink = new Float32Array(width * STRIP_HEIGHT);
  let x = 0;
  for (const gap of [...gaps, 0]) {
    for (let y = 6; y < 26; y++) ink.fill(1, y * width + x, y * width + x + letter);
    x += letter + gap;
  }
  return { width, ink };
}

describe('tightened', () => {
  test.each([
    { name: 'letters as they usually stand', gaps: [3, 2, 3, 9, 3, 2], width: null },
    { name: 'a word spaced out', gaps: [10, 10, 10, 10], width: 5 * 8 + 4 * 3 },
    { name: 'two words spaced out', gaps: [10, 10, 26, 10, 10], width: 6 * 8 + 4 * 3 + 19 },
    { name: 'two letters', gaps: [20], width: null },
  ])('$name', ({ gaps, width }) => {
    expect(tightened(strip(gaps))?.width ?? null).toBe(width);
  });
});

describe('spacedOut', () => {
  const said = (text: string, sure: number) => ({
    text,
    confidences: [...text].map(() => sure),
    centres: [...text].map((_, i) => i / text.length),
  });

  test.each([
    { name: 'a word', wide: said('P EO PLE', 0.9), tight: said('PEOPLE', 0.99), kept: 'PEOPLE' },
    { name: 'one that reads worse', wide: said('A B C', 0.98), tight: said('ABE', 0.6), kept: 'A B C' },
    { name: 'numbers in a row', wide: said('10 20 30', 0.98), tight: said('102030', 0.99), kept: '10 20 30' },
  ])('$name', ({ wide, tight, kept }) => {
    expect(spacedOut(wide, tight).text).toBe(kept);
  });
});
