import { expect, test } from 'vitest';
import { onAxes } from '../../../src/charts/lines/value-axes.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import type { Axis, Series } from '../../../src/charts/types.ts';
import { stroke } from '../drawn.ts';
import { seriesOn, upright, viewOn } from '../frames-by-hand.ts';

const LEFT = upright([0, 50, 100], { title: 'Revenue' });
const view = viewOn(LEFT);
const line = (name: string, more: Partial<Series> = {}) => seriesOn(view, name, [25, 50, 75], more);

interface Row {
  readonly name: string;
  readonly right: Axis;
  readonly series: Series;
  readonly overBars?: boolean;
  /** Values as they are on the axis chosen. */
  readonly ys: readonly number[];
  readonly sure: boolean;
}

const side = 'right';
const ROWS: readonly Row[] = [
  {
    name: 'the title of the second axis names the series',
    right: upright([0, 2, 4], { side, title: 'Margin' }),
    series: line('Margin'),
    ys: [1, 2, 3],
    sure: true,
  },
  {
    name: 'the ink of the second axis is the series’ own',
    right: upright([0, 2, 4], { side, color: '#aa3322' }),
    series: line('Rainfall'),
    ys: [1, 2, 3],
    sure: true,
  },
  {
    name: 'the series says on which side it is measured',
    right: upright([0, 2, 4], { side }),
    series: line('Rainfall (rhs)'),
    ys: [1, 2, 3],
    sure: true,
  },
  {
    name: 'a margin belongs to the axis of percentages',
    right: upright([0, 20, 40], { side, unit: '%' }),
    series: line('Operating margin'),
    ys: [10, 20, 30],
    sure: true,
  },
  {
    name: 'the title of the first axis keeps its series',
    right: upright([0, 2, 4], { side, title: 'Margin' }),
    series: line('Revenue'),
    ys: [25, 50, 75],
    sure: true,
  },
  {
    name: 'without a sign a line over bars is taken to the second axis, and not for sure',
    right: upright([0, 2, 4], { side }),
    series: line('Rainfall'),
    overBars: true,
    ys: [1, 2, 3],
    sure: false,
  },
  {
    name: 'one axis printed on both sides is sure',
    right: upright([0, 50, 100], { side }),
    series: line('Rainfall'),
    ys: [25, 50, 75],
    sure: true,
  },
];

test.each(ROWS)('$name', ({ right, series, overBars = false, ys, sure }) => {
  const [found] = onAxes(
    [series],
    { plot: view.plot, x: [], y: [LEFT, right] },
    { view, overBars, shapes: [] },
  );
  expect(found!.series.points.map(({ y }) => Number(y.toFixed(6)))).toEqual(ys);
  expect(found!.sure).toBe(sure);
});

test('ticks of an axis without numbers leave it open which of the two measures a line', () => {
  const ticks = (places: readonly number[]) =>
    readShapes(places.map((y, order) => stroke([400, y, 404, y], { order, group: order + 1 })));
  const sure = (places: readonly number[]) =>
    onAxes(
      [line('Rainfall')],
      { plot: view.plot, x: [], y: [LEFT] },
      { view, overBars: true, shapes: ticks(places) },
    )[0]!.sure;
  expect([sure([140, 180, 220, 260]), sure([100, 200, 300])]).toEqual([false, true]);
});
