import { describe, expect, test } from 'vitest';
import type { Formula } from '../../src/domain/formula.ts';
import type { MetricRef, Question } from '../../src/domain/question.ts';
import type { State } from '../../src/domain/state.ts';
import { applyChange, put } from '../../src/lib/state.ts';
import { extract, page, question, REVENUE, reconciled, source, stateOf, table } from './pages.ts';

const ref = (
  id: string,
  name: string,
  phrases: readonly string[],
  dimension: 'money' | 'percent' | 'time',
) => ({
  id,
  name,
  phrases,
  not: [],
  dimensions: [dimension],
});
const INVENTORIES = ref('inventories', 'Inventories', ['inventories'], 'money');
const COST = ref('cost', 'Cost of sales', ['cost of sales'], 'money');
const PROFIT = ref('profit', 'Gross profit', ['gross profit'], 'money');
const MARGIN = ref('gross-margin', 'Gross margin', ['gross margin'], 'percent');
const DAYS = ref('dio', 'Days inventory outstanding', ['dio'], 'time');

function formula(metric: MetricRef, expression: string, inputs: readonly MetricRef[], more = {}): Formula {
  return { metric, expression, inputs, from: 'vocabulary', ...more };
}

const STATEMENT = table(
  ['', '2017', '2016'],
  [
    ['Net sales', '1,000', '800'],
    ['Cost of sales', '730', '600'],
  ],
  { id: 'r-income', title: 'Statements of income', note: '(USD in millions)' },
);
const BALANCE = table(['', 'December 31, 2017', 'December 31, 2016'], [['Inventories', '120', '80']], {
  id: 'r-balance',
  title: 'Balance sheets',
  note: '(USD in millions)',
});

function answered(asked: Question, readings = [STATEMENT, BALANCE], more: Partial<State> = {}): State {
  const from = source('report');
  const state = stateOf([from], extract(asked, page(...readings), from));
  const record = { ...asked, status: 'ranked' as const, why: '' };
  const planned = applyChange(state, { diff: put(state, 'questions', [record]) });
  return reconciled({ ...planned, ...more });
}

const computed = (state: State) => Object.values(state.findings).filter(({ derivation }) => derivation);
const YEAR = { label: 'FY2017', kind: 'year', year: 2017, fiscal: true } as const;

describe('values that follow from others', () => {
  test.each<[name: string, asked: Question, lines: readonly string[]]>([
    [
      'a balance is averaged with the year before, and days are days',
      question([DAYS], {
        periods: [YEAR],
        formulas: [formula(DAYS, '365 * average(inventories) / cost', [INVENTORIES, COST])],
      }),
      ['Days inventory outstanding 2017 50 days: 365 × (120 + 80) ÷ 2 ÷ 730, in USD million'],
    ],
    [
      'every year that has its inputs, where no year was asked for',
      question([MARGIN], { formulas: [formula(MARGIN, '(revenue - cost) / revenue', [REVENUE, COST])] }),
      [
        'Gross margin 2016 25 %: (800 − 600) ÷ 800, in USD million',
        'Gross margin 2017 27 %: (1,000 − 730) ÷ 1,000, in USD million',
      ],
    ],
    [
      'an input that no page gives comes from a formula of its own',
      question([MARGIN], {
        periods: [YEAR],
        formulas: [
          formula(MARGIN, 'profit / revenue', [PROFIT, REVENUE]),
          formula(PROFIT, 'revenue - cost', [REVENUE, COST]),
        ],
      }),
      ['Gross margin 2017 27 %: (1,000 − 730) ÷ 1,000, in USD million'],
    ],
    [
      'the second formula, where the first lacks something',
      question([MARGIN], {
        periods: [YEAR],
        formulas: [
          formula(MARGIN, 'profit / revenue', [PROFIT, REVENUE]),
          formula(MARGIN, '(revenue - cost) / revenue', [REVENUE, COST]),
        ],
      }),
      ['Gross margin 2017 27 %: (1,000 − 730) ÷ 1,000, in USD million'],
    ],
    [
      'the one year that was asked for',
      question([{ ...REVENUE, id: 'g', name: 'Growth of revenue', dimensions: ['percent'], phrases: [] }], {
        formulas: [
          formula(
            { ...REVENUE, id: 'g', name: 'Growth of revenue', dimensions: ['percent'], phrases: [] },
            'growth(revenue)',
            [REVENUE],
            { at: 2017, from: 'asked' },
          ),
        ],
      }),
      ['Growth of revenue 2017 25 %: 1,000 ÷ 800 − 1, in USD million'],
    ],
  ])('%s', (_, asked, lines) => {
    const found = computed(answered(asked)).map(
      ({ value, derivation }) =>
        `${value?.metric} ${value?.period?.year} ${value?.amount} ${value?.unit}: ${derivation?.worked}`,
    );
    expect(found.sort()).toEqual(lines);
  });

  test('what was computed rests on the places of its inputs', () => {
    const asked = question([MARGIN], {
      periods: [YEAR],
      formulas: [formula(MARGIN, '(revenue - cost) / revenue', [REVENUE, COST])],
    });
    const [margin] = computed(answered(asked));
    expect(margin?.evidence.map(({ quote }) => quote)).toEqual([
      'Net sales | 2017: 1,000',
      'Cost of sales | 2017: 730',
    ]);
    expect(margin?.derivation?.inputs).toHaveLength(2);
    expect(margin?.confidence).toBeLessThan(0.97);
  });

  test('what is printed is not computed', () => {
    const printed = table(['', '2017'], [['Gross margin', '27.4%']], { id: 'r-printed' });
    const asked = question([MARGIN], {
      periods: [YEAR],
      formulas: [formula(MARGIN, '(revenue - cost) / revenue', [REVENUE, COST])],
    });
    expect(computed(answered(asked, [STATEMENT, printed]))).toEqual([]);
  });

  test('reconciling again changes nothing', () => {
    const asked = question([MARGIN], {
      formulas: [formula(MARGIN, '(revenue - cost) / revenue', [REVENUE, COST])],
    });
    const once = answered(asked);
    expect(reconciled(once)).toEqual(once);
  });
});

describe('what a formula lacks is named, never guessed', () => {
  test.each<[name: string, expression: string, inputs: readonly MetricRef[], missing: readonly string[]]>([
    ['an input that nobody gives', 'profit / revenue', [PROFIT, REVENUE], ['gross profit in 2017']],
    [
      'a year that no page gives',
      '365 * average(cost, 2) / revenue',
      [COST, REVENUE],
      ['cost of sales in 2015'],
    ],
  ])('%s', (_, expression, inputs, missing) => {
    const asked = question([DAYS], { periods: [YEAR], formulas: [formula(DAYS, expression, inputs)] });
    const state = answered(asked);
    expect(computed(state)).toEqual([]);
    expect(state.questions.q1?.missing ?? []).toEqual(missing);
  });

  test('amounts in two currencies stand in no formula', () => {
    const euros = table(['', '2017'], [['Cost of sales', '730']], { id: 'r-eur', note: '(EUR in millions)' });
    const sales = table(['', '2017'], [['Net sales', '1,000']], { id: 'r-usd', note: '(USD in millions)' });
    const asked = question([MARGIN], {
      periods: [YEAR],
      formulas: [formula(MARGIN, '(revenue - cost) / revenue', [REVENUE, COST])],
    });
    expect(computed(answered(asked, [sales, euros]))).toEqual([]);
  });
});
