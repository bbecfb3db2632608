import { describe, expect, test } from 'vitest';
import type { SeenLine, Sight } from '../../src/domain/vision.ts';
import { matchLines, seenWords } from '../../src/eval/line-match.ts';

const gold = [
  { text: 'net sales rose', box: [0.1, 0.1, 0.3, 0.02] },
  { text: 'by 12%', box: [0.1, 0.14, 0.1, 0.02] },
] as const;

describe('matchLines', () => {
  test.each([
    [
      'all as it is',
      [
        ['net', 0.12, 0.11],
        ['sales', 0.2, 0.11],
        ['rose', 0.3, 0.112],
        ['by', 0.11, 0.15],
        ['12%', 0.15, 0.15],
      ],
      0,
      5,
    ],
    [
      'a character changed',
      [
        ['net', 0.12, 0.11],
        ['soles', 0.2, 0.11],
        ['rose', 0.3, 0.11],
        ['by', 0.11, 0.15],
        ['12%', 0.15, 0.15],
      ],
      1,
      4,
    ],
    [
      'a line missed',
      [
        ['net', 0.12, 0.11],
        ['sales', 0.2, 0.11],
        ['rose', 0.3, 0.11],
      ],
      6,
      3,
    ],
    [
      'a word where there is none',
      [
        ['net', 0.12, 0.11],
        ['sales', 0.2, 0.11],
        ['rose', 0.3, 0.11],
        ['by', 0.11, 0.15],
        ['12%', 0.15, 0.15],
        ['mark', 0.8, 0.8],
      ],
      4,
      5,
    ],
  ] as const)('%s', (_, words, edits, right) => {
    const placed = words.map(([text, x, y]) => ({ text, at: [x, y] as const }));
    expect(matchLines(gold, placed)).toEqual({ edits, words: right });
  });
});

test('words of a sloping line stand along it', () => {
  const text = 'left right';
  const line: SeenLine = {
    text,
    confidences: [...text].map(() => 1),
    centres: [...text].map((_, i) => (i + 0.5) / text.length),
    box: [0.1, 0.4, 0.8, 0.05],
  };
  const sight: Sight = {
    turn: 0,
    skew: 2,
    blocks: [{ kind: 'text', role: 'paragraph', box: line.box, lines: [line] }],
  };
  const [left, right] = seenWords(sight, 0.7);
  expect(left?.text).toBe('left');
  expect((right?.box[1] ?? 0) - (left?.box[1] ?? 0)).toBeGreaterThan(0.008);
});
