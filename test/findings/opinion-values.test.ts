import { describe, expect, it } from 'vitest';
import type { MetricRef } from '../../src/domain/question.ts';
import { extract, page, question, source, text } from './pages.ts';

function metric(id: string, name: string): MetricRef {
  return { id, name, phrases: [name.toLowerCase()], not: [], dimensions: ['percent'] };
}
const ASKED = question(
  [
    metric('job-approval', 'Job approval'),
    metric('job-disapproval', 'Job disapproval'),
    metric('economy-rating', 'Economy rated good'),
  ],
  { aspects: ['statement', 'change'] },
);
const RELEASE = source('release', { entity: '', year: 2018, published: '2018-05-03' });

const CASES: readonly (readonly [sentence: string, values: readonly string[]])[] = [
  [
    'Today, 39% of adults approve of the way Trump is handling his job, while 54% disapprove.',
    ['Job approval 39% of Trump, May 2018', 'Job disapproval 54% of Trump, May 2018'],
  ],
  [
    'There is a gender gap: 48% of men approve of Trump’s performance, while just 30% of women say the same.',
    ['Job approval [men] 48% of Trump, May 2018', 'Job approval [women] 30% of Trump, May 2018'],
  ],
  [
    'In 2017, 85% of Republicans approved of Trump’s job performance.',
    ['Job approval [Republicans] 85% of Trump, 2017'],
  ],
  ['In 2009, Obama’s approval rating stood at 61%.', ['Job approval 61% of Obama, 2009']],
  ['About 43% of Americans rate the economy as excellent or good.', ['Economy rated good 43%, May 2018']],
  ['About 70% of leaners approved of his job performance during his first two years.', []],
  ['Just 34% of adults approve of the tax law and 43% disapprove.', []],
  ['Fully 23% approve very strongly, while 11% say they approve not so strongly.', []],
];

describe('shares of people who hold an opinion', () => {
  it.each(CASES)('%s', (sentence, values) => {
    const found = extract(ASKED, page(text(sentence)), RELEASE).flatMap(({ value }) => value ?? []);
    const told = found.map(({ metric: name, qualifiers, printed, entity, period }) =>
      [name, ...qualifiers.map(word => `[${word}]`), printed, ...(entity === '' ? [] : ['of', entity])]
        .join(' ')
        .concat(`, ${period?.label ?? '-'}`),
    );
    expect(told.sort()).toEqual([...values].sort());
  });
});
