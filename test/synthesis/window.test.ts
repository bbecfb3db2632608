import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Period } from '../../src/domain/value.ts';
import { grounded, loadVocabulary, type Reasoner } from '../../src/reasoning/index.ts';
import { composeReport } from '../../src/synthesis/index.ts';
import { question, series, statementFinding, stateOf, valueFinding, year } from './states.ts';

let reasoner: Reasoner;
beforeAll(async () => {
  reasoner = grounded(await loadVocabulary());
});

const YEARS = series([100, 120, 150, 180, 230], 2015);
const quarter = (n: number, part: number): Period => ({
  label: `Q${part} ${n}`,
  kind: 'quarter',
  year: n,
  part,
});
const SINCE_2017: Period = { label: '2017–2099', kind: 'range', year: 2017, part: 2099 };

describe('an answer is about the periods asked for', () => {
  test.each<[name: string, asked: Partial<Question>, first: RegExp, second: RegExp | null]>([
    [
      'one year',
      { periods: [year(2018)] },
      /revenue \S+ (?:\S+ )?\$180 million in 2018\.$/,
      /rose 20%.*2017/,
    ],
    ['two years', { periods: [year(2016), year(2018)] }, /2016.*2018|2018.*2016/, null],
    [
      'since a year',
      { periods: [SINCE_2017] },
      /2017, \$180 million in 2018 and \$230 million in 2019/,
      null,
    ],
    ['the last three years', { lastYears: 3 }, /2017, \$180 million in 2018 and \$230 million in 2019/, null],
    ['the latest', { lastYears: 1 }, /\$230 million in 2019\.$/, /rose 28%.*2018/],
    ['none in particular', {}, /from \$100 million in 2015 to \$230 million in 2019/, null],
  ])('%s', (_, asked, first, second) => {
    const { answer } = answerTo(asked, YEARS);
    expect(answer[0]).toMatch(first);
    expect(answer.length).toBe(second === null ? 1 : 2);
    if (second) expect(answer[1]).toMatch(second);
  });

  test('a reason of an old edition, or with a figure since restated, is no answer for newer years', () => {
    const old = statementFinding('Revenue rose to $120 million in 2016, driven by two new forges.');
    const recent = statementFinding(
      'Revenue rose to $230 million in 2019, driven by a large order of anvils.',
    );
    const { answer } = answerTo({ aspects: ['level', 'cause'], lastYears: 2 }, [...YEARS, old, recent]);
    expect(answer.join(' ')).toMatch(/order of anvils/);
    expect(answer.join(' ')).not.toMatch(/new forges/);
  });
});

describe('quarters', () => {
  const quarters = [1, 2, 3, 4].map(part => valueFinding(20 + part * 5, quarter(2019, part)));

  test('beside years are not told', () => {
    expect(answerTo({}, [...YEARS, ...quarters]).all).not.toMatch(/quarter/);
  });

  test('alone are held against the same quarter of other years', () => {
    const before = valueFinding(30, quarter(2018, 4));
    const { answer } = answerTo({}, [before, ...quarters]);
    expect(answer[0]).toMatch(/fourth quarter of 2018/);
    expect(answer[0]).not.toMatch(/first|second|third/);
  });
});

test('an adjusted value does not stand beside the plain one', () => {
  const adjusted = series([90, 95, 99], 2017, { qualifiers: ['adjusted'] });
  expect(answerTo({}, [...YEARS, ...adjusted]).all).not.toMatch(/adjusted/);
});

test('a projection says that it is one', () => {
  const ahead = valueFinding(300, year(2025), { value: { qualifiers: ['projected'] } });
  const { answer } = answerTo({ periods: [year(2025)] }, [...YEARS, ahead]);
  expect(answer[0]).toMatch(/is projected to reach \$300 million in 2025/);
});

function answerTo(asked: Partial<Question>, findings: readonly Finding[]) {
  const report = composeReport({ state: stateOf({ questions: [question(asked)], findings }), reasoner });
  return {
    answer: report.answer.map(({ text }) => text),
    all: JSON.stringify([report.answer, report.keyFindings, report.sections]),
  };
}
