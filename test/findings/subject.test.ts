import { describe, expect, it } from 'vitest';
import type { MetricRef } from '../../src/domain/question.ts';
import type { Reading, TableReading } from '../../src/domain/reading.ts';
import { CAPEX, chart, extract, page, question, REVENUE, source, table, text } from './pages.ts';

const MARKET_SIZE: MetricRef = {
  id: 'market-size',
  name: 'Market size',
  phrases: ['market size', 'global market'],
  not: [],
  dimensions: ['money'],
};
const MARKET_SHARE: MetricRef = {
  id: 'market-share',
  name: 'Market share',
  phrases: ['market share'],
  not: [],
  dimensions: ['percent'],
};
const ASKED = question([REVENUE, CAPEX, MARKET_SIZE, MARKET_SHARE]);
const MILLIONS = { note: 'GBP million' };

/** Whom each value is about, what narrows it, and its year: `Acme [Europe] 2023 5`. */
function subjects(owner: string, ...readings: readonly Reading[]): string[] {
  return extract(ASKED, page(...readings), source('a', { entity: owner, year: 2024 }))
    .flatMap(({ value }) => (value ? [value] : []))
    .map(({ entity, qualifiers, period, amount }) =>
      [
        entity === '' ? '-' : entity,
        ...qualifiers.map(word => `[${word}]`),
        period?.label ?? '-',
        amount,
      ].join(' '),
    )
    .sort();
}

function bars(title: string, series: string, points: readonly (readonly [x: string, y: number])[]) {
  return chart(
    points.map(([x, y]) => ({ series, x, y, verified: true, how: 'native' as const })),
    { title },
  );
}

const regions = (more: Partial<TableReading> = {}) =>
  table(
    ['Region', 'Year', 'Revenue (GBP million)', 'Change %'],
    [
      ['Europe', '2022', '14', ''],
      ['Europe', '2023', '15', '7.1'],
      ['Total', '2023', '40', '3.2'],
    ],
    more,
  );

const CASES: readonly (readonly [name: string, found: () => string[], expected: readonly string[]])[] = [
  [
    'regions in long form narrow the company, with or without a name; their total is the whole, their growth no level',
    () => subjects('', regions()),
    ['- 2023 40', '- [Europe] 2022 14', '- [Europe] 2023 15'],
  ],
  [
    'and the same in a document of the company',
    () => subjects('Acme', regions()),
    ['Acme 2023 40', 'Acme [Europe] 2022 14', 'Acme [Europe] 2023 15'],
  ],
  [
    'a row under a section row keeps its segment',
    () =>
      subjects(
        'Acme',
        table(
          ['', 'FY2023'],
          [
            ['Revenue', ''],
            ['Municipal', '15'],
            ['Group revenue', '40'],
          ],
          MILLIONS,
        ),
      ),
    ['Acme FY2023 40', 'Acme [Municipal] FY2023 15'],
  ],
  [
    'an “of which” row is a part of the row above it',
    () =>
      subjects(
        'Acme',
        table(
          ['', 'FY2023'],
          [
            ['Revenue', '40'],
            ['of which Europe', '15'],
          ],
          MILLIONS,
        ),
      ),
    ['Acme FY2023 40', 'Acme [Europe] FY2023 15'],
  ],
  [
    'a plan is projected, and of the company',
    () =>
      subjects(
        'Acme',
        bars('Capital expenditure, £ million', 'Capital expenditure', [
          ['FY2024', 205],
          ['FY2025 plan', 245],
        ]),
      ),
    ['Acme FY2024 205', 'Acme [projected] FY2025 245'],
  ],
  [
    'a title that says from when on it forecasts',
    () =>
      subjects(
        'Acme',
        bars('Market size, £ million (from 2025: forecast by others)', 'Market size', [
          ['2024', 19],
          ['2025', 21],
        ]),
      ),
    ['- 2024 19', '- [projected] 2025 21'],
  ],
  [
    'the shares of a market are its suppliers’, whoever shows them',
    () =>
      subjects(
        'Acme',
        bars('Market share 2024, %', 'Market share', [
          ['Bolt', 19.8],
          ['Acme', 17.5],
        ]),
      ),
    ['Acme 2024 17.5', 'Bolt 2024 19.8'],
  ],
  [
    'a ranking is of what it ranks by, and its ranks are no labels',
    () =>
      subjects(
        '',
        table(
          ['Rank', 'Company', '2024', '2023'],
          [
            ['1', 'Bolt', '19.8', '19.1'],
            ['2', 'Acme', '17.5', '18.3'],
          ],
          { title: 'Largest suppliers by market share, 2024', note: 'Share of market value in per cent' },
        ),
      ),
    ['Acme 2023 18.3', 'Acme 2024 17.5', 'Bolt 2023 19.1', 'Bolt 2024 19.8'],
  ],
  [
    'forecasts of several bodies are told apart by body; a study’s own is its own',
    () =>
      subjects(
        '',
        table(
          ['Forecast by', '2030'],
          [
            ['Example Institute (this study)', '30'],
            ['Other Council', '27'],
          ],
          { title: 'Forecasts for the global market for pumps in 2030', ...MILLIONS },
        ),
      ),
    ['- [Other Council] [projected] 2030 27', '- [projected] 2030 30'],
  ],
  [
    'a restatement: what was reported before stays apart, the adjustment is no revenue',
    () =>
      subjects(
        'Acme',
        table(['', 'As reported', 'Adjustment', 'Restated'], [['Revenue', '3,414', '(97)', '3,317']], {
          title: 'Effect on FY2023',
          ...MILLIONS,
        }),
      ),
    ['Acme [as previously reported] FY2023 3414', 'Acme [restated] FY2023 3317'],
  ],
  [
    'what exchange rates did is no revenue, and revenue at other rates is narrowed',
    () =>
      subjects(
        'Acme',
        table(
          ['', '2017 As Reported', '2017 Exchange Rate Effect', '2017 At Prior Year Rates'],
          [['Net sales', '177', '2', '175']],
          MILLIONS,
        ),
      ),
    ['Acme 2017 177', 'Acme [constant currency] 2017 175'],
  ],
  [
    'pro forma figures are narrowed by their title',
    () =>
      subjects(
        'Acme',
        table(['', '2017'], [['Net sales', '193']], { title: 'Pro forma results', ...MILLIONS }),
      ),
    ['Acme [pro forma] 2017 193'],
  ],
  [
    'organic sales are not plain sales',
    () =>
      subjects(
        'Acme',
        table(
          ['', '2017'],
          [
            ['Net sales', '193'],
            ['Organic net sales', '193'],
          ],
          MILLIONS,
        ),
      ),
    ['Acme 2017 193', 'Acme [organic] 2017 193'],
  ],
  [
    'what segments added to their plant is not what was paid for it',
    () =>
      subjects(
        'Acme',
        text('Additions to property and equipment by segment are as follows:'),
        table(['', '2017'], [['Consolidated', '29']], MILLIONS),
      ),
    ['Acme [additions] 2017 29'],
  ],
  [
    'a header that got lost keeps its edition',
    () =>
      subjects(
        'Acme',
        text('FY2024 FY2023 restated', 'line'),
        table(['', '', ''], [['Revenue', '3,627', '3,317']], MILLIONS),
      ),
    ['Acme FY2024 3627', 'Acme [restated] FY2023 3317'],
  ],
];

describe('whom a value is about', () => {
  it.each(CASES)('%s', (_, found, expected) => {
    expect(found()).toEqual([...expected].sort());
  });
});
