import { beforeAll, describe, expect, test } from 'vitest';
import { grounded, loadVocabulary, type Reasoner } from '../../../src/reasoning/index.ts';

let reasoner: Reasoner;
beforeAll(async () => {
  reasoner = grounded(await loadVocabulary());
});

const first = (asked: string) => reasoner.understand([asked]).questions[0];

describe('arithmetic that a question asks for', () => {
  test.each<[asked: string, name: string, expression: string, at?: number]>([
    [
      'What is the year-over-year change in revenue from FY2016 to FY2017?',
      'Growth of revenue',
      'growth([revenue], 1)',
      2017,
    ],
    [
      'what is the growth rate in net income in 2009?',
      'Growth of net income',
      'growth([net-income], 1)',
      2009,
    ],
    [
      'By what percentage did net income grow in 2018?',
      'Growth of net income',
      'growth([net-income], 1)',
      2018,
    ],
    ['How much did revenue increase from 2015 to 2017?', 'Change in revenue', 'change([revenue], 2)', 2017],
    [
      'What is the FY2016-FY2018 2 year total revenue CAGR of Acme?',
      'Average growth a year of revenue',
      'cagr([revenue], 2)',
      2018,
    ],
    [
      'What is the FY2017 - FY2019 3 year average of capex as a % of revenue for Acme?',
      'Average capital expenditure as a share of revenue',
      'mean([capex] / [revenue], 3)',
      2019,
    ],
    [
      'what are the average operating expenses from 2007 to 2009?',
      'Average operating expenses',
      'mean([operating-expenses], 3)',
      2009,
    ],
    [
      'what portion of total assets is goodwill in 2018?',
      'Goodwill as a share of total assets',
      '[goodwill] / [total-assets]',
      2018,
    ],
    [
      'What was the ratio of capital expenditure to depreciation in 2018?',
      'Ratio of capital expenditure to depreciation',
      '[capex] / [depreciation-only]',
      2018,
    ],
    [
      'What is the FY2019 operating income less capital expenditures of Acme?',
      'Operating income less capital expenditure',
      '[operating-income] - [capex]',
      2019,
    ],
    [
      'What is the sum of interest expense and income taxes in 2018?',
      'Interest expense plus income taxes',
      '[interest-expense] + [income-tax]',
      2018,
    ],
    [
      'what was the percentage change in widget rebates in 2009?',
      'Growth of widget rebates',
      'growth([own:widget rebate], 1)',
      2009,
    ],
  ])('%s', (asked, name, expression, at) => {
    const question = first(asked);
    expect(question?.metrics[0]?.name).toBe(name);
    expect(question?.formulas?.[0]).toMatchObject({ expression, from: 'asked', at });
  });

  test.each([
    'How did revenue develop since 2019, and why?',
    'What caused the increase in revenue in 2018?',
    'How have operating margins changed?',
    'what is the percentage increase in interest expense and penalties in 2009?',
    'What was revenue between 2015 and 2017?',
  ])('nothing is computed for: %s', asked => {
    expect(first(asked)?.formulas?.some(({ from }) => from === 'asked') ?? false).toBe(false);
  });
});

describe('formulas that a question gives', () => {
  test.each<[asked: string, metric: string, expression: string]>([
    [
      "What is Acme's FY2017 DPO? DPO is defined as: 365 * (average accounts payable between FY2016 and FY2017) / (FY2017 COGS + change in inventory between FY2016 and FY2017).",
      'days-payable',
      '365 * ( average([payables]) ) / ( [cost-of-revenue] + change([inventories]) )',
    ],
    [
      'What is FY2022 ROA for Acme? ROA is defined as: FY2022 net income / (average total assets between FY2021 and FY2022).',
      'return-on-assets',
      '[net-income] / ( average([total-assets]) )',
    ],
    [
      'What is the FY2019 CCC? CCC is defined as: DIO + DSO - DPO.',
      'cash-conversion-cycle',
      '[days-inventory] + [days-sales] - [days-payable]',
    ],
    [
      'What is the FY2021 net working capital of Acme? Define net working capital as total current assets less total current liabilities.',
      'working-capital',
      '[current-assets] - [current-liabilities]',
    ],
  ])('%s', (asked, metric, expression) => {
    const own = first(asked)?.formulas?.find(({ from }) => from === 'definition');
    expect(own?.metric.id).toBe(metric);
    expect(own?.expression).toBe(expression);
  });

  test('one with a word that is not understood is left alone', () => {
    const question = first('What is the DPO of Acme? DPO is defined as accounts payable over the blue moon.');
    expect(question?.formulas?.map(({ from }) => from)).not.toContain('definition');
  });
});
