import { beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '../../../src/domain/question.ts';
import { grounded, loadVocabulary, type Reasoner } from '../../../src/reasoning/index.ts';

let reasoner: Reasoner;
beforeAll(async () => {
  reasoner = grounded(await loadVocabulary());
});

const ask = (asked: string) => reasoner.understand([asked]).questions;
const ids = ({ metrics }: Question) => metrics.map(({ id }) => id);
const terms = (questions: readonly Question[]) =>
  questions.flatMap(question => question.terms.map(({ term }) => term));

describe('markets are asked about by what is sold there', () => {
  type Part = readonly [topic: string, metric: string, periods?: readonly string[]];
  test.each<[name: string, asked: string, parts: readonly Part[]]>([
    [
      'who leads, and "it" is the market',
      'Who leads the global market for water-treatment equipment, with what share, and how large is it expected to be in 2030?',
      [
        ['Market shares in water-treatment equipment', 'market-share', []],
        ['Market for water-treatment equipment', 'market-size', ['2030']],
      ],
    ],
    [
      'a product whose name is a measure elsewhere',
      'Which companies have the largest shares of the international market for packaging machinery, and what size is forecast for 2030?',
      [
        ['Market shares in packaging machinery', 'market-share'],
        ['Market for packaging machinery', 'market-size', ['2030']],
      ],
    ],
    [
      'the market named after its goods',
      'How large is the European heat pump market, and how fast is it growing?',
      [
        ['Heat pump market', 'market-size'],
        ['Growth of the heat pump market', 'market-growth'],
      ],
    ],
    ['nothing but the market', 'What is the market for anvils?', [['Market for anvils', 'market-size']]],
    ['the labour market is none', 'How is the labour market doing?', [['Labour market', 'unemployment']]],
  ])('%s', (_, asked, parts) => {
    const questions = ask(asked);
    expect(questions.map(question => [question.topic, ids(question)[0]])).toEqual(
      parts.map(([topic, metric]) => [topic, metric]),
    );
    for (const [i, [, , periods]] of parts.entries()) {
      if (periods) expect(questions[i]?.periods.map(({ label }) => label)).toEqual(periods);
    }
  });

  test('the company of the other questions is not the market’s', () => {
    const questions = ask(
      'What was revenue of Acme? Who leads the market for anvils, and how large is it? How much freshwater does it withdraw?',
    );
    expect(questions.map(({ topic, entities }) => [topic, ...entities])).toEqual([
      ['Revenue', 'Acme'],
      ['Market shares in anvils'],
      ['Market for anvils'],
      ['Freshwater withdrawal', 'Acme'],
    ]);
    expect(questions.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'how large is the market for anvils?',
        'How much freshwater does it withdraw?',
      ]),
    );
  });

  test('a report’s own names for this market are known', () => {
    const [, size] = ask('Who leads the market for anvils, and how large is it?');
    expect(size?.metrics[0]?.phrases).toEqual(expect.arrayContaining(['market for anvils', 'anvils market']));
    expect(size?.metrics[0]?.not).toContain('share of the market for anvils');
  });
});

describe('time', () => {
  test.each<[asked: string, lastYears: number | undefined, periods: readonly string[]]>([
    ['What was revenue in each of the last three years?', 3, []],
    ['How did revenue develop over the past 5 fiscal years?', 5, []],
    ['What was revenue in the three most recent years?', 3, []],
    ['How did revenue change in the last decade?', 10, []],
    ['What is the latest revenue?', 1, []],
    ['What were total current liabilities in FY2017?', undefined, ['FY2017']],
    ['How did revenue develop since 2019?', undefined, ['2019 and later']],
    ['What was revenue between 2015 and 2017?', undefined, ['2015–2017']],
    ['What was revenue in Q3 2023 versus Q3 2022?', undefined, ['Q3 2023', 'Q3 2022']],
  ])('%s', (asked, lastYears, periods) => {
    const questions = ask(asked);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.lastYears).toBe(lastYears);
    expect(questions[0]?.periods.map(({ label }) => label)).toEqual(periods);
    expect(terms(questions)).not.toEqual(expect.arrayContaining(['three']));
  });
});

describe('whom it is about', () => {
  test.each<[name: string, asked: string, entities: readonly (readonly string[])[]]>([
    ['a possessive', "What is Kraft Heinz's FY2019 inventory turnover ratio?", [['Kraft Heinz']]],
    [
      'several',
      'Compare the operating margins of Siemens, ABB and Acme Widgets.',
      [['Siemens', 'ABB', 'Acme Widgets']],
    ],
    ['each its own', "How have Acme's staff numbers and Bolt's revenue grown?", [['Acme'], ['Bolt']]],
    [
      'a name with a hyphen and a number',
      'How much higher is the accuracy of PaLM-2L than of GPT-4?',
      [['PaLM-2L', 'GPT-4']],
    ],
    ['"its" is the one before', 'What was revenue of Acme? What is its strategy?', [['Acme'], ['Acme']]],
    ['not an article’s noun', 'Does the company disclose a Transition Plan?', [[]]],
    ['not half of a word', 'What share of Higher-income seniors go online?', [[]]],
    [
      'not who asked in a survey',
      'How many adults go online in the Pew Research Center’s Internet Project survey?',
      [[]],
    ],
    ['not an abbreviation before a noun', 'What is the RF communications range?', [[]]],
  ])('%s', (_, asked, entities) => {
    expect(ask(asked).map(question => question.entities)).toEqual(entities);
  });
});

describe('what belongs together is one question', () => {
  test.each<[name: string, asked: string, topics: readonly string[]]>([
    [
      'the reasons of the measures of its sentence',
      'What were revenue and capex of Acme, and why did they change?',
      ['Revenue', 'Capital expenditure'],
    ],
    [
      'goals by pointing',
      "What are Acme's greenhouse-gas emissions by scope and year, and what are the targets?",
      ['Greenhouse-gas emissions', 'Emissions targets'],
    ],
    [
      'a ratio with its definition',
      "What is Amazon's FY2017 days payable outstanding (DPO)? DPO is defined as: 365 * (average accounts payable) / (FY2017 COGS + change in inventory). Round your answer to two decimal places. Address the question by using the line items within the balance sheet.",
      ['Days payable outstanding'],
    ],
    [
      'where to look and how to answer',
      'According to the report, how many pie charts are there in the paper? Please write the answer in int format.',
      ['Number of pie charts in the paper'],
    ],
    [
      'a situation before the question',
      'A transmitter has an output of 10 W. Using the recommended distances, calculate the minimum separation distance.',
      ['Minimum separation distance'],
    ],
    [
      'two measures in relation',
      'What is the gap between people with a cell phone and a tablet computer?',
      ['Gap between people with a cell phone and a tablet computer'],
    ],
    [
      'choices after the question',
      'Which group is larger? Republicans who are male, or Democrats who are female?',
      ['Which group is larger?'],
    ],
    [
      'a second sentence about the same',
      'Which platform has more mobile apps? How many apps does it have in million?',
      ['Number of apps'],
    ],
    [
      'how people see something',
      'How do Americans see China, and how do they feel about the economy?',
      ['Views of China', 'Views of the economy'],
    ],
    [
      'numbered questions are several',
      'The first chart is <image>. Question: 1. What is the title of the first chart? Note that Your final answer should be short. 2. How many lines are there in the second chart?',
      ['Title of the first chart', 'Number of lines in the second chart'],
    ],
    [
      'the question where no noun phrase is in it',
      'Cold is the catalyst for what reaction?',
      ['Cold is the catalyst for what reaction?'],
    ],
  ])('%s', (_, asked, topics) => {
    expect(ask(asked).map(({ topic }) => topic)).toEqual(topics);
  });

  test('a ratio brings the formula that its parts are looked for by', () => {
    const [question] = ask('What is the fixed asset turnover ratio of Acme in FY2019?');
    expect(question && ids(question)).toEqual(['fixed-asset-turnover']);
    expect(question?.formulas?.map(({ expression }) => expression)).toEqual([
      'revenue / average(property-equipment)',
    ]);
  });

  test('a ratio that the vocabulary has not is computed as the question defines it', () => {
    const [question] = ask(
      'What is the FY2019 widget ratio of Acme? The widget ratio is defined as FY2018 revenue divided by inventories.',
    );
    expect(question?.topic).toBe('Widget ratio of Acme');
    expect(question?.formulas?.[0]).toMatchObject({
      metric: { name: 'Widget ratio' },
      expression: '[revenue] / [inventories]',
      from: 'definition',
    });
    expect(question?.periods.map(({ label }) => label)).toEqual(['FY2019']);
  });
});

describe('the kind of answer', () => {
  test.each<[asked: string, holds: readonly string[], lacks: readonly string[]]>([
    ['How many stores does Acme have?', ['count'], ['statement']],
    ['Is the gross margin improving?', ['whether', 'change'], ['statement']],
    ['Does Acme have a transition plan?', ['whether', 'statement'], []],
    ['What is the dividend per share?', ['level'], ['share']],
    ['What was spent on research and development?', ['level'], ['change', 'trend']],
    ['What was revenue between 2015 and 2017?', ['trend'], ['comparison']],
    ['What are the risks of climate change?', ['statement'], ['change']],
    ['What drove the increase in inventories?', ['cause'], []],
  ])('%s', (asked, holds, lacks) => {
    const aspects = ask(asked).flatMap(question => question.aspects);
    expect(aspects).toEqual(expect.arrayContaining([...holds]));
    expect(aspects.filter(aspect => lacks.includes(aspect))).toEqual([]);
  });
});

describe('words to search by', () => {
  test('phrases as printed, and no words that only ask', () => {
    const found = terms(
      ask(
        'According to the figure on page 14, how many directed edges are there in a chain-type causal graph?',
      ),
    );
    expect(found).toEqual(expect.arrayContaining(['chain-type causal graph', 'directed edges', 'edge']));
    expect(found).not.toEqual(expect.arrayContaining(['page']));
    expect(found.filter(term => ['according', 'page', 'figure', 'many'].includes(term))).toEqual([]);
  });

  test('what is numbered or in quotation marks', () => {
    expect(terms(ask('What is the title of Figure 7?'))).toContain('figure 7');
    expect(terms(ask('How many charts give no opinion for the "no lean" group?'))).toContain('no lean');
  });
});

describe('where to look', () => {
  test.each<[asked: string, term: string]>([
    ['What is the net income of Acme? Use the P&L statement.', 'statements of operations'],
    ['What are total assets? Base your judgments on the balance sheet.', 'balance sheets'],
    ['According to the chart on page 14, how much time was spent with family?', 'page 14'],
  ])('%s', (asked, term) => {
    expect(terms(ask(asked))).toContain(term);
  });
});
