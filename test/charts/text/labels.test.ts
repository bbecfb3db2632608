import { expect, test } from 'vitest';
import { joinLines, readLabels } from '../../../src/charts/text/index.ts';
import type { TextMark } from '../../../src/domain/mark.ts';
import { text } from '../drawn.ts';

/** A run that begins at `x`, its letters 5.6 units wide. */
const run = (words: string, x: number, more: Partial<TextMark> = {}) =>
  text(words, [x + 2.8 * words.length, 50], more);

const ROWS: readonly (readonly [name: string, runs: readonly TextMark[], labels: readonly string[]])[] = [
  ['a number split at its separator is one', [run('1', 0), run(',000', 6)], ['1,000']],
  ['a unit apart from its number is one', [run('25', 0), run('%', 12)], ['25%']],
  [
    'a raised number is a power',
    [run('10', 0), { ...run('5', 11.4, { size: 7 }), y0: 42, y1: 50 }],
    ['10^5'],
  ],
  ['letters placed one by one are a word', [run('A', 0), run('b', 5.8), run('c', 11.5)], ['Abc']],
  ['names side by side stay apart, however close', [run('North', 0), run('South', 28.4)], ['North', 'South']],
  ['years side by side stay apart', [run('2001', 0), run('2002', 23.4)], ['2001', '2002']],
  ['what is drawn twice in one place is read once', [run('Total', 0), run('Total', 0.3)], ['Total']],
  ['blank runs are none', [run(' ', 0), run('Total', 20)], ['Total']],
];

test.each(ROWS)('%s', (_, runs, labels) => {
  expect(readLabels(runs).map(label => label.text)).toEqual(labels);
});

test('lines are joined from the top, words by a space, and a broken word without its hyphen', () => {
  const lines = ['Confi-', 'dence in', 'banks'].map((words, i) => text(words, [50, 20 + 12 * i]));
  const label = joinLines([...readLabels(lines)].reverse());
  expect(label.text).toBe('Confidence in banks');
  expect([label.y0, label.y1]).toEqual([15, 49]);
});
