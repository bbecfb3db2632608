import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/documents/pdf/pen.ts';
import { cutWords } from '../../../src/documents/pdf/words.ts';

/** Each piece is set at its own place: `[text, x, y, size]`, half an em per character. */
type Piece = readonly [text: string, x: number, y: number, size?: number];

function runs(pieces: readonly Piece[], tracking = 0): Run[] {
  return pieces.map(([text, x, y, size = 10], id) => ({
    id,
    x,
    y,
    dx: 1,
    dy: 0,
    size,
    bold: false,
    italic: false,
    color: '#000000',
    tracking,
    glyphs: [...text].map((char, i) => {
      const start = i * (size * 0.5 + tracking);
      return { text: char, start, end: start + size * 0.5 };
    }),
  }));
}

const CASES: readonly [name: string, pieces: readonly Piece[], words: readonly string[]][] = [
  ['spaces part words', [['net sales', 0, 0]], ['net', 'sales']],
  [
    'pieces that touch are one word',
    [
      ['19', 0, 0],
      ['334', 10, 0],
    ],
    ['19334'],
  ],
  [
    'percentages that touch are two',
    [
      ['80%', 0, 0],
      ['100%', 15, 0],
    ],
    ['80%', '100%'],
  ],
  [
    'a gap without a space parts words',
    [
      ['net', 0, 0],
      ['sales', 18, 0],
    ],
    ['net', 'sales'],
  ],
  [
    'kerning parts nothing',
    [
      ['A', 0, 0],
      ['V', 4.4, 0],
    ],
    ['AV'],
  ],
  [
    'a raised digit never joins a number',
    [
      ['12.3', 0, 0],
      ['1', 20, -4, 6],
    ],
    ['12.3¹'],
  ],
  [
    'a raised mark in brackets stays as it is',
    [
      ['2018', 0, 0],
      ['(1)', 20, -4, 6],
    ],
    ['2018(1)'],
  ],
  [
    'a raised digit before its footnote',
    [
      ['1', 0, -4, 6],
      ['Net', 4, 0],
    ],
    ['¹', 'Net'],
  ],
  [
    'a subscript belongs to its word',
    [
      ['CO', 0, 0],
      ['2', 10, 2, 6],
    ],
    ['CO2'],
  ],
  [
    'ordinals stay letters',
    [
      ['4', 0, 0],
      ['th', 5, -4, 6],
    ],
    ['4th'],
  ],
  [
    'text drawn twice for weight is one',
    [
      ['bold', 0, 0],
      ['bold', 0.3, 0],
    ],
    ['bold'],
  ],
  [
    'the same word further on is two',
    [
      ['and', 0, 0],
      ['and', 20, 0],
    ],
    ['and', 'and'],
  ],
  ['letter-spaced text is joined', [['R E P O R T', 0, 0]], ['REPORT']],
  [
    'small capitals are one word',
    [
      ['C', 0, 0, 12],
      ['LADDER', 6, 0, 9],
    ],
    ['CLADDER'],
  ],
  ['Hebrew is read from the right', [['אבג', 0, 0]], ['גבא']],
];

describe('cutWords', () => {
  it.each(CASES)('%s', (_, pieces, words) => {
    expect(cutWords(runs(pieces)).map(word => word.text)).toEqual(words);
  });

  it('joins a tracked word, whose letters all stand apart by the same setting', () => {
    expect(cutWords(runs([['Scope one', 0, 0]], 3)).map(word => word.text)).toEqual(['Scope', 'one']);
  });

  it('gives a word the box of its glyphs', () => {
    const [word] = cutWords(runs([['net', 100, 50]]));
    expect(word).toMatchObject({ x0: 100, x1: 115, y0: 42, y1: 52, baseline: 50, size: 10 });
  });
});
