import { describe, expect, test } from 'vitest';
import { statedBy } from '../../src/eval/chart-stated.ts';

const gold = {
  columns: ['month', 'rain', 'sun'],
  rows: [
    ['Jan', '3.33333', '5'],
    ['Feb', '4', ''],
  ],
};
const labels = (...texts: string[]) => texts.map(text => `<path aria-label="${text}"/>`).join('');

describe('a drawing says of its marks', () => {
  test.each([
    ['nothing', '<path/>', false],
    ['what the gold says', labels('month: Jan; n: 3.3333333; of: rain', 'month: Feb; n: 4; of: rain'), false],
    ['the same under dates of another form', labels('month: Jan; n: 5; of: sun'), false],
    ['values of another month', labels('month: Jan; n: 4; of: rain', 'month: Feb; n: 3.3333'), true],
    ['months that the gold lacks', labels('month: Dec; n: 4; of: rain'), true],
    ['mostly the same', labels('month: Jan; n: 5', 'month: Feb; n: 4', 'month: Dec; n: 9'), false],
    ['something that is no datum', labels('a chart of rain'), false],
  ])('%s', (_, svg, other) => expect(statedBy(svg, gold).other).toBe(other));
});

test('single values that are drawn otherwise are told', () => {
  const svg = labels(
    'month: Jan; n: 3.3333; of: rain',
    'month: Jan; n: 7; of: sun',
    'month: Feb; n: 4; of: rain',
  );
  expect([...statedBy(svg, gold).values]).toEqual(['Jan\nsun']);
});
