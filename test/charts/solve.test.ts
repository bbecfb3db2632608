import { describe, expect, test } from 'vitest';
import { solveFigure } from '../../src/charts/index.ts';
import type { SolvedChart } from '../../src/charts/types.ts';
import type { Marks } from '../../src/domain/mark.ts';
import { arc, box, drawn, figure, path, stroke, text } from './drawn.ts';

const charts = (marks: Marks) => solveFigure(marks).filter((one): one is SolvedChart => one.kind === 'chart');

const NAMES = ['Chad', 'Peru', 'Mali', 'Cuba'];
const ONE = NAMES.map((place, i) => ({ place, value: [12, 47.5, 30, 8][i]! }));
const TWO = NAMES.flatMap((place, i) => [
  { place, kind: 'Rail', value: [12, 47, 30, 8][i]! },
  { place, kind: 'Road', value: [25, 14, 38, 3][i]! },
]);
const SIGNED = NAMES.map((place, i) => ({ place, value: [12, -20, 31, -4][i]! }));
const YEARS = [2001, 2002, 2003, 2004, 2005, 2006].map((year, i) => ({
  year,
  value: [5, 8, 2, 9, 14, 11][i]!,
}));
const MONTHS = ['01', '02', '03', '04', '05', '06'].map((month, i) => ({
  month: `2020-${month}-01`,
  value: [5, 8, 2, 9, 14, 11][i]!,
}));

const place = { field: 'place', type: 'nominal', sort: null };
const value = { field: 'value', type: 'quantitative' };
const kind = { field: 'kind' };

interface Row {
  readonly spec: object;
  readonly chart: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const one = (numbers: readonly (string | number)[]) => NAMES.map((name, i) => [name, String(numbers[i])]);
const two = NAMES.map((name, i) => [name, String(TWO[2 * i]!.value), String(TWO[2 * i + 1]!.value)]);
const bothKinds = ['place', 'Rail', 'Road'];

const ROWS: Readonly<Record<string, Row>> = {
  columns: {
    spec: { data: { values: ONE }, mark: 'bar', encoding: { x: place, y: value } },
    chart: 'column',
    columns: ['place', 'value'],
    rows: one([12, 47.5, 30, 8]),
  },
  'lying bars': {
    spec: { data: { values: ONE }, mark: 'bar', encoding: { y: place, x: value } },
    chart: 'bar',
    columns: ['place', 'value'],
    rows: one([12, 47.5, 30, 8]),
  },
  'columns with round corners below and above zero': {
    spec: {
      data: { values: SIGNED },
      mark: { type: 'bar', cornerRadiusEnd: 4 },
      encoding: { x: place, y: value },
    },
    chart: 'column',
    columns: ['place', 'value'],
    rows: one([12, -20, 31, -4]),
  },
  'grouped columns': {
    spec: {
      data: { values: TWO },
      mark: 'bar',
      encoding: { x: place, xOffset: kind, y: value, color: kind },
    },
    chart: 'column',
    columns: bothKinds,
    rows: two,
  },
  'stacked bars': {
    spec: { data: { values: TWO }, mark: 'bar', encoding: { y: place, x: value, color: kind } },
    chart: 'bar',
    columns: bothKinds,
    rows: two,
  },
  'shares of a hundred': {
    spec: {
      data: { values: TWO },
      mark: 'bar',
      encoding: { x: place, y: { ...value, stack: 'normalize' }, color: kind },
    },
    chart: 'column',
    columns: bothKinds,
    rows: [
      ['Chad', '32.432', '67.568'],
      ['Peru', '77.049', '22.951'],
      ['Mali', '44.118', '55.882'],
      ['Cuba', '72.727', '27.273'],
    ],
  },
  'a histogram': {
    spec: {
      data: { values: [1, 2, 2, 6, 7, 7, 7, 12, 13, 18].map(x => ({ x })) },
      mark: 'bar',
      encoding: { x: { field: 'x', type: 'quantitative', bin: { step: 5 } }, y: { aggregate: 'count' } },
    },
    chart: 'histogram',
    columns: ['x (binned)', 'Count of Records'],
    rows: [
      ['0.0 – 5.0', '3'],
      ['5.0 – 10.0', '4'],
      ['10.0 – 15.0', '2'],
      ['15.0 – 20.0', '1'],
    ],
  },
  'columns of months on a date axis': {
    spec: {
      data: { values: MONTHS },
      mark: 'bar',
      encoding: { x: { field: 'month', type: 'temporal', timeUnit: 'utcyearmonth' }, y: value },
    },
    chart: 'column',
    columns: ['month (year-month)', 'value'],
    rows: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'].map((month, i) => [
      `${month} 2020`,
      String(MONTHS[i]!.value),
    ]),
  },
  'a line through years': {
    spec: {
      data: { values: YEARS },
      mark: 'line',
      encoding: {
        x: { field: 'year', type: 'quantitative', scale: { zero: false }, axis: { format: 'd' } },
        y: value,
      },
    },
    chart: 'line',
    columns: ['year', 'value'],
    rows: YEARS.map(row => [String(row.year), String(row.value)]),
  },
  'a line on an axis of powers': {
    spec: {
      data: { values: ONE.map((row, i) => ({ ...row, value: 10 ** (i + 1) })) },
      mark: 'line',
      encoding: { x: place, y: { ...value, scale: { type: 'log' } } },
    },
    chart: 'line',
    columns: ['place', 'value'],
    rows: one([10, 100, 1000, 10_000]),
  },
  'a line on an axis that falls': {
    spec: {
      data: { values: ONE },
      mark: 'line',
      encoding: { x: place, y: { ...value, scale: { reverse: true } } },
    },
    chart: 'line',
    columns: ['place', 'value'],
    rows: one([12, 47.5, 30, 8]),
  },
  'columns and a line on two axes': {
    spec: {
      data: { values: ONE.map((row, i) => ({ ...row, rate: [0.4, 0.1, 0.3, 0.25][i] })) },
      encoding: { x: place },
      layer: [
        { mark: 'bar', encoding: { y: value } },
        {
          mark: { type: 'line', color: '#aa3333' },
          encoding: { y: { field: 'rate', type: 'quantitative', axis: { titleColor: '#aa3333' } } },
        },
      ],
      resolve: { scale: { y: 'independent' } },
    },
    chart: 'combo',
    columns: ['place', 'value', 'rate'],
    rows: [
      ['Chad', '12', '0.4'],
      ['Peru', '47.5', '0.1'],
      ['Mali', '30', '0.3'],
      ['Cuba', '8', '0.25'],
    ],
  },
  'stacked areas': {
    spec: {
      data: { values: TWO },
      mark: 'area',
      encoding: { x: place, y: value, color: kind },
    },
    chart: 'area',
    columns: bothKinds,
    rows: two,
  },
  'columns without grid, ticks or axis lines': {
    spec: {
      data: { values: ONE },
      mark: 'bar',
      encoding: { x: place, y: value },
      config: { view: { stroke: null }, axis: { grid: false, ticks: false, domain: false } },
    },
    chart: 'column',
    columns: ['place', 'value'],
    rows: one([12, 47.5, 30, 8]),
  },
};

describe('the table behind', () => {
  test.each(Object.entries(ROWS))('%s', async (_, { spec, chart, columns, rows }) => {
    const found = charts(await drawn(spec));
    expect(found.map(one => one.chart)).toEqual([chart]);
    const { table } = found[0]!;
    expect(table.columns).toEqual(columns);
    expect(table.rows.map(([name]) => name)).toEqual(rows.map(([name]) => name));
    const numbers = (all: readonly (readonly string[])[]) => all.flatMap(row => row.slice(1).map(Number));
    const largest = Math.max(...numbers(rows).map(Math.abs));
    for (const [i, read] of numbers(table.rows).entries()) {
      const truth = numbers(rows)[i]!;
      expect(Math.abs(read - truth)).toBeLessThan(Math.max(0.01 * Math.abs(truth), 1e-6 * largest));
    }
  });
});

test('panels that share an axis are charts of their own', async () => {
  const panels = charts(
    await drawn({
      data: { values: TWO },
      mark: 'bar',
      encoding: { x: place, y: value, column: kind },
    }),
  );
  expect(panels.map(({ table }) => table.rows)).toEqual([
    NAMES.map((name, i) => [name, String(TWO[2 * i]!.value)]),
    NAMES.map((name, i) => [name, String(TWO[2 * i + 1]!.value)]),
  ]);
});

test('slices of a pie are shares that the legend names', async () => {
  const [pie] = charts(
    await drawn({
      data: { values: ONE },
      mark: 'arc',
      encoding: { theta: value, color: { ...place, field: 'place' } },
    }),
  );
  expect(pie?.chart).toBe('pie');
  const shares = new Map(pie?.table.rows.map(([name, share]) => [name, Number(share)]));
  for (const { place: name, value: amount } of ONE)
    expect(shares.get(name)).toBeCloseTo((100 * amount) / 97.5, 0);
});

const lines = Array.from({ length: 9 }, (_, i) => stroke([100, 100 + 25 * i, 400, 100 + 25 * i]));
const cells = Array.from({ length: 8 }, (_, i) => i);

const NO_CHARTS: readonly (readonly [name: string, marks: Marks])[] = [
  ['nothing', figure([], [])],
  [
    'a logo',
    figure(
      [path(arc([200, 200], 40, 0, 350), { curved: true }), box([180, 240, 220, 300])],
      [text('ACME', [200, 330])],
    ),
  ],
  [
    'a ruled table whose rows are numbered',
    figure(
      lines,
      cells.flatMap(i => [
        text(String(i + 1), [115, 112 + 25 * i]),
        text(['Data', 'Ground', 'Clock'][i % 3]!, [250, 112 + 25 * i]),
      ]),
    ),
  ],
  [
    'a heat map with a scale beside it',
    figure(
      cells.flatMap(i =>
        cells.map(k =>
          box(
            [100 + 30 * i, 100 + 25 * k, 130 + 30 * i, 125 + 25 * k],
            `#${(i * k * 3 + 16).toString(16).padStart(2, '0')}4488`,
          ),
        ),
      ),
      ['30', '20', '10', '0'].map((word, i) => text(word, [370, 110 + 50 * i])),
    ),
  ],
  [
    'boxes and arrows',
    figure(
      [
        box([50, 50, 150, 90]),
        box([250, 50, 350, 90]),
        stroke([150, 70, 250, 70]),
        box([250, 150, 350, 190]),
      ],
      [text('Plan', [100, 70]), text('Build', [300, 70]), text('Ship', [300, 170])],
    ),
  ],
];

test('a drawing whose letters are outlines says so', () => {
  const glyphs = Array.from({ length: 60 }, (_, i) =>
    path([40 + 8 * i, 20, 45 + 8 * i, 20, 46 + 8 * i, 24, 44 + 8 * i, 28, 41 + 8 * i, 27], {
      fill: '#000000',
    }),
  );
  const bars = [90, 40, 60].map((length, i) => box([100, 100 + 30 * i, 100 + length, 118 + 30 * i]));
  expect(solveFigure(figure([...glyphs, ...bars], []))).toMatchObject([{ code: 'outlined_text' }]);
});

test.each(NO_CHARTS)('no chart is made of %s', (_, marks) => {
  expect(charts(marks)).toEqual([]);
});
