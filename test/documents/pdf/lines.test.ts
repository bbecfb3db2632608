import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/documents/pdf/lines.ts';
import { line } from './typeset.ts';

const CASES: readonly [name: string, pieces: readonly string[], text: string][] = [
  [
    'commas and stops join the word before them',
    ['$153 million', ', $156 million', '.'],
    '$153 million, $156 million.',
  ],
  [
    'brackets and quotes join the words in them',
    ['a rate (', '“', 'LIBOR', '”', ') plus'],
    'a rate (“LIBOR”) plus',
  ],
  ['a percent sign joins its number', ['rate of', '35', '% in all'], 'rate of 35% in all'],
  ['a percent sign stays apart from a word', ['Share', '% of sales'], 'Share % of sales'],
  ['words stay apart', ['net', 'sales'], 'net sales'],
];

describe('pieces of a line, each from a text-showing operator of its own', () => {
  it.each(CASES)('%s', (_, pieces, text) => {
    let x = 50;
    const words = pieces.flatMap((piece, run) => {
      const cut = line(piece, x, 100, { run });
      x = cut.at(-1)!.end + 2.5;
      return cut;
    });
    expect(lineText(words)).toBe(text);
  });
});
