import { describe, expect, it } from 'vitest';
import { extract, page, question, source, table, text } from './pages.ts';

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

/** Goals in tables. */
const LISTED: readonly (readonly [
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  expected: readonly string[],
])[] = [
  [
    'a target column beside what has been reached',
    ['', 'Change 2021 to 2024', 'Target 2030'],
    [
      ['Scope 1 and Scope 2 emissions, absolute', '–20.5%', '–50%'],
      ['Scope 3 emissions, absolute', '–2.3%', '–28%'],
      ['Share of renewable electricity', '56%', '100%'],
    ],
    ['target Scope 1 and 2 2030 50', 'target Scope 3 2030 28'],
  ],
  [
    'commitments with the year in the cell, business by business',
    ['Commitment', 'Indicator', '2021', 'Objective', 'Results 2023'],
    [
      [
        'Reduce emissions',
        'GHG from Water activities: Scope 1 + Scope 2 (kt CO2 eq.)',
        '1,023',
        'By 2030 - 39%',
        '1,069',
      ],
      ['Reduce emissions', 'Share of Scope 3 covered by an action plan (%)', '2%', 'By 2030, 50%', '6%'],
    ],
    ['target Scope 1 and 2 Water 2030 39'],
  ],
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

  it.each(LISTED)('%s', (_, columns, rows, expected) => {
    const found = extract(TARGETS, page(table(columns, rows)), source('a', { year: 2024 }));
    const said = found.flatMap(({ value }) => (value ? [value] : []));
    expect(
      said.map(({ qualifiers, period, amount }) => [...qualifiers, period?.label, amount].join(' ')).sort(),
    ).toEqual([...expected].sort());
  });
});
