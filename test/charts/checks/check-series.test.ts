import { expect, test } from 'vitest';
import { checkSeries } from '../../../src/charts/checks/check-series.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import type { Label, Series } from '../../../src/charts/types.ts';
import { stroke } from '../drawn.ts';
import { label, seriesOn, upright, viewOn } from '../frames-by-hand.ts';

const view = viewOn(upright([0, 50, 100]));
const GRID = readShapes(
  [100, 200, 300].map((y, order) => stroke([100, y, 400, y], { order, group: order + 1 })),
);
const above = (words: string, i: number, y: number) =>
  label(words, [150 + 100 * i, view.value.toPlace(y) - 9]);

interface Row {
  readonly name: string;
  readonly ys: readonly number[];
  readonly labels?: readonly Label[];
  readonly grid?: boolean;
  readonly points: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    name: 'three ticks on drawn lines vouch for what is measured',
    ys: [20, 40, 60],
    grid: true,
    points: ['20 geometry verified', '40 geometry verified', '60 geometry verified'],
  },
  {
    name: 'labels without lines leave the axis open',
    ys: [20, 40, 60],
    points: ['20 geometry', '40 geometry', '60 geometry'],
  },
  {
    name: 'printed numbers that agree are the values',
    ys: [20.02, 39.98, 60.04],
    labels: [above('20', 0, 20), above('40', 1, 40), above('60', 2, 60)],
    points: ['20 label verified', '40 label verified', '60 label verified'],
  },
  {
    name: 'two that agree vouch for the axis and what stands between them',
    ys: [20, 40, 60],
    labels: [above('20', 0, 20), above('60', 2, 60)],
    points: ['20 label verified', '40 geometry verified', '60 label verified'],
  },
  {
    name: 'a number that says something else leaves its point unverified',
    ys: [20, 40, 60],
    labels: [above('20', 0, 20), above('47', 1, 40), above('60', 2, 60)],
    points: ['20 label verified', '40 geometry', '60 label verified'],
  },
  {
    name: 'against most printed numbers an exact axis vouches for nothing',
    ys: [20, 40, 60],
    labels: [above('31', 0, 20), above('47', 1, 40)],
    grid: true,
    points: ['20 geometry', '40 geometry', '60 geometry'],
  },
  {
    name: 'numbers that are all off by the same show that the axis is',
    ys: [20, 40, 60],
    labels: [above('21.2', 0, 20), above('41.2', 1, 40), above('61.2', 2, 60)],
    points: ['21.2 label verified', '41.2 label verified', '61.2 label verified'],
  },
  {
    name: 'printed in thousands, the same numbers agree',
    ys: [20, 40, 60],
    labels: [above('20,000', 0, 20), above('40,000', 1, 40), above('60,000', 2, 60)],
    points: ['20 label verified', '40 label verified', '60 label verified'],
  },
  {
    name: 'too small for its tolerance, a value is left open',
    ys: [0.6, 40, 60],
    grid: true,
    points: ['0.6 geometry', '40 geometry verified', '60 geometry verified'],
  },
];

test.each(ROWS)('$name', ({ ys, labels = [], grid = false, points }) => {
  const [checked] = checkSeries([{ series: seriesOn(view, 'Ash', ys), view, sure: true }], {
    labels,
    shapes: grid ? GRID : [],
  });
  const told = checked!.points.map(({ y, how, verified }) => `${y} ${how}${verified ? ' verified' : ''}`);
  expect(told).toEqual(points);
  expect(checked!.series.points.map(({ y }) => y)).toEqual(checked!.points.map(({ y }) => y));
});

test('nothing is verified of an axis that is only one of two that it may be', () => {
  const [checked] = checkSeries([{ series: seriesOn(view, 'Ash', [20, 40, 60]), view, sure: false }], {
    labels: [],
    shapes: GRID,
  });
  expect(checked!.points.map(({ verified }) => verified)).toEqual([false, false, false]);
});

test('stacks that add up to a hundred prove each other, those that do not prove nothing', () => {
  const stack = (name: string, ys: readonly number[], feet: readonly number[]): Series => {
    const series = seriesOn(view, name, ys, { kind: 'column' });
    const points = series.points.map((point, i) => {
      const { x0, x1 } = point.bounds;
      const [y0, y1] = [view.value.toPlace(feet[i]! + ys[i]!), view.value.toPlace(feet[i]!)];
      return { ...point, bounds: { x0, x1, y0, y1 } };
    });
    return { ...series, points };
  };
  const verified = (upper: readonly number[]) =>
    checkSeries(
      [stack('Ash', [30, 60, 45], [0, 0, 0]), stack('Elm', upper, [30, 60, 45])].map(series => ({
        series,
        view,
        sure: true,
      })),
      { labels: [], shapes: [] },
    ).flatMap(one => one.points.map(point => point.verified));
  expect(verified([70, 40, 55])).toEqual(Array(6).fill(true));
  expect(verified([60, 20, 55])).toEqual(Array(6).fill(false));
});
