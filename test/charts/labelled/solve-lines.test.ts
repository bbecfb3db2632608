import { expect, test } from 'vitest';
import { solveFigure } from '../../../src/charts/index.ts';
import type { SolvedChart } from '../../../src/charts/types.ts';
import { figure, stroke, text } from '../drawn.ts';

const INK = '#aa7722';
/** Three units a value, 0 at 350. */
const place = (value: number) => 350 - 3 * value;
const line = (values: readonly number[], xs: readonly number[]) =>
  stroke(
    xs.flatMap((x, i) => [x, place(values[i]!)]),
    { stroke: INK, strokeWidth: 2 },
  );
const printed = (values: readonly number[], xs: readonly number[]) =>
  values.map((value, i) => text(String(value), [xs[i]!, place(value) - 9]));
const foot = stroke([95, 352, 405, 352]);

test('numbers printed at a line’s nodes are its axis where they lie on one scale', () => {
  const [values, xs] = [
    [48, 39, 35, 43],
    [100, 200, 300, 400],
  ];
  const names = xs.map((x, i) => text(['Ash', 'Birch', 'Cedar', 'Elm'][i]!, [x, 362]));
  const [solved] = solveFigure(
    figure([line(values, xs), foot], [...printed(values, xs), ...names]),
  ) as SolvedChart[];
  expect(solved!.chart).toBe('line');
  expect(solved!.points.map(({ x, y, how, verified }) => [x, y, how, verified])).toEqual([
    ['Ash', 48, 'label', true],
    ['Birch', 39, 'label', true],
    ['Cedar', 35, 'label', true],
    ['Elm', 43, 'label', true],
  ]);
});

test('two dates under the ends date the nodes between them', () => {
  const days = [0, 183, 275, 395];
  const xs = days.map(day => 100 + (300 * day) / 395);
  const values = [48, 39, 35, 43];
  const dates = [text('Apr 2017', [xs[0]!, 362]), text('May 2018', [xs[3]!, 362])];
  const [solved] = solveFigure(
    figure([line(values, xs), foot], [...printed(values, xs), ...dates]),
  ) as SolvedChart[];
  expect(solved!.points.map(({ x }) => x)).toEqual(['Apr 2017', 'Oct 2017', 'Jan 2018', 'May 2018']);
});

test('numbers beside a line that lie on no scale are not its values', () => {
  const [values, xs] = [
    [48, 39, 35, 43],
    [100, 200, 300, 400],
  ];
  const wrong = printed(values, xs).map((label, i) => ({ ...label, text: ['48', '12', '77', '30'][i]! }));
  expect(solveFigure(figure([line(values, xs), foot], wrong))).toMatchObject([{ kind: 'unsolved' }]);
});

test('numbers at the ends of lines are their values, even where their steps are an axis’', () => {
  const xs = [100, 200, 300, 400];
  const lines = [
    [20, 28, 33, 40],
    [50, 41, 45, 60],
    [80, 77, 70, 80],
  ];
  const ends = lines.flatMap(values => [
    text(String(values[0]), [92, place(values[0]!)]),
    text(String(values[3]), [408, place(values[3]!) + 2]),
  ]);
  const charts = solveFigure(figure([...lines.map(values => line(values, xs)), foot], ends)) as SolvedChart[];
  expect(charts).toHaveLength(1);
  expect(charts[0]!.table.rows.at(-1)).toEqual(['4', '40', '60', '80']);
});

test('inks that another chart of the page explains name lines that nothing else does', () => {
  const xs = [100, 200, 300, 400];
  const lines = [
    [20, 28, 33, 41],
    [50, 41, 45, 62],
  ];
  const inks = ['#aa7722', '#224488'];
  const paths = lines.map((values, i) => ({ ...line(values, xs), stroke: inks[i]! }));
  const texts = lines.flatMap(values => printed(values, xs));
  const known = [
    { name: 'Old', color: inks[0]! },
    { name: 'Young', color: inks[1]! },
  ];
  const columns = (more: Parameters<typeof solveFigure>[1]) =>
    (solveFigure(figure([...paths, foot], texts), more) as SolvedChart[])[0]!.table.columns;
  expect(columns([])).toEqual(['', '', '']);
  expect(columns(known)).toEqual(['', 'Old', 'Young']);
  expect(columns([...known, { name: 'Other', color: inks[0]! }])).toEqual(['', '', 'Young']);
});

test('a stroke between two numbers in its ink is what they say, and that is not verified', () => {
  const ends = printed([46, 53], [200, 300]).map(label => ({ ...label, color: INK }));
  const [solved] = solveFigure(figure([line([46, 53], [200, 300]), foot], ends)) as SolvedChart[];
  expect(solved!.points.map(({ y, verified }) => [y, verified])).toEqual([
    [46, false],
    [53, false],
  ]);
});

test('a few markers over years in a plot without titles are no chart: what they stand on was not read', () => {
  const ticks = [0, 20, 40, 60].flatMap(value => [text(String(value), [80, place(value)])]);
  const years = ['2001', '2007', '2013'].map((year, i) => text(year, [100 + 150 * i, 365]));
  const dots = [
    [400, 50],
    [400, 20],
    [100, 35],
  ].map(([x, value]) => {
    const y = place(value!);
    const turn = Array.from({ length: 16 }, (_, i) => (i / 8) * Math.PI);
    return stroke(
      turn.flatMap(a => [x! + 2 * Math.cos(a), y + 2 * Math.sin(a)]),
      {
        closed: true,
        fill: INK,
        stroke: '',
      },
    );
  });
  const grid = [0, 20, 40, 60].map(value => stroke([95, place(value), 405, place(value)]));
  expect(solveFigure(figure([...grid, ...dots], [...ticks, ...years]))).toMatchObject([{ kind: 'unsolved' }]);
});
