import { describe, expect, it } from 'vitest';
import { blockOf } from '../../../src/documents/pdf/blocks.ts';
import type { FlowItem } from '../../../src/documents/pdf/flow.ts';
import { mendSentences } from '../../../src/documents/pdf/mending.ts';
import { column, type Face, linesOf } from './typeset.ts';

const block = (texts: readonly string[], x: number, top: number, face?: Face) => ({
  block: blockOf(linesOf(column(texts, x, top, face))),
});
const FIGURE = { solid: { x0: 50, y0: 300, x1: 250, y1: 400 } };

const HEAD = ['Net sales grew by a tenth in the', 'year that ended in December and'];
const CASES: readonly [
  name: string,
  flow: readonly FlowItem<typeof FIGURE.solid>[],
  texts: readonly string[],
][] = [
  [
    'a sentence over a column end is one',
    [block(HEAD, 50, 100), block(['costs fell.'], 300, 150)],
    ['Net … costs fell.'],
  ],
  [
    'a sentence around a figure is one, before it',
    [block(HEAD, 50, 100), FIGURE, block(['costs fell.'], 50, 450)],
    ['Net … costs fell.', 'figure'],
  ],
  [
    'a footnote in smaller type is jumped over',
    [block(HEAD, 50, 100), block(['¹ Unaudited.'], 50, 200, { size: 7 }), block(['costs fell.'], 300, 250)],
    ['Net … costs fell.', '¹ Unaudited.'],
  ],
  [
    'a sentence that ended is left alone',
    [
      block(['Net sales grew by a tenth in the', 'year that ended in December.'], 50, 100),
      block(['costs fell.'], 300, 150),
    ],
    ['Net … December.', 'costs fell.'],
  ],
  [
    'a list item is not a continuation',
    [block(HEAD, 50, 100), block(['• costs fell.'], 50, 150)],
    ['Net … and', '• costs fell.'],
  ],
  [
    'text drawn earlier is not a continuation',
    [block(HEAD, 50, 100), block(['costs fell.'], 300, 60)],
    ['Net … and', 'costs fell.'],
  ],
];

describe('mendSentences', () => {
  it.each(CASES)('%s', (_, flow, texts) => {
    const said = mendSentences(flow, 10).map(item => {
      if ('solid' in item) return 'figure';
      const { lines } = item.block;
      const last = lines.at(-1)!.text;
      return lines.length === 1 ? last : `Net … ${/\S+ fell\.$/.test(last) ? last : last.split(' ').at(-1)}`;
    });
    expect(said).toEqual(texts);
  });
});
