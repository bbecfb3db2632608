import { describe, expect, test } from 'vitest';
import { categoryScale } from '../../../src/charts/axes/categories.ts';
import { dataSpots } from '../../../src/charts/lines/data-spots.ts';
import { polylineOf } from '../../../src/charts/lines/polyline.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import type { Line, ValueScale } from '../../../src/charts/types.ts';
import type { View } from '../../../src/charts/view.ts';
import { stroke, text } from '../drawn.ts';

const months = readLabels(['J', 'F', 'M', 'A'].map((letter, i) => text(letter, [100 + 100 * i, 320])));
const value: ValueScale = {
  kind: 'linear',
  ticks: [],
  unit: '',
  residual: 0,
  blur: 0,
  toValue: at => 300 - at,
  toPlace: y => 300 - y,
};
const view: View = {
  plot: { x0: 90, y0: 50, x1: 410, y1: 300 },
  base: categoryScale(months, 'x'),
  value,
  turned: false,
};
const fromOf = (height: (x: number) => number, step: number) => {
  const nodes: number[] = [];
  for (let x = 100; x <= 400; x += step) nodes.push(x, height(x));
  const [line] = readShapes([stroke(nodes, { stroke: '#aa2222' })]) as [Line];
  return dataSpots(view, [{ ...polylineOf(view, line) }], []).from;
};

describe('a line over a few names', () => {
  test('with a node at each is read there', () => {
    expect(fromOf(x => 100 + (x % 200) / 2, 100)).toBe('nodes');
  });
  test('that is a curve in small pieces is read where it passes them', () => {
    expect(fromOf(x => 150 + 40 * Math.sin(x / 60), 6)).toBe('crossings');
  });
  test('with many nodes of its own, week by week, is only sampled there', () => {
    expect(fromOf(x => 150 + 20 * Math.sin(x * x), 6)).toBe('corners');
  });
});
