import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/domain/question.ts';
import { requiredBy } from '../../src/planning/required.ts';
import { question } from '../synthesis/states.ts';

const year = (of: number) => ({ label: String(of), kind: 'year', year: of }) as const;
const asked = (more: Partial<Question>) => question(more);

describe('what sources have to mention, each group by one of its members', () => {
  test.each<[name: string, question: Question, groups: readonly (readonly string[])[]]>([
    ['nothing where nothing is named', asked({ entities: [], names: [], periods: [] }), []],
    [
      'one of several subjects that are asked about side by side',
      asked({ text: 'Revenue of A and B', names: ['A', 'B'], entities: ['A', 'B'], periods: [] }),
      [['A', 'B']],
    ],
    [
      'each subject that is held against another',
      asked({ text: 'How much higher is A than B?', names: ['A', 'B'], entities: ['A', 'B'], periods: [] }),
      [['A'], ['B']],
    ],
    [
      'a name that only narrows',
      asked({ text: 'Views of Chinese adults', names: ['Chinese'], entities: [], periods: [] }),
      [['Chinese']],
    ],
    [
      'one of the years that are asked about',
      asked({ text: 'Revenue in 2016 and 2017', names: [], periods: [year(2016), year(2017)] }),
      [['2016 and 2017']],
    ],
    [
      'both years of a change',
      asked({ text: 'The change from 2016 to 2017', names: [], periods: [year(2016), year(2017)] }),
      [['2016'], ['2017']],
    ],
    [
      'any year of a longer stretch',
      asked({
        text: 'since 2019',
        names: [],
        periods: [{ label: '', kind: 'range', year: 2019, part: 2099 }],
      }),
      [['2019 to 2031']],
    ],
  ])('%s', (_, of, groups) => {
    expect(requiredBy(of).map(group => group.map(({ said }) => said))).toEqual(groups);
  });

  test('a name and a year are mentioned however they are written', () => {
    const of = asked({ text: '', names: ['GPT-4'], entities: ['GPT-4'], periods: [year(2023)] });
    const [name, in2023] = requiredBy(of).map(([first]) => first?.mentions);
    expect(name).toEqual(['GPT-4', 'GPT4', 'GPT 4']);
    expect(in2023).toEqual(expect.arrayContaining(['2023', 'FY23', '2022/23']));
  });
});
