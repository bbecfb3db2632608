import { describe, expect, test } from 'vitest';
import { saysText, textGold } from '../../src/eval/text-answer.ts';

describe('gold in words', () => {
  test.each([
    ['a name', 'GPT-4', ['gpt 4']],
    ['a phrase with an article', 'the long-term bonds', ['long term bonds']],
    ['a list', `['Circle', "Rectangle"]`, ['circle', 'rectangle']],
    ['a list with an apostrophe', `['the firm's view', 'none']`, ['firm s view', 'none']],
    ['a list of bare numbers', '[1500, 8000]', ['1500', '8000']],
    ['a verdict with its reason', 'Yes, because margins rose over all of the years shown', ['yes']],
  ])('%s', (_, answer, items) => {
    expect(textGold(answer)).toEqual({ items });
  });

  test.each([
    ['a number', '30.8%'],
    ['no answer', 'Not answerable'],
    [
      'an explanation',
      'It fell since the price of energy fell, and since fewer people were at work than before.',
    ],
    ['nothing', ''],
  ])('%s is none', (_, answer) => {
    expect(textGold(answer)).toBeNull();
  });
});

describe('a sentence says it', () => {
  test.each([
    ['word for word', 'GPT-4', 'Of all models GPT-4 had the highest accuracy, at 62%.', true],
    ['within another word', 'Ind', 'Indian models were best.', false],
    ['all items of a list', "['red', 'blue']", 'The lines are blue and red.', true],
    ['one of two items', "['red', 'blue']", 'The lines are blue.', false],
    ['a verdict', 'Yes', 'Yes: the ratio was 1.25x in 2019.', true],
    ['a verdict somewhere', 'No', 'There was no change.', false],
    ['what was offered, first', 'Northwind', 'Northwind: 12, against 9 of Contoso.', true],
    ['what was offered, beside the other', 'Northwind', 'Contoso sold more than Northwind.', false],
  ])('%s', (_, gold, sentence, says) => {
    const question = 'Who sold more, Contoso or Northwind?';
    expect(saysText(textGold(gold)!, sentence, question)).toBe(says);
  });
});
