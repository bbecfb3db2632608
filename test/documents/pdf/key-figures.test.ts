import { describe, expect, it } from 'vitest';
import { findKeyFigures } from '../../../src/documents/pdf/key-figures.ts';
import { toSegments } from '../../../src/documents/pdf/segments.ts';
import type { Word } from '../../../src/documents/pdf/words.ts';
import { column, line } from './typeset.ts';

const BODY = 10;
const number = (text: string, x: number, y: number) => line(text, x, y, { size: 30, run: x + y });

const CASES: readonly [name: string, words: readonly Word[], texts: readonly string[]][] = [
  [
    'the words under a number',
    [...number('5,500', 50, 100), ...column(['MWh produced', 'per year'], 50, 120)],
    ['5,500 MWh produced per year'],
  ],
  [
    'the words over a number, in two sizes',
    [
      ...column(['SITES THAT USE', 'NO PESTICIDES'], 50, 50, { size: 12 }),
      ...line('Result 2023', 55, 86),
      ...number('73%', 50, 115),
    ],
    ['SITES THAT USE NO PESTICIDES Result 2023 73%'],
  ],
  [
    'its own words, where numbers stand side by side',
    [
      ...number('€76 billion', 50, 100),
      ...number('15.5%', 300, 100),
      ...line('Revenue', 50, 120),
      ...line('Profit margin', 300, 120),
    ],
    ['€76 billion Revenue', '15.5% Profit margin'],
  ],
  [
    'no paragraph',
    [...number('5,500', 50, 100), ...column(Array(8).fill('words of a paragraph'), 50, 120)],
    [],
  ],
  ['no footnote', [...number('-11%', 50, 100), ...line('*without energy', 50, 120)], []],
  ['nothing around a chapter number', [...number('2', 50, 100), ...line('Our strategy', 50, 120)], []],
  ['nothing around a year', [...number('2024', 50, 100), ...line('Annual report', 50, 120)], []],
  [
    'nothing around values of a chart',
    [...number('81', 50, 100), ...number('82', 113, 100), ...line('Share of waste', 50, 120)],
    [],
  ],
  ['nothing around a number in small type', [...line('5,500', 50, 100), ...line('MWh', 50, 112)], []],
];

describe('a key figure takes', () => {
  it.each(CASES)('%s', (_, words, texts) => {
    const found = findKeyFigures(toSegments(words), BODY);
    expect(found.map(({ lines }) => lines.map(({ text }) => text).join(' '))).toEqual(texts);
  });
});
