import { describe, expect, it } from 'vitest';
import { extract, page, question, source, text } from './pages.ts';

const TARGETS = question(
  [
    {
      id: 'ghg-target',
      name: 'Emissions targets',
      phrases: ['emissions target'],
      not: [],
      dimensions: ['percent'],
    },
  ],
  { aspects: ['target'] },
);

const GOALS: readonly (readonly [sentence: string, claims: readonly string[]])[] = [
  [
    'We will reduce absolute Scope 1 and Scope 2 (market-based) emissions by 42% by 2030 compared with 2020.',
    ['Acme aims to cut Scope 1 and 2 (market-based) emissions by 42% by 2030.'],
  ],
  [
    'Acme has pledged to reduce emissions from its own operations (Scope 1 and 2) by 90% and from its value chain (Scope 3) by 30% by fiscal 2030 compared to fiscal 2019.',
    [
      'Acme aims to cut Scope 1 and 2 emissions by 90% by fiscal 2030.',
      'Acme aims to cut Scope 3 emissions by 30% by fiscal 2030.',
    ],
  ],
  ['We have reduced our Scope 1 emissions by 60% since 2019, ahead of our plan to act by 2025.', []],
  ['Our revenue is expected to grow by 10% by 2030 as we reduce prices.', []],
];

describe('goals', () => {
  it.each(GOALS)('%s', (sentence, claims) => {
    const found = extract(TARGETS, page(text(sentence)), source('a', { year: 2024 }));
    expect(
      found
        .filter(finding => finding.value)
        .map(finding => finding.claim)
        .sort(),
    ).toEqual([...claims].sort());
  });
});
