import { scaleOf } from '../../src/charts/axes/scale.ts';
import type { Axis, Label, Series, SeriesPoint } from '../../src/charts/types.ts';
import type { View } from '../../src/charts/view.ts';
import { text } from './drawn.ts';

const PLOT = { x0: 100, y0: 100, x1: 400, y1: 300 };

export function label(words: string, at: readonly [number, number], color = '#000000'): Label {
  const run = text(words, at, { color });
  return { ...run, runs: [run] };
}

/** An upright axis along the plot, its values evenly from the foot to the top. */
export function upright(
  values: readonly number[],
  more: Partial<Axis> & { color?: string; unit?: string } = {},
): Axis {
  const { color, unit = '', side = 'left', title = '' } = more;
  const ticks = values.map((value, i) => {
    const at = 300 - (200 * i) / (values.length - 1);
    return { at, value, label: label(String(value), [side === 'left' ? 85 : 415, at], color) };
  });
  return { side, title, scale: scaleOf('linear', ticks, unit) };
}

export function viewOn({ scale }: Axis): View {
  if (scale.kind === 'category') throw new Error('A view needs an axis that measures.');
  return { plot: PLOT, base: { kind: 'category', categories: [] }, value: scale, turned: false };
}

/** A series of points a hundred units apart, as an axis measures them to a tenth of a unit. */
export function seriesOn(
  view: View,
  name: string,
  ys: readonly number[],
  more: Partial<Series> = {},
): Series {
  const points = ys.map((y, i): SeriesPoint => {
    const [x, at] = [150 + 100 * i, view.value.toPlace(y)];
    const tolerance = Math.abs(view.value.toValue(0.1) - view.value.toValue(0));
    return {
      x: 'abc'[i] ?? '',
      at: x,
      y,
      tolerance,
      bounds: { x0: x - 2, y0: at - 2, x1: x + 2, y1: at + 2 },
    };
  });
  return { name, color: '#aa3322', kind: 'line', points, ...more };
}
