import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../src/documents/pdf/blocks.ts';
import type { Word } from '../../../src/documents/pdf/words.ts';
import { column, line, linesOf } from './typeset.ts';

function cut(words: readonly Word[]): string[] {
  return toBlocks(linesOf(words)).map(block => block.lines.map(l => l.text).join(' / '));
}

const CASES: readonly [name: string, words: readonly Word[], blocks: readonly string[]][] = [
  [
    'lines at the usual distance are one paragraph',
    column(['Net sales grew by a tenth and', 'costs fell by a third of that'], 50, 100),
    ['Net sales grew by a tenth and / costs fell by a third of that'],
  ],
  [
    'a gap parts paragraphs',
    [
      ...column(['one goes on for a while here', 'and ends.'], 50, 100),
      ...column(['two goes on for a while here', 'and ends.'], 50, 140),
    ],
    ['one goes on for a while here / and ends.', 'two goes on for a while here / and ends.'],
  ],
  [
    'a short last line and a capital part paragraphs without a gap',
    column(
      [
        'One goes on for a while here and there',
        'and ends.',
        'Two goes on for a while here and there',
        'and ends.',
      ],
      50,
      100,
    ),
    [
      'One goes on for a while here and there / and ends.',
      'Two goes on for a while here and there / and ends.',
    ],
  ],
  [
    'another size of type is another block',
    [...line('Results', 50, 100, { size: 14 }), ...line('Net sales grew.', 50, 116)],
    ['Results', 'Net sales grew.'],
  ],
  [
    'a bold line over regular text is a heading',
    [...line('Segment results', 50, 100, { bold: true }), ...line('Net sales grew by a tenth.', 50, 112)],
    ['Segment results', 'Net sales grew by a tenth.'],
  ],
  [
    'bullets part items',
    column(['• one thing', '• another thing'], 50, 100),
    ['• one thing', '• another thing'],
  ],
  [
    'an item keeps its indented lines',
    [
      ...line('• one thing that needs more', 50, 100),
      ...line('than one line', 60, 112),
      ...line('• another', 50, 124),
    ],
    ['• one thing that needs more / than one line', '• another'],
  ],
  [
    'a unit note stands alone',
    column(['CONSOLIDATED BALANCE SHEETS', '(in millions, except per share data)'], 50, 100),
    ['CONSOLIDATED BALANCE SHEETS', '(in millions, except per share data)'],
  ],
  [
    'lines of a table of contents stand alone',
    column(['Item 1. Business and more 12', 'Item 2. Property and land 34'], 50, 100),
    ['Item 1. Business and more 12', 'Item 2. Property and land 34'],
  ],
];

describe('toBlocks', () => {
  it.each(CASES)('%s', (_, words, blocks) => {
    expect(cut(words)).toEqual(blocks);
  });
});
