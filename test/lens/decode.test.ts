import { describe, expect, test } from 'vitest';
import { decodeLine } from '../../src/lens/decode.ts';

const vocabulary = {
  alphabet: [...' ab'],
  calibration: [
    [0, 0],
    [0.8, 0.5],
    [1, 0.9],
  ],
} as const;

describe('decodeLine', () => {
  const cases: readonly { name: string; ids: number[]; text: string }[] = [
    { name: 'repeats of a class are one character', ids: [2, 2, 2, 3], text: 'ab' },
    { name: 'a blank between them keeps both', ids: [2, 0, 2], text: 'aa' },
    { name: 'spaces inside stay and outside go', ids: [1, 2, 1, 3, 0, 1], text: 'a b' },
    { name: 'nothing but blanks says nothing', ids: [0, 0, 0], text: '' },
    { name: 'a class without a character is left out', ids: [2, 9, 3], text: 'ab' },
  ];
  test.each(cases)('$name', ({ ids, text }) => {
    const probabilities = new Float32Array(ids.length).fill(1);
    const read = decodeLine({ ids, probabilities, width: 2 * ids.length }, vocabulary);
    expect(read.text).toBe(text);
    expect(read.centres).toHaveLength(text.length);
    expect(read.confidences).toHaveLength(text.length);
  });

  test('confidence is the best emission of a character, as often as such were right', () => {
    const { confidences } = decodeLine(
      { ids: [2, 2, 0, 3], probabilities: [0.2, 0.8, 1, 0.9], width: 8 },
      vocabulary,
    );
    expect(confidences[0]).toBeCloseTo(0.5);
    expect(confidences[1]).toBeCloseTo(0.7);
  });

  test('a character stands in the middle of its emissions, as a share of the strip without what filled it up', () => {
    const ids = [2, 2, 0, 3, 0, 0];
    expect(decodeLine({ ids, probabilities: ids, width: 8 }, vocabulary).centres).toEqual([0.25, 0.875]);
  });
});
