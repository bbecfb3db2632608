import { expect, test } from 'vitest';
import { findCategories } from '../../../src/charts/axes/categories.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import type { TextMark } from '../../../src/domain/mark.ts';
import { text } from '../drawn.ts';

const PLOT = { x0: 100, y0: 50, x1: 400, y1: 250 };
const below = (words: readonly string[], y = 262) =>
  words.map((word, i) => text(word, [100 + (300 / words.length) * (i + 0.5), y]));
const left = (words: readonly string[], pitch = 200 / words.length) =>
  words.map((word, i) => text(word, [90 - 2.8 * word.length, 50 + pitch * (i + 0.5)]));

const ROWS: readonly (readonly [
  name: string,
  along: 'x' | 'y',
  texts: readonly TextMark[],
  names: readonly string[],
])[] = [
  ['names in a row', 'x', below(['North', 'South', 'East']), ['North', 'South', 'East']],
  [
    'wrapped names',
    'x',
    [...below(['Very', 'South', 'Far']), ...below(['long', '', 'east'], 273)],
    ['Very long', 'South', 'Far east'],
  ],
  [
    'a title below is no line of a name',
    'x',
    [...below(['A', 'B', 'C']), text('Region of the sale', [250, 285])],
    ['A', 'B', 'C'],
  ],
  [
    'names in groups',
    'x',
    [...below(['Q1', 'Q2', 'Q1', 'Q2']), ...below(['2019', '2020'], 275)],
    ['2019 / Q1', '2019 / Q2', '2020 / Q1', '2020 / Q2'],
  ],
  ['names in a column', 'y', left(['North', 'Southern part', 'East']), ['North', 'Southern part', 'East']],
  [
    'names of two lines in a column',
    'y',
    [
      ...['Make good', 'Hold a', 'Use force'].map((word, i) => text(word, [60, 70 + 60 * i], { x0: 20 })),
      ...['decisions', 'meeting', 'wisely'].map((word, i) => text(word, [60, 81 + 60 * i], { x0: 20 })),
    ],
    ['Make good decisions', 'Hold a meeting', 'Use force wisely'],
  ],
  [
    'names where bars begin',
    'y',
    ['Chad', 'Peru', 'Mali'].map((word, i) => text(word, [104 + 2.8 * word.length, 70 + 60 * i])),
    ['Chad', 'Peru', 'Mali'],
  ],
];

test.each(ROWS)('%s', (_, along, texts, names) => {
  const scale = findCategories(PLOT, along, readLabels(texts.filter(one => one.text !== '')));
  expect(scale?.categories.map(({ name }) => name)).toEqual(names);
});

test('one label alone names nothing', () => {
  expect(findCategories(PLOT, 'x', readLabels([text('Region', [250, 262])]))).toBeNull();
});
