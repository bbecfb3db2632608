import { describe, expect, it } from 'vitest';
import type { MetricRef } from '../../src/domain/question.ts';
import {
  CAPEX,
  chart,
  extract,
  lines,
  OPERATING_INCOME,
  page,
  question,
  REVENUE,
  SCOPE_1,
  SCOPE_2,
  source,
  table,
  text,
} from './pages.ts';

const MONEY = question([REVENUE, OPERATING_INCOME, CAPEX]);
const CARBON = question([SCOPE_1, SCOPE_2], { by: ['scope', 'year'] });

const INCOME = [
  ['Net product sales', '$ 79,268', '$ 94,665'],
  ['Total net sales', '107,006', '135,987'],
  ['Operating expenses:', '', ''],
  ['Cost of sales', '71,651', '88,265'],
  ['Total operating expenses', '104,773', '131,801'],
  ['Operating income', '2,233', '4,186'],
  ['Total non-operating income (expense)', '(665)', '(294)'],
];

const DILUTED: MetricRef = {
  id: 'eps-diluted',
  name: 'Diluted earnings per share',
  dimensions: ['money'],
  phrases: ['diluted earnings per share', 'net income per common share diluted', 'diluted'],
  not: ['weighted average', 'shares'],
};
const STORES: MetricRef = {
  id: 'store-count',
  name: 'Stores',
  dimensions: ['count'],
  phrases: ['total stores open'],
  not: [],
};

type Case = readonly [name: string, found: () => ReturnType<typeof extract>, expected: readonly string[]];
const CASES: readonly Case[] = [
  [
    '"Diluted" is an amount per share under earnings, and nothing under numbers of shares',
    () =>
      extract(
        question([DILUTED]),
        page(
          table(
            ['', '2022'],
            [
              ['Net income per common share:', ''],
              ['Basic', '$24.17'],
              ['Diluted', '$24.01'],
              ['Weighted average common shares outstanding:', ''],
              ['Basic', '51,403'],
              ['Diluted', '51,738'],
            ],
            { note: '(in thousands of USD)' },
          ),
        ),
      ),
    ['Diluted earnings per share 2022 24.01 USD per share'],
  ],
  [
    'a page’s scale is that of its money, not of what is counted in another table',
    () =>
      extract(
        question([STORES]),
        page(
          text('(In thousands)'),
          table(['', '2022'], [['Receivables', '199,422']]),
          table(['', '2022'], [['Total stores open', '1,355']]),
        ),
      ),
    ['Stores 2022 1355 '],
  ],
  [
    'an income statement: totals first, parts kept apart, costs left out',
    () =>
      extract(
        MONEY,
        page(table(['', 'Year Ended December 31, 2015', '2016'], INCOME, { note: '(in millions)' })),
      ),
    [
      'Revenue 2015 107006000000 USD',
      'Revenue 2016 135987000000 USD',
      'Operating income 2015 2233000000 USD',
      'Operating income 2016 4186000000 USD',
      'Revenue [product] 2015 79268000000 USD',
      'Revenue [product] 2016 94665000000 USD',
    ],
  ],
  [
    'a cash-flow statement: money that goes out is a positive expenditure; net of proceeds is another measure',
    () =>
      extract(
        MONEY,
        page(
          table(
            ['', '2017'],
            [
              ['INVESTING ACTIVITIES:', ''],
              ['Purchases of property and equipment, including software', '(11,955)'],
              ['Purchases of property and equipment, net of proceeds', '(10,058)'],
              ['Proceeds from sales', '1,897'],
            ],
            { note: '(in thousands of USD)' },
          ),
        ),
      ),
    ['Capital expenditure 2017 11955000 USD', 'Capital expenditure [net] 2017 10058000 USD'],
  ],
  [
    'segments: the group says whose, the consolidated rows stand for the whole',
    () =>
      extract(
        question([REVENUE]),
        page(
          table(
            ['', '2016', '2017'],
            [
              ['North America', '', ''],
              ['Net sales', '$79', '$106'],
              ['Consolidated', '', ''],
              ['Net sales', '$135', '$177'],
            ],
            { note: '(in billions)' },
          ),
        ),
      ),
    [
      'Revenue 2016 135000000000 USD',
      'Revenue 2017 177000000000 USD',
      'Revenue [North America] 2016 79000000000 USD',
      'Revenue [North America] 2017 106000000000 USD',
    ],
  ],
  [
    'a table named for its metric: rows are its parts, growth below is left out',
    () =>
      extract(
        question([REVENUE]),
        page(
          text('Net sales are as follows (in millions):'),
          table(
            ['', '2017'],
            [
              ['Net sales:', ''],
              ['North America', '$106'],
              ['Consolidated', '$177'],
              ['Year-over-year growth:', ''],
              ['Consolidated', '31'],
            ],
          ),
        ),
      ),
    ['Revenue 2017 177000000 USD', 'Revenue [North America] 2017 106000000 USD'],
  ],
  [
    'a unit column, two label columns, a market-based scope, and a bound that is no level',
    () =>
      extract(
        CARBON,
        page(
          table(
            ['', '', 'Unit', 'FY 2024', 'FY 2023'],
            [
              ['Scope 1', 'Total', '1,000 metric tons of CO2e', '347', '387'],
              ['', 'from gas', '1,000 metric tons of CO2e', '113', '109'],
              ['Scope 1', 'CH4 emissions', '1,000 metric tons of CO2e', '<0.1', '<0.1'],
              ['Scope 2 (market-based)', 'Total', '1,000 metric tons of CO2e', '94', '163'],
            ],
          ),
        ),
      ),
    [
      'Scope 1 emissions FY2023 387000 t CO2e',
      'Scope 1 emissions FY2024 347000 t CO2e',
      'Scope 1 emissions [from gas] FY2023 109000 t CO2e',
      'Scope 1 emissions [from gas] FY2024 113000 t CO2e',
      'Scope 2 emissions [market-based] FY2023 163000 t CO2e',
      'Scope 2 emissions [market-based] FY2024 94000 t CO2e',
    ],
  ],
  [
    'years that run down, with companies over the columns',
    () =>
      extract(
        question([REVENUE]),
        page(
          table(
            ['Year', 'Acme', 'Bolt'],
            [
              ['2016', '10', '12'],
              ['2017', '11', '15'],
            ],
            { title: 'Revenue (USD million)' },
          ),
        ),
        source('a', { entity: '' }),
      ),
    [
      'Revenue 2016 10000000 USD',
      'Revenue 2016 12000000 USD',
      'Revenue 2017 11000000 USD',
      'Revenue 2017 15000000 USD',
    ],
  ],
  [
    'a header that was read as text above the table',
    () =>
      extract(
        question([REVENUE]),
        page(
          text('Year Ended December 31,'),
          text('2016 2017 (1)'),
          table(['', '', ''], [['Net sales', '$135', '$177']], { note: 'in millions' }),
        ),
      ),
    ['Revenue 2016 135000000 USD', 'Revenue 2017 177000000 USD'],
  ],
  [
    'quarters under a year, and a second year further down in the same table',
    () =>
      extract(
        question([REVENUE]),
        page(
          table(
            ['', 'Year Ended December 31, 2016 First Quarter', 'Year Ended December 31, 2016 Second Quarter'],
            [
              ['Net sales', '$29', '$30'],
              ['', 'Year Ended December 31, 2017', ''],
              ['', 'First Quarter', 'Second Quarter'],
              ['Net sales', '$35', '$37'],
            ],
            { note: '(in millions)' },
          ),
        ),
      ),
    [
      'Revenue Q1 2016 29000000 USD',
      'Revenue Q1 2017 35000000 USD',
      'Revenue Q2 2016 30000000 USD',
      'Revenue Q2 2017 37000000 USD',
    ],
  ],
  [
    'a fiscal year of 52 weeks is a year, though its column is headed by a day',
    () =>
      extract(
        question([REVENUE]),
        page(
          table(['', 'December 28, 2019', 'December 29, 2018'], [['Net sales', '$24,977', '$26,268']], {
            note: '(in millions)',
          }),
        ),
        source('a', { yearEnd: '2019-12-28' }),
      ),
    ['Revenue 2018 26268000000 USD', 'Revenue 2019 24977000000 USD'],
  ],
  [
    'a scale that only the document states',
    () =>
      extract(
        question([REVENUE]),
        page(
          table(
            ['', '2017'],
            [
              ['Net sales', '$177,866'],
              ['Net sales per share', '$6.15'],
            ],
          ),
        ),
        source('a', { scale: 1e6 }),
      ),
    ['Revenue 2017 177866000000 USD'],
  ],
  [
    'beside a restated column, what was reported before stays apart',
    () =>
      extract(
        question([REVENUE]),
        page(
          table(['FY2023', 'As reported', 'Restated'], [['Revenue', '3,414', '3,317']], {
            note: 'GBP million',
          }),
        ),
      ),
    ['Revenue [as previously reported] FY2023 3414000000 GBP', 'Revenue [restated] FY2023 3317000000 GBP'],
  ],
  [
    'one row a place and a year',
    () =>
      extract(
        question([REVENUE]),
        page(
          table(
            ['Region', 'Year', 'Revenue (GBP million)'],
            [
              ['Europe', '2022', '1,491'],
              ['Europe', '2023', '1,574'],
            ],
          ),
        ),
        source('a', { entity: '' }),
      ),
    ['Revenue [Europe] 2022 1491000000 GBP', 'Revenue [Europe] 2023 1574000000 GBP'],
  ],
  [
    'a change column is no level',
    () =>
      extract(
        question([REVENUE]),
        page(
          table(['', '2016', '2017', 'Change', '% of total'], [['Net sales', '$135', '$177', '42', '100']], {
            note: '(in millions)',
          }),
        ),
      ),
    ['Revenue 2016 135000000 USD', 'Revenue 2017 177000000 USD'],
  ],
  [
    'numbers under headers that got lost can’t be told apart',
    () =>
      extract(
        question([REVENUE]),
        page(table(['', '', ''], [['Net sales', '$135', '$177']], { note: '(in millions)' })),
      ),
    [],
  ],
  [
    'a chart’s points',
    () =>
      extract(
        question([REVENUE]),
        page(
          chart(
            [
              { series: 'Revenue', x: '2016', y: 10, verified: true, how: 'native' },
              { series: 'Revenue', x: '2017', y: 11.5, verified: true, how: 'native' },
            ],
            { unit: 'USD million' },
          ),
        ),
      ),
    ['Revenue 2016 10000000 USD', 'Revenue 2017 11500000 USD'],
  ],
];

describe('values from tables and charts', () => {
  it.each(CASES)('%s', (_, found, expected) => {
    expect(lines(found()).sort()).toEqual([...expected].sort());
  });

  it('puts the whole before its parts', () => {
    const [first] = extract(MONEY, page(table(['', '2015', '2016'], INCOME, { note: '(in millions)' })));
    expect(first?.value?.qualifiers).toEqual([]);
  });

  it('names the companies over the columns where the document is about nobody', () => {
    const rows = [['2016', '10', '12']];
    const found = extract(
      question([REVENUE]),
      page(table(['', 'Acme', 'Bolt'], rows, { title: 'Revenue (USD million)' })),
      source('a', { entity: '' }),
    );
    expect(found.map(finding => finding.claim).sort()).toEqual([
      'Acme’s revenue was $10 million in 2016.',
      'Bolt’s revenue was $12 million in 2016.',
    ]);
  });

  it('cites the cell: label, column, printed number, box', () => {
    const [first] = extract(
      question([OPERATING_INCOME]),
      page(table(['', '2015', '2016'], INCOME, { note: '(in millions)' })),
    );
    const evidence = first?.evidence[0];
    expect(evidence?.quote).toBe('Operating income | 2015: 2,233');
    expect(evidence?.cell).toEqual([5, 1]);
    expect(evidence?.box).toEqual([0.1, 0.1, 0.1, 0.02]);
    expect(first?.claim).toBe('Acme’s operating income was $2.23 billion in 2015.');
  });

  it('trusts a point that failed its checks less', () => {
    const point = { series: 'Revenue', x: '2016', y: 10, how: 'geometry' } as const;
    const confidence = (verified: boolean) =>
      extract(question([REVENUE]), page(chart([{ ...point, verified }], { unit: 'USD million' })))[0]
        ?.confidence ?? 0;
    expect(confidence(false)).toBeLessThan(confidence(true));
  });
});
