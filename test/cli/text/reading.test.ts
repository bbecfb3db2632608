import { expect, test } from 'vitest';
import { readingText } from '../../../src/cli/text/reading.ts';
import type { ChartReading } from '../../../src/domain/reading.ts';

function chart(...verified: readonly boolean[]): ChartReading {
  const names = ['North', 'South'];
  return {
    id: 'r-1',
    page: 1,
    box: [0, 0, 1, 1],
    order: 0,
    section: [],
    kind: 'chart',
    chart: 'column',
    title: 'Sales',
    xTitle: '',
    yTitle: '',
    unit: 'USD',
    table: {
      columns: ['', 'Sales'],
      rows: [
        ['North', '10'],
        ['South', '12'],
      ],
    },
    points: verified.map((sure, i) => ({
      series: 'Sales',
      x: names[i]!,
      y: 10 + 2 * i,
      how: 'geometry',
      verified: sure,
      tolerance: 0.1,
    })),
    route: 'vector',
    confidence: 0.9,
  };
}

test.each([
  ['all verified', chart(true, true), '[column chart] Sales (USD)'],
  ['none verified', chart(false, false), '[column chart] Sales (USD) – unverified'],
  ['some verified', chart(true, false), '[column chart] Sales (USD) – 1 of 2 values unverified'],
])('a chart says how far its values are vouched for: %s', (_, reading, heading) => {
  expect(readingText(reading).split('\n')[0]).toBe(heading);
});
