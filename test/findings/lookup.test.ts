import { describe, expect, test } from 'vitest';
import type { MetricRef, Question } from '../../src/domain/question.ts';
import { extract, lines, page, question, REVENUE, source, table } from './pages.ts';

const OWN: MetricRef = { id: 'own:score', name: 'Score', phrases: ['score'], not: [], dimensions: [] };
const ask = (text: string, more: Partial<Question> = {}) =>
  question([OWN], { text, aspects: ['level'], ...more });
const from = source('paper', { entity: '', currency: '' });

const SCORES = table(
  ['Method', 'Physics', 'Chemistry'],
  [
    ['Anvil-2', '66.4% (0.8%)', '70.9%'],
    ['Anvil-2 + Hammer (ours)', '73.2% (1.9%)', '81.8%'],
    ['Tongs', '70.3%', '79.9%'],
  ],
  { title: 'Table 1: Accuracy of methods' },
);

function found(text: string, reading = SCORES, more: Partial<Question> = {}): string[] {
  return lines(extract(ask(text, more), page(reading), from));
}

describe('a cell that a question names by its labels', () => {
  test.each<[asked: string, answer: readonly string[]]>([
    ['What score did Anvil-2 + Hammer achieve in Physics?', ['Physics (Anvil-2 + Hammer) - 73.2 %']],
    ['What score did Anvil-2 achieve in Physics?', ['Physics (Anvil-2) - 66.4 %']],
    ['What score did Tongs achieve in Chemistry?', ['Chemistry (Tongs) - 79.9 %']],
  ])('%s', (asked, answer) => {
    expect(found(asked)).toEqual(answer);
  });

  test.each<[name: string, asked: string]>([
    ['a name that nothing says', 'What score did Bellows + Hammer achieve in Physics?'],
    ['a column that nothing says', 'What score did Tongs achieve in Biology?'],
    [
      'words that are about something else',
      'Which price did buyers in Hamburg pay for Tongs in Physics lessons?',
    ],
    ['several cells that fit alike', 'What score did Tongs achieve?'],
  ])('is none for %s', (_, asked) => {
    expect(found(asked)).toEqual([]);
  });

  test('of the year that was asked for', () => {
    const years = table(['Colour', '2016', '2017'], [['Red anvils', '12%', '14%']]);
    const period = { label: '2017', kind: 'year', year: 2017 } as const;
    expect(found('What share were red anvils in 2017?', years, { periods: [period] })).toEqual([
      'Red anvils 2017 14 %',
    ]);
  });

  test('a share, though the vocabulary knows the measure', () => {
    const regions = table(['Region', '2016', '2017'], [['Japan', '19%', '17%']], {
      title: 'Percentage of product sales by region',
    });
    const period = { label: '2017', kind: 'year', year: 2017 } as const;
    const text = 'What percent of product sales came from Japan in 2017?';
    const asked = question([REVENUE], { text, aspects: ['level'], periods: [period] });
    expect(lines(extract(asked, page(regions), from)).some(line => line.endsWith('(Japan) 2017 17 %'))).toBe(
      true,
    );
  });

  test('no version of the row that was dated otherwise', () => {
    const versions = table(['Method', 'Physics'], [['Tongs (tested in May 2023)', '81.2%']]);
    expect(found('What score did Tongs achieve in Physics?', versions)).toEqual([]);
  });

  test('its evidence is the cell with what its labels say', () => {
    const [finding] = extract(ask('What score did Tongs achieve in Chemistry?'), page(SCORES), from);
    expect(finding?.evidence[0]).toMatchObject({ quote: 'Tongs | Chemistry: 79.9%', cell: [2, 2] });
  });

  test('each operand of a difference is looked for by its own labels', () => {
    const operand = (own: string, around: string): MetricRef => {
      return { id: `own:${own}`, name: own, phrases: [], not: [], dimensions: [], labels: { own, around } };
    };
    const asked = question([
      operand('Anvil-2 + Hammer', 'Anvil-2 in Physics'),
      operand('Anvil-2 in Physics', 'Anvil-2 + Hammer'),
    ]);
    expect(lines(extract(asked, page(SCORES), from)).sort()).toEqual([
      'Anvil-2 + Hammer - 73.2 %',
      'Anvil-2 in Physics - 66.4 %',
    ]);
  });
});
