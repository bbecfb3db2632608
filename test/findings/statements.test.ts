import { describe, expect, it } from 'vitest';
import { cleanClaim } from '../../src/findings/clean-claim.ts';
import { splitSentences } from '../../src/findings/sentences.ts';
import { leansOnContext } from '../../src/findings/worth-stating.ts';
import { extract, page, question, text } from './pages.ts';

const SPLITS: readonly (readonly [text: string, sentences: readonly string[]])[] = [
  ['One thing. Another thing.', ['One thing.', 'Another thing.']],
  ['Sales in the U.S. rose. They fell abroad.', ['Sales in the U.S. rose.', 'They fell abroad.']],
  ['It was made in the U.S. The plant closed.', ['It was made in the U.S.', 'The plant closed.']],
  [
    'Amazon.com, Inc. sells books. See No. 5 and Fig. 3.',
    ['Amazon.com, Inc. sells books.', 'See No. 5 and Fig. 3.'],
  ],
  [
    'It rose 2.5% (41% vs. 43%).1 By contrast, it fell.',
    ['It rose 2.5% (41% vs. 43%).1', 'By contrast, it fell.'],
  ],
  ['He said “It is over.” Then he left.', ['He said “It is over.”', 'Then he left.']],
];

const CLAIMS: readonly (readonly [sentence: string, claim: string])[] = [
  ['However, sales rose by 5% (see Note 12).', 'Sales rose by 5%.'],
  ['• In addition, costs fell', 'Costs fell.'],
  ['It grew to 43%.1', 'It grew to 43%.'],
  ['3 The unemployment rate was 5.6% in May 2016.', 'The unemployment rate was 5.6% in May 2016.'],
  ['But the share of adults who agree has risen .', 'The share of adults who agree has risen.'],
];

const OPINION = question([], {
  aspects: ['change', 'statement'],
  terms: [
    { term: 'economy', weight: 2 },
    { term: 'economic conditions', weight: 1.5 },
    { term: 'views', weight: 1 },
  ],
});

const LEFT_OUT: readonly (readonly [name: string, words: string])[] = [
  ['a question', 'How would you rate economic conditions in this country today?'],
  ['a sentence cut at the page’s end', 'Today, 43% of adults rate the economy and its'],
  ['a contents line', 'Views of the economy ............ 12'],
  ['a heap of labels', 'Economy 12 14 15 17 Views 18 20 25 30 Economic conditions 12.'],
  ['legal boilerplate', 'These forward-looking statements about the economy involve risks and views.'],
];

describe('statements', () => {
  it.each(SPLITS)('splits: %s', (words, sentences) => {
    expect(splitSentences(words).map(({ start, end }) => words.slice(start, end))).toEqual(sentences);
  });

  it.each(CLAIMS)('cleans: %s', (sentence, claim) => {
    expect(cleanClaim(sentence)).toBe(claim);
  });

  it.each(LEFT_OUT)('leaves out %s', (_, words) => {
    expect(extract(OPINION, page(text(words)))).toEqual([]);
  });

  it('puts a telling sentence before a passing one', () => {
    const telling = 'Fully 53% now rate the economy as good, up from 46% in January.';
    const passing = 'Views of the economy are discussed in the following chapter of this report.';
    const found = extract(OPINION, page(text(passing), text(telling)));
    expect(found[0]?.claim).toBe(telling);
  });

  it('knows a sentence that leans on the one before', () => {
    expect(['They say so too.', 'These views are shared.', 'Most adults agree.'].map(leansOnContext)).toEqual(
      ['much', 'some', 'not'],
    );
  });
});
