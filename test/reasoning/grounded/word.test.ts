import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/domain/finding.ts';
import type { Insight } from '../../../src/domain/insight.ts';
import { wordInsight } from '../../../src/reasoning/grounded/word.ts';
import { shapeOf } from '../../../src/synthesis/shape.ts';
import { series, statementFinding, valueFinding, year } from '../../synthesis/states.ts';

const PERCENT = {
  dimension: 'percent',
  unit: '%',
  scale: 1,
  currency: undefined,
  metric: 'Job approval',
  entity: '',
} as const;

describe('a change is worded as its numbers warrant', () => {
  test.each<[name: string, findings: readonly Finding[], words: RegExp]>([
    [
      'a rise in per cent',
      series([135987, 177866], 2016),
      /^Acme's revenue rose 31%.*\$136\.0 billion in 2016.*\$177\.9 billion in 2017|^Acme's revenue rose 31% to \$177\.9 billion in 2017, from \$136\.0 billion in 2016\.$/,
    ],
    ['twice as much', series([100, 200], 2016), /doubled/],
    ['more than twice', series([100, 230], 2016), /more than doubled/],
    ['a third less', series([300, 200], 2016), /fell by a third/],
    ['many times', series([100, 650], 2016), /grew 6\.5-fold/],
    ['hardly anything', series([1000, 1002], 2016), /was little changed at \$1\.0\d? billion in 2017/],
    ['per cents move by points', series([37, 41], 2016, PERCENT), /^Job approval rose 4 percentage points/],
    [
      'a loss is called a loss',
      series([-699, -1693], 2016, { metric: 'Operating income' }),
      /a loss of \$699 million.*a loss of \$1\.69 billion|a loss of \$1\.69 billion.*a loss of \$699 million/,
    ],
    [
      'plural subjects agree',
      series([1000, 1001], 2016, { metric: 'Inventories' }),
      /inventories were little changed/,
    ],
  ])('%s', (_, findings, words) => {
    const [from, to] = [findings[0]!, findings[1]!];
    const insight: Insight = {
      kind: 'change',
      series: { metric: '', entity: '', scope: '', findings },
      from,
      to,
    };
    expect(wordInsight(insight)).toMatch(words);
  });
});

describe('a trend says where it turned', () => {
  test.each<[name: string, amounts: readonly number[], words: RegExp]>([
    [
      'rising all the way',
      [100, 120, 150],
      /rose (?:each|every) year: \$100 million in 2010, \$120 million in 2011 and \$150 million in 2012 \(up 50%\)/,
    ],
    [
      'falling all the way',
      [150, 140, 120, 110, 100],
      /(?:fell (?:each|every) year|falling (?:each|every) year)/,
    ],
    ['a peak', [100, 180, 120], /peak/],
    ['a trough', [100, 50, 90], /(?:low|bottomed out)/],
    ['flat', [1000, 1005, 1001], /held steady/],
    [
      'up and down',
      [100, 150, 90, 140, 105],
      /rose 5%, from \$100 million in 2010 to \$105 million in 2014, with a low of \$90 million \(2012\) and a high of \$150 million \(2011\) in between/,
    ],
    ['mostly up', [100, 210, 205, 300, 400], /though not in a straight line/],
    [
      'a few values, one by one',
      [100, 210, 205, 400],
      /was \$100 million in 2010, .* and \$400 million in 2013; in all it grew 4-fold\.$/,
    ],
  ])('%s', (_, amounts, words) => {
    const findings = series(amounts, 2010);
    expect(wordInsight(trendOf(findings))).toMatch(words);
    expect(wordInsight(trendOf(findings), 'title')).not.toMatch(/\.$/);
  });
});

describe('other insights', () => {
  const [a, b, c] = ['Apex', 'Bolt', 'Coil'].map((entity, i) =>
    valueFinding(300 - i * 100, year(2019), { value: { entity } }),
  );
  const total = valueFinding(600, year(2019));
  const parts = ['North', 'South'].map((scope, i) =>
    valueFinding(400 - i * 200, year(2019), { value: { qualifiers: [scope] } }),
  );

  test.each<[name: string, insight: Insight, text: RegExp]>([
    [
      'a level',
      { kind: 'level', finding: total },
      /^Acme's revenue (?:was|came to|stood at) \$600 million in 2019\.$/,
    ],
    [
      'so many of something',
      {
        kind: 'level',
        finding: valueFinding(566000, year(2017), {
          value: { metric: 'Employees', dimension: 'count', unit: 'people', scale: 1, currency: undefined },
        }),
      },
      /^Acme had 566,000 employees in 2017\.$/,
    ],
    [
      'a ranking of companies',
      { kind: 'rank', metric: 'Revenue', period: '2019', ordered: [a!, b!, c!], whole: null },
      /^Apex had the highest revenue in 2019, at \$300 million, ahead of Bolt \(\$200 million\) and Coil \(\$100 million\)\.$/,
    ],
    [
      'parts of a total',
      { kind: 'rank', metric: 'Revenue', period: '2019', ordered: parts, whole: total },
      /^North made up the largest part of Acme's revenue in 2019, at \$400 million \(67% of the total\), ahead of South/,
    ],
    ['a share', { kind: 'share', part: parts[0]!, whole: total }, /67% of revenue in 2019\.$/],
    [
      'average growth',
      {
        kind: 'growth',
        series: { metric: '', entity: '', scope: '', findings: [] },
        from: valueFinding(100, year(2010)),
        to: valueFinding(121, year(2012)),
      },
      /grew by an average of 10\.0% a year between 2010 and 2012\.$/,
    ],
    [
      'a contradiction',
      { kind: 'contested', finding: a!, others: [b!], names: ['Annual report', 'Fact book'] },
      /^Annual report puts Apex's revenue in 2019 at \$300 million, Fact book at \$200 million\.$/,
    ],
    [
      'a restatement',
      { kind: 'superseded', older: a!, newer: b!, names: ['2019 report', '2020 report'] },
      /was restated from \$300 million to \$200 million in 2020 report\.$/,
    ],
    ['a segment before its measure', { kind: 'level', finding: parts[0]! }, /^Acme's North revenue /],
    [
      'a statement keeps its words',
      { kind: 'statement', finding: statementFinding('Sales rose because of anvils¹') },
      /^Sales rose because of anvils\.$/,
    ],
  ])('%s', (_, insight, text) => {
    expect(wordInsight(insight)).toMatch(text);
  });

  test('the same findings get the same words', () => {
    const insight: Insight = { kind: 'level', finding: total };
    expect(wordInsight(insight)).toBe(wordInsight({ ...insight }));
  });
});

function trendOf(findings: readonly Finding[]): Insight {
  const valued = findings.flatMap(finding => (finding.value ? [{ ...finding, value: finding.value }] : []));
  return {
    kind: 'trend',
    series: { metric: 'Revenue', entity: 'Acme', scope: '', findings },
    from: findings[0]!,
    to: findings.at(-1)!,
    ...shapeOf({ findings: valued }),
  };
}
