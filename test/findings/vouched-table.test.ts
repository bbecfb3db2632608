import { expect, test } from 'vitest';
import type { ChartReading, Route } from '../../src/domain/reading.ts';
import { vouchedTable } from '../../src/findings/vouched-table.ts';

function chart(route: Route): ChartReading {
  const point = (x: string, y: number, verified: boolean) => ({
    series: 'Revenue',
    x,
    y,
    verified,
    how: 'label' as const,
    tolerance: 0.5,
  });
  return {
    id: 'r-1',
    page: 1,
    box: [0, 0, 1, 1],
    order: 0,
    section: [],
    kind: 'chart',
    chart: 'column',
    title: 'Revenue',
    xTitle: '',
    yTitle: '',
    unit: '',
    table: {
      columns: ['Year', 'Revenue'],
      rows: [
        ['2023', '10'],
        ['2024', '12'],
      ],
    },
    points: [point('2023', 10, true), point('2024', 12, false)],
    route,
    confidence: 0.8,
  };
}

test.each([
  [
    'a drawn chart tells all of its values',
    'vector',
    [
      ['2023', '10'],
      ['2024', '12'],
    ],
  ],
  [
    'a seen one only those that a printed number vouches for',
    'lens',
    [
      ['2023', '10'],
      ['2024', ''],
    ],
  ],
] as const)('%s', (_, route, rows) => {
  expect(vouchedTable(chart(route)).rows).toEqual(rows);
});
