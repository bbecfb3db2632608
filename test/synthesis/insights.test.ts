import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Insight } from '../../src/domain/insight.ts';
import type { Question } from '../../src/domain/question.ts';
import { insights } from '../../src/synthesis/index.ts';
import { question, series, statementFinding, stateOf, valueFinding, year } from './states.ts';

function kinds(findings: readonly Finding[], asked: Question = question()): readonly Insight['kind'][] {
  return insights(stateOf({ questions: [asked], findings }), asked).map(({ kind }) => kind);
}

const parts = (amounts: readonly number[], row = 1) =>
  amounts.map((amount, i) =>
    valueFinding(amount, year(2019), {
      value: { qualifiers: [`Part ${'ABCDEFG'[i]}`] },
      evidence: [
        {
          id: `e-${amount}`,
          source: 's-1',
          page: 3,
          box: [0, 0, 1, 1],
          route: 'text-layer',
          reading: 'r-1',
          quote: `${amount}`,
          cell: [row + i, 1],
        },
      ],
    }),
  );

describe('what values show', () => {
  test.each<[name: string, findings: readonly Finding[], expected: readonly Insight['kind'][]]>([
    ['one value is a level', series([10], 2019), ['level']],
    ['two are a change', series([10, 12], 2018), ['change']],
    ['three are a trend, with the last step', series([10, 12, 15], 2017), ['trend', 'change']],
    ['from four years on with average growth', series([10, 12, 13, 14], 2016), ['trend', 'growth', 'change']],
    [
      'the largest step inside a series is told',
      series([10, 11, 30, 31], 2016),
      ['trend', 'growth', 'leap', 'change'],
    ],
    [
      'a goal is no measurement',
      [...series([10], 2019), valueFinding(5, year(2030), { value: { qualifiers: ['target'] } })],
      ['level', 'target'],
    ],
    ['what was taken back is not told', [valueFinding(10, year(2019), { status: 'retracted' })], []],
    [
      'another assumption is not told',
      [valueFinding(10, year(2019), { value: { qualifiers: ['Exchange Rate Effect'] } })],
      [],
    ],
  ])('%s', (_, findings, expected) => {
    expect(kinds(findings)).toEqual(expected);
  });

  test('quarters are left out beside years, and told by themselves', () => {
    const quarter = valueFinding(3, { label: 'Q1 2019', kind: 'quarter', year: 2019, part: 1 });
    expect(kinds([...series([10], 2019), quarter])).toEqual(['level']);
    expect(kinds([quarter])).toEqual(['level']);
  });

  test('parts are ranked against their total, without the subtotals between them', () => {
    const asked = question();
    const rows = parts([60, 30, 90, 8, 2]);
    const found = insights(
      stateOf({ questions: [asked], findings: [...rows, valueFinding(100, year(2019))] }),
      asked,
    );
    const rank = found.find(insight => insight.kind === 'rank');
    expect(rank?.kind === 'rank' && rank.ordered.map(({ value }) => value?.amount)).toEqual([60, 30, 8, 2]);
    expect(rank?.kind === 'rank' && rank.whole?.value?.amount).toBe(100);
  });
});

describe('what sentences say', () => {
  const reason = statementFinding('Revenue rose in 2019 because of the twelve new forges in the north.');
  const policy = statementFinding('We recognise revenue when the anvil has been delivered to the customer.');

  test('beside values only reasons are told', () => {
    expect(kinds([...series([10, 12], 2018), reason, policy])).toEqual(['change', 'statement']);
  });

  test('where words were asked for, all whole sentences are', () => {
    const asked = question({ aspects: ['statement'] });
    expect(kinds([reason, policy, statementFinding('Revenue, total')], asked)).toEqual([
      'statement',
      'statement',
    ]);
  });

  test('the same figures in other words are told once', () => {
    const asked = question({ aspects: ['statement'] });
    const twice = [
      statementFinding(
        'About eight-in-ten smiths (81%) expect better times, up from 67% who said so in 2008.',
      ),
      statementFinding('The share of hopeful smiths grew by 14 points, from 67% in 2008 to 81% in 2015.'),
    ];
    expect(kinds(twice, asked)).toHaveLength(1);
  });
});
