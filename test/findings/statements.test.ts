import { describe, expect, it } from 'vitest';
import type { MetricRef, Question } from '../../src/domain/question.ts';
import { cleanClaim } from '../../src/findings/clean-claim.ts';
import { splitSentences } from '../../src/findings/sentences.ts';
import { TELLING } from '../../src/findings/statements.ts';
import { leansOnContext } from '../../src/findings/worth-stating.ts';
import { extract, OPERATING_INCOME, page, question, REVENUE, text } from './pages.ts';

const GHG_TARGET: MetricRef = {
  id: 'ghg-target',
  name: 'Emissions targets',
  phrases: ['emissions targets', 'emissions target', 'climate target', 'net zero', 'ghg target'],
  not: [],
  dimensions: ['percent'],
};
const APPROVAL: MetricRef = {
  id: 'job-approval',
  name: 'Job approval',
  phrases: ['job approval', 'approve', 'approve of', 'handling his job', 'approval'],
  not: ['disapprove'],
  dimensions: ['percent'],
};

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
  ['Sales were $ 4.6 billion.', 'Sales were $4.6 billion.'],
  [
    'Year ended December 31, 2016 as compared to the year ended December 31, 2015 The increase was due to growth.',
    '2016 compared with 2015: The increase was due to growth.',
  ],
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

const WHY = question([REVENUE, OPERATING_INCOME], {
  topic: 'Revenue',
  text: 'What was revenue in 2016 to 2017, and why did it change?',
  aspects: ['level', 'cause', 'change'],
  entities: ['Acme'],
  periods: [{ kind: 'range', year: 2016, part: 2017, label: '2016–2017' }],
});
const GOALS = question([GHG_TARGET], { topic: 'Emissions targets', aspects: ['target', 'statement'] });
const PRESIDENT = question([APPROVAL], {
  topic: 'Views of the president',
  text: 'How did views of the president change?',
  aspects: ['level', 'statement', 'change'],
});

/** What bears on a question, whatever words it shares, and what only shares words with it. */
const BEARINGS: readonly (readonly [name: string, asked: Question, words: string, tells: boolean])[] = [
  ['a change with its reason', WHY, 'Revenue rose 8% in 2017, driven by demand for cloud services.', true],
  [
    'the reason of a change',
    WHY,
    'The increase in operating income in 2017 was primarily due to higher revenue.',
    true,
  ],
  ['a reason for another year', WHY, 'Revenue rose 8% in 2012, driven by demand for cloud services.', false],
  [
    'the measure given as a reason for another',
    WHY,
    'The contribution margin was 37% in 2017, which is higher due to growth in revenue.',
    false,
  ],
  ['what moved beside it', WHY, 'Exchange rates impacted net sales by $210 million in 2017.', false],
  ['a definition', WHY, 'Revenue primarily consists of fees for memberships sold in 2017.', false],
  ['an accounting policy', WHY, 'Revenue of 2017 is recognized when services are delivered.', false],
  ['a generality', WHY, 'Makers of machines have two levers for revenue: price and volume.', false],
  ['a risk', WHY, 'If our customers spend less in 2017, revenue could decline by 10%.', false],
  [
    'a subject that got lost',
    WHY,
    'The segment earned revenue of 43 million, 10.9% more than in 2016.',
    false,
  ],
  ['a goal', GOALS, 'Reduce Scope 1 and 2 emissions by 42% by 2030.', true],
  ['a goal for something else', GOALS, 'Reduce the accident frequency by 30% by 2030.', false],
  ['what all think', PRESIDENT, 'Today, 39% of adults approve of the way Trump is handling his job.', true],
  [
    'what is thought of something else',
    PRESIDENT,
    'Just 34% of adults approve of the tax law, up from 30%.',
    false,
  ],
  [
    'how a survey was made',
    PRESIDENT,
    'For approval of the president, one can say with 95% confidence that the error attributable to sampling is 3 points.',
    false,
  ],
];

describe('statements', () => {
  it.each(BEARINGS)('%s: tells or not', (_, asked, words, tells) => {
    const found = extract(asked, page(text(words))).filter(({ kind }) => kind === 'statement');
    expect(found.some(({ relevance }) => relevance >= TELLING)).toBe(tells);
  });

  it('puts what all think before what a part thinks', () => {
    const all = 'Today, 39% of adults approve of the way Trump is handling his job.';
    const part = 'Among independents, 34% approve of the way Trump is handling his job.';
    const found = extract(PRESIDENT, page(text(part), text(all))).filter(({ kind }) => kind === 'statement');
    expect(found.map(({ claim }) => claim)).toEqual([all, part]);
  });

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
    const sentences = [
      'They say so too.',
      'These views are shared.',
      'The remaining adults agree.',
      'Most agree.',
    ];
    expect(sentences.map(leansOnContext)).toEqual(['much', 'much', 'some', 'not']);
  });
});
