import { describe, expect, test } from 'vitest';
import type { MetricRef } from '../../src/domain/question.ts';
import { extract, lines, page, question, source, table } from './pages.ts';

const ref = (id: string, name: string, phrases: readonly string[]): MetricRef => {
  return { id, name, phrases, not: [], dimensions: ['money'] };
};
const ASKED = question([
  ref('receivables', 'Accounts receivable', ['accounts receivable', 'trade receivables']),
  ref('income-tax', 'Income taxes', ['provision for income taxes', 'income taxes']),
  ref('interest-expense', 'Interest expense', ['interest expense']),
  ref('operating-cash-flow', 'Operating cash flow', ['net cash provided by operating activities']),
]);
const from = source('10-K');
const read = (rows: readonly (readonly string[])[], title: string) =>
  lines(extract(ASKED, page(table(['', '2019'], rows, { title, note: '(USD in millions)' })), from));

describe('lines of financial statements', () => {
  test.each<[name: string, title: string, row: readonly string[], found: readonly string[]]>([
    [
      'a balance with its allowance in brackets',
      'Balance sheets',
      ['Trade receivables (net of allowances of $33 at December 28, 2019)', '1,973'],
      ['Accounts receivable 2019 1973000000 USD'],
    ],
    [
      'what a cash-flow statement says of a balance is how it moved',
      'Statements of cash flows',
      ['Accounts receivable', '(140)'],
      [],
    ],
    [
      'a charge in brackets is an amount',
      'Statements of income',
      ['Provision for income taxes', '(769)'],
      ['Income taxes 2019 769000000 USD'],
    ],
    [
      'a benefit is one where the label says that brackets mean it',
      'Statements of income',
      ['Provision for (benefit from) income taxes', '(73)'],
      ['Income taxes 2019 -73000000 USD'],
    ],
    [
      'interest too',
      'Statements of income',
      ['Interest expense', '(848)'],
      ['Interest expense 2019 848000000 USD'],
    ],
    [
      'a sign note after a stroke',
      'Statements of cash flows',
      ['Net cash provided by/(used for) operating activities', '3,552'],
      ['Operating cash flow 2019 3552000000 USD'],
    ],
  ])('%s', (_, title, row, found) => {
    expect(read([row], title)).toEqual(found);
  });

  test('movements under a heading of changes are no balances', () => {
    const rows = [
      ['Changes in operating assets and liabilities:', ''],
      ['Accounts receivable', '(4,786)'],
    ];
    expect(read(rows, 'Cash flows')).toEqual([]);
  });
});
