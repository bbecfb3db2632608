import { describe, expect, test } from 'vitest';
import type { MetricRef } from '../../src/domain/question.ts';
import { extract, page, question, source, table } from './pages.ts';

const OWN: MetricRef = { id: 'own:best', name: 'Best', phrases: ['best'], not: [], dimensions: [] };
const from = source('paper', { entity: '', currency: '' });
const MODELS = table(
  ['', 'Overall Acc.', 'Acc. by rung 1', 'Acc. by rung 2'],
  [
    ['Random', '49.3', '50.3', '48.4'],
    ['Anvil', '62.0', '63.0', '62.8'],
    ['+ Hammer', '70.4', '83.4', '67.5'],
    ['Tongs', '44.0', '48.2', '29.5'],
  ],
  { title: 'Table 2: Accuracy of all models on Smithy' },
);

function ranked(asked: string): readonly string[] {
  const findings = extract(
    question([OWN], { text: asked, aspects: ['level', 'rank', 'list'] }),
    page(MODELS),
    from,
  );
  return findings.flatMap(({ value }) => (value ? [`${value.entity} ${value.metric} ${value.amount}`] : []));
}

describe('one column of a table, for a ranking of its rows', () => {
  test('the overall one where the question names none', () => {
    expect([...ranked('Which model performs best on Smithy?')].sort()).toEqual([
      'Anvil Overall Acc. 62',
      'Random Overall Acc. 49.3',
      'Tongs Overall Acc. 44',
    ]);
  });

  test.each([
    ['the table is of other things', 'Which country performs best on Smithy?'],
    ['the table is about something else', 'Which model performs best on Foundry?'],
  ])('none where %s', (_, asked) => {
    expect(ranked(asked)).toEqual([]);
  });
});
