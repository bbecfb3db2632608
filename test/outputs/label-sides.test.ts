import { expect, test } from 'vitest';
import { labelSides } from '../../src/outputs/label-sides.ts';
import { columnChart } from './sample.ts';

const scale = { room: { width: 200, height: 300, label: 12 }, fromZero: true, decimals: 0 };

test.each([
  ['a flat line: above', [100, 100, 100], ['above', 'above', 'above']],
  ['a steep peak: above, its feet beside', [10, 100, 10], ['left', 'above', 'left']],
  ['a deep valley: below', [1000, 500, 1000], ['above', 'below', 'above']],
  ['a valley on the axis: not below it', [1000, 0, 1000], ['above', 'left', 'above']],
  ['a steep climb: beside the line, or below it', [0, 500, 1000], ['above', 'left', 'above']],
  ['a gap has no line', [100, null, 100], ['above', 'above', 'above']],
])('%s', (_, values, expected) => {
  const series = [{ name: 'A', values, findings: [] }];
  const categories = values.map((_value, index) => String(index));
  expect(labelSides({ ...columnChart, kind: 'line', categories, series }, scale)).toEqual(expected);
});
