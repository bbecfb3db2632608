import { describe, expect, test } from 'vitest';
import { findRulers } from '../../../src/charts/axes/rulers.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import type { PathMark, TextMark } from '../../../src/domain/mark.ts';
import { stroke, text } from '../drawn.ts';

/** Labels in a column, right-aligned, from the top, so many units apart. */
const column = (words: readonly string[], pitch = 40) =>
  words.map((word, i) => text(word, [100 - 2.8 * word.length, 20 + pitch * i]));
/** Labels in a row. */
const row = (words: readonly string[], pitch = 60) =>
  words.map((word, i) => text(word, [100 + pitch * i, 300]));

const find = (texts: readonly TextMark[], paths: readonly PathMark[] = []) =>
  findRulers(readLabels(texts), readShapes(paths)).map(({ direction, scale }) => ({ direction, scale }));

const READ: readonly (readonly [
  name: string,
  texts: readonly TextMark[],
  kind: string,
  at: number,
  value: number,
])[] = [
  ['numbers up a side', column(['30', '20', '10', '0']), 'linear', 80, 15],
  ['percentages', column(['100%', '50%', '0%']), 'linear', 40, 75],
  ['decimal commas', column(['1,5', '1,0', '0,5', '0,0']), 'linear', 40, 1.25],
  ['points for thousands beside smaller numbers', column(['2.000', '1.000', '0']), 'linear', 40, 1500],
  ['values that fall as they go up', column(['0', '10', '20']), 'linear', 40, 5],
  ['powers of ten', column(['1000', '100', '10', '1']), 'log', 80, Math.sqrt(1000)],
  ['two labels a decade', column(['200', '100', '20', '10'], 40).map(shiftLog), 'log', 20, 200],
  ['letters for thousands', column(['1.5M', '1M', '500K', '0']), 'linear', 40, 1.25e6],
  [
    'dates along a foot',
    row(['Jan 2020', 'Feb 2020', 'Mar 2020', 'Apr 2020']),
    'date',
    100,
    Date.UTC(2020, 0),
  ],
  ['years', row(['2000', '2005', '2010']), 'date', 160, Date.UTC(2005, 0)],
];

/** Places in proportion to logarithms. */
function shiftLog(label: TextMark): TextMark {
  const at = 20 + 60 * (Math.log10(200) - Math.log10(Number(label.text)));
  return { ...label, y0: at - 5, y1: at + 5 };
}

describe('a ruler is found in', () => {
  test.each(READ)('%s', (_, texts, kind, at, value) => {
    const [ruler, ...others] = find(texts);
    expect(others).toEqual([]);
    expect(ruler?.scale.kind).toBe(kind);
    const read = ruler!.scale.toValue(at);
    expect(Math.abs(read - value) / Math.max(Math.abs(value), 1)).toBeLessThan(
      kind === 'date' ? 0.002 : 0.001,
    );
  });
});

const REFUSED: readonly (readonly [name: string, texts: readonly TextMark[]])[] = [
  ['two numbers', column(['10', '0'])],
  ['numbers at uneven steps', column(['31', '17', '10', '2'])],
  ['names that are numbers', row(['3', '4', '5', '6', '8'])],
  ['words', column(['North', 'South', 'East'])],
];

test.each(REFUSED)('none is found in %s', (_, texts) => {
  expect(find(texts)).toEqual([]);
});

test('panels side by side have one each', () => {
  const texts = [
    ...row(['0', '5', '10'], 40),
    ...row(['0', '5', '10'], 40).map(t => ({ ...t, x0: t.x0 + 200, x1: t.x1 + 200 })),
  ];
  expect(find(texts).map(({ scale }) => scale.toValue(140))).toHaveLength(2);
});

test('ticks are measured at their marks, not at the middles of their words', () => {
  const ticks = [20, 60, 100].map(y => stroke([104, y - 1.3, 108, y - 1.3]));
  const [ruler] = find(column(['20', '10', '0']), ticks);
  expect(ruler?.scale.ticks.map(({ at }) => at)).toEqual([18.7, 58.7, 98.7]);
});
