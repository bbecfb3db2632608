import { beforeAll, describe, expect, test } from 'vitest';
import { grounded, loadVocabulary, type Reasoner } from '../../../src/reasoning/index.ts';

let reasoner: Reasoner;
beforeAll(async () => {
  reasoner = grounded(await loadVocabulary());
});

const ask = (...asked: readonly string[]) => reasoner.understand(asked);

describe('what is asked is broken into things to find out', () => {
  test.each<[name: string, asked: string, topics: readonly string[]]>([
    [
      'one question a metric',
      'What were revenue, operating income and capital expenditure, by year?',
      ['Revenue', 'Operating income', 'Capital expenditure'],
    ],
    [
      'scopes stay together, their targets are a question of their own',
      'What are the greenhouse-gas emissions and targets, by scope and year?',
      ['Greenhouse-gas emissions', 'Emissions targets'],
    ],
    [
      'scopes named one by one are one question',
      'What were scope 1 and scope 2 emissions?',
      ['Greenhouse-gas emissions'],
    ],
    [
      'views of two things are two questions',
      'How did views of the economy and of the president change?',
      ['Views of the economy', 'Views of the president'],
    ],
    [
      'views of what the vocabulary doesn’t know keep their words',
      'How did opinions on immigration, trade and guns differ by party?',
      ['Opinions on immigration', 'Opinions on trade', 'Opinions on guns'],
    ],
    [
      'a pointing sentence adds to what came before',
      'How did revenue and margin develop, and what drove it? Who leads?',
      ['Revenue', 'Margins'],
    ],
    ['what only looks like a metric is its own', 'What was deferred revenue?', ['Deferred revenue']],
    [
      'a list may mix known and unknown',
      'What were capex and deferred revenue?',
      ['Capital expenditure', 'Deferred revenue'],
    ],
    [
      'narrowing words make no question',
      'How did electricity generation from solar and wind change?',
      ['Electricity generation'],
    ],
    ['what risks', 'What risks does the company see?', ['Risks']],
    ['the same asked twice is one question', 'What was revenue? How did revenue change?', ['Revenue']],
  ])('%s', (_, asked, topics) => {
    expect(ask(asked).questions.map(question => question.topic)).toEqual(topics);
  });
});

describe('what a question carries', () => {
  test('names, periods, aspects and dimensions', () => {
    const [question] = ask(
      "How did Acme Widgets' revenue change by segment from 2016 to 2019, and why?",
    ).questions;
    expect(question?.entities).toEqual(['Acme Widgets']);
    expect(question?.periods.length).toBeGreaterThan(0);
    expect(question?.aspects).toEqual(expect.arrayContaining(['level', 'change', 'cause']));
    expect(question?.by).toEqual(['segment']);
  });

  test('names carry over to the sentences that follow', () => {
    const { questions } = ask('What was revenue of Amazon? What was capital expenditure?');
    expect(questions.map(question => question.entities)).toEqual([['Amazon'], ['Amazon']]);
  });

  test('names weigh more than words when searching', () => {
    const [question] = ask("What was Netflix's market share in anvils?").questions;
    expect(question?.terms[0]).toEqual({ term: 'netflix', weight: 2.5 });
    expect(question?.terms.map(({ term }) => term)).toContain('anvil');
  });

  test('ids follow the order asked', () => {
    expect(ask('What was revenue?', 'What was water use?').questions.map(({ id }) => id)).toEqual([
      'q1',
      'q2',
    ]);
  });
});

describe('what is not understood is said', () => {
  test.each([
    ['no words', '???', /no words/],
    ['another language', 'Wie entwickelten sich Umsatz und Gewinn?', /German/],
    ['nothing to look for', 'And why is that?', /Nothing to look for/],
  ])('%s', (_, asked, note) => {
    const { questions, notes } = ask(asked);
    expect(questions).toEqual([]);
    expect(notes.join(' ')).toMatch(note);
  });
});

test('the same question is understood the same way', () => {
  const asked = ['How did revenue and margin develop, and what drove it?'];
  expect(reasoner.understand(asked)).toEqual(reasoner.understand(asked));
});

test('a topic is a short noun phrase', () => {
  expect(reasoner.topic('How did the turnover of the group develop?')).toBe('Revenue');
});
