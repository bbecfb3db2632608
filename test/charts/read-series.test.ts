import { expect, test } from 'vitest';
import { solveFigure } from '../../src/charts/index.ts';
import type { SolvedChart } from '../../src/charts/types.ts';
import { drawn } from './drawn.ts';

const MONTHS = ['2023-01-01', '2023-02-01', '2023-03-01', '2023-04-01', '2023-05-01'];
const SALES = [41, 52, 48, 67, 73];
const COSTS = [30, 33, 39, 35, 44];
const LETTERS = ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm'];

const long = (names: readonly string[], columns: Readonly<Record<string, readonly (number | null)[]>>) => ({
  values: Object.entries(columns).flatMap(([s, ys]) => ys.map((y, i) => ({ x: names[i], y, s }))),
});
const two = { sales: SALES, costs: COSTS };
const nominal = { field: 'x', type: 'nominal', sort: null } as const;
const time = { field: 'x', type: 'temporal' } as const;
const value = { field: 'y', type: 'quantitative', title: 'tons' } as const;
const series = { field: 's', type: 'nominal' } as const;
const alone = { values: SALES.map((y, i) => ({ x: LETTERS[i], y })) };

interface Row {
  readonly name: string;
  readonly spec: object;
  readonly chart: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const ROWS: readonly Row[] = [
  {
    name: 'a line against categories is read at its nodes',
    spec: { data: alone, mark: 'line', encoding: { x: nominal, y: value } },
    chart: 'line',
    columns: ['x', 'tons'],
    rows: LETTERS.map((x, i) => [x, `${SALES[i]}`]),
  },
  {
    name: 'lines are told by the legend',
    spec: { data: long(LETTERS, two), mark: 'line', encoding: { x: nominal, y: value, color: series } },
    chart: 'line',
    columns: ['x', 'costs', 'sales'],
    rows: LETTERS.map((x, i) => [x, `${COSTS[i]}`, `${SALES[i]}`]),
  },
  {
    name: 'lines of one ink are told by their dashes',
    spec: { data: long(LETTERS, two), mark: 'line', encoding: { x: nominal, y: value, strokeDash: series } },
    chart: 'line',
    columns: ['x', 'costs', 'sales'],
    rows: LETTERS.map((x, i) => [x, `${COSTS[i]}`, `${SALES[i]}`]),
  },
  {
    name: 'a smooth line is read at its nodes',
    spec: {
      data: alone,
      mark: { type: 'line', interpolate: 'monotone' },
      encoding: { x: nominal, y: value },
    },
    chart: 'line',
    columns: ['x', 'tons'],
    rows: LETTERS.map((x, i) => [x, `${SALES[i]}`]),
  },
  {
    name: 'a step line is read on its treads',
    spec: { data: alone, mark: { type: 'line', interpolate: 'step' }, encoding: { x: nominal, y: value } },
    chart: 'line',
    columns: ['x', 'tons'],
    rows: LETTERS.map((x, i) => [x, `${SALES[i]}`]),
  },
  {
    name: 'a gap leaves its cell empty',
    spec: {
      data: long([...LETTERS, 'Fir'], { sales: [41, 52, null, 67, 73, 60] }),
      mark: 'line',
      encoding: { x: nominal, y: value },
    },
    chart: 'line',
    columns: ['x', 'tons'],
    rows: [
      ['Ash', '41'],
      ['Birch', '52'],
      ['Dogwood', '67'],
      ['Elm', '73'],
      ['Fir', '60'],
    ],
  },
  {
    name: 'a line and the markers on it are one series',
    spec: {
      data: long(LETTERS, two),
      mark: { type: 'line', point: true },
      encoding: { x: nominal, y: value, color: series },
    },
    chart: 'line',
    columns: ['x', 'costs', 'sales'],
    rows: LETTERS.map((x, i) => [x, `${COSTS[i]}`, `${SALES[i]}`]),
  },
  {
    name: 'an area is its height',
    spec: { data: alone, mark: { type: 'area', line: true }, encoding: { x: nominal, y: value } },
    chart: 'area',
    columns: ['x', 'tons'],
    rows: LETTERS.map((x, i) => [x, `${SALES[i]}`]),
  },
  {
    name: 'stacked areas are their thickness',
    spec: { data: long(LETTERS, two), mark: 'area', encoding: { x: nominal, y: value, color: series } },
    chart: 'area',
    columns: ['x', 'sales', 'costs'],
    rows: LETTERS.map((x, i) => [x, `${SALES[i]}`, `${COSTS[i]}`]),
  },
  {
    name: 'areas before each other are their heights',
    spec: {
      data: long(LETTERS, two),
      mark: { type: 'area', opacity: 0.5 },
      encoding: { x: nominal, y: { ...value, stack: null }, color: series },
    },
    chart: 'area',
    columns: ['x', 'costs', 'sales'],
    rows: LETTERS.map((x, i) => [x, `${COSTS[i]}`, `${SALES[i]}`]),
  },
  {
    name: 'dots against categories are a value each',
    spec: { data: long(LETTERS, two), mark: 'circle', encoding: { y: nominal, x: value, color: series } },
    chart: 'scatter',
    columns: ['x', 'costs', 'sales'],
    rows: LETTERS.map((x, i) => [x, `${COSTS[i]}`, `${SALES[i]}`]),
  },
  {
    name: 'a line over bars is read with them',
    spec: {
      layer: [
        { data: alone, mark: 'bar', encoding: { x: nominal, y: value } },
        {
          data: { values: COSTS.map((y, i) => ({ x: LETTERS[i], y })) },
          mark: { type: 'line', color: 'black' },
          encoding: { x: nominal, y: value },
        },
      ],
    },
    chart: 'combo',
    columns: ['x', '', ''],
    rows: LETTERS.map((x, i) => [x, `${SALES[i]}`, `${COSTS[i]}`]),
  },
];

test.each(ROWS)('$name', async ({ spec, chart, columns, rows }) => {
  const solved = await only(spec);
  expect(solved.chart).toBe(chart);
  expect(sorted(solved.table)).toEqual(sorted({ columns, rows }));
});

test('months along a date axis are written as such', async () => {
  const data = { values: SALES.map((y, i) => ({ x: MONTHS[i], y })) };
  const { table } = await only({ data, mark: 'line', width: 500, encoding: { x: time, y: value } });
  expect(table.rows.map(([x]) => new Date(`${x} UTC`).getUTCMonth())).toEqual([0, 1, 2, 3, 4]);
  expect(table.rows.map(([, y]) => y)).toEqual(SALES.map(String));
});

test('what an exact axis measures is verified; series that nothing tells apart are not', async () => {
  const told = await only({ data: alone, mark: 'line', encoding: { x: nominal, y: value } });
  expect(told.points.map(point => point.verified)).toEqual(SALES.map(() => true));
  const lines = { data: long(LETTERS, two), mark: 'line' };
  const untold = await only({
    ...lines,
    encoding: { x: nominal, y: value, color: { ...series, legend: null } },
  });
  expect(untold.points).toHaveLength(10);
  expect(untold.points.some(point => point.verified)).toBe(false);
});

test('points against two measured axes are a row each', async () => {
  const data = { values: SALES.map((x, i) => ({ x, y: COSTS[i] })) };
  const solved = await only({ data, mark: 'point', encoding: { x: { ...value, field: 'x' }, y: value } });
  expect(solved.chart).toBe('scatter');
  expect(solved.points.map(point => [Number(point.x), point.y])).toEqual(SALES.map((x, i) => [x, COSTS[i]]));
});

test('markers of one ink are told by their forms', async () => {
  const data = { values: SALES.map((x, i) => ({ x, y: COSTS[i], s: i % 2 ? 'Elm' : 'Ash' })) };
  const shape = { field: 's', type: 'nominal', scale: { range: ['circle', 'triangle-up'] } };
  const { points } = await only({
    data,
    mark: { type: 'point', filled: true, size: 60 },
    encoding: { x: { ...value, field: 'x' }, y: value, shape },
  });
  const told = points.map(point => `${point.series} ${point.x} ${point.y}`).sort();
  expect(told).toEqual(SALES.map((x, i) => `${i % 2 ? 'Elm' : 'Ash'} ${x} ${COSTS[i]}`).sort());
});

async function only(spec: object): Promise<SolvedChart> {
  const solved = solveFigure(await drawn(spec));
  expect(solved.map(one => one.kind)).toEqual(['chart']);
  return solved[0] as SolvedChart;
}

/** Series may come in any order: columns by name, rows by their first cell. */
function sorted({ columns, rows }: Pick<Row, 'columns' | 'rows'>) {
  const order = columns
    .map((_, i) => i)
    .sort((a, b) => (a && b ? columns[a]!.localeCompare(columns[b]!) : a - b));
  return {
    columns: order.map(i => columns[i]),
    rows: rows.map(row => order.map(i => row[i])).sort((a, b) => a[0]!.localeCompare(b[0]!)),
  };
}
