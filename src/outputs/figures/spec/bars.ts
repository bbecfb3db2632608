import { type Axis, niceAxis } from '../../axis.ts';
import { seriesName } from '../../chart-look.ts';
import { contrastColour } from '../../colour.ts';
import { decimalsOf, formatNumber } from '../../number.ts';
import { seriesColours } from '../../theme.ts';
import { categoryKeys, categoryLabels } from '../category.ts';
import { FIGURE } from '../page.ts';
import { colourScale, framed, legend, plotHeight, type Sketch, type Spec } from './frame.ts';

/** Standing bars, side by side where there are several series. */
export function column(sketch: Sketch): Spec {
  const offset = sketch.chart.series.length > 1 ? { xOffset: offsetOf(sketch) } : {};
  const y = { field: 'value', type: 'quantitative', ...valueScale(sketch, extremes(sketch)) };
  const x = categoryAxis(sketch);
  return framed(sketch, {
    width: FIGURE.plot.width,
    height: FIGURE.plot.height,
    encoding: { x, y, ...offset },
    layer: [
      { mark: { type: 'bar' }, encoding: { color: colour(sketch) } },
      ...zeroLine(sketch, 'y'),
      ...(sketch.look.labels ? valueLabels('y') : []),
    ],
  });
}

/** Lying bars, the first category on top. */
export function bar(sketch: Sketch): Spec {
  const offset = sketch.chart.series.length > 1 ? { yOffset: offsetOf(sketch) } : {};
  const x = { field: 'value', type: 'quantitative', ...valueScale(sketch, extremes(sketch)) };
  const { expression } = categoryLabels(sketch.chart.categories, 240);
  const y = {
    field: 'key',
    type: 'ordinal',
    sort: categoryKeys(sketch.chart.categories),
    axis: { labelExpr: expression, labelLimit: 260, domain: !belowZero(sketch) },
    scale: { paddingInner: 0.4, paddingOuter: 0.2 },
  };
  return framed(sketch, {
    width: FIGURE.plot.width - 140,
    height: plotHeight(sketch.chart),
    encoding: { x, y, ...offset },
    layer: [
      { mark: { type: 'bar' }, encoding: { color: colour(sketch) } },
      ...zeroLine(sketch, 'x'),
      ...(sketch.look.labels ? valueLabels('x') : []),
    ],
  });
}

/** Columns of parts, the first series at the bottom. */
export function stackedColumn(sketch: Sketch): Spec {
  const { chart, theme, look } = sketch;
  const palette = seriesColours(theme);
  const inks = chart.series.map((_, index) =>
    contrastColour(palette[index % palette.length] ?? '') === 'bg1'
      ? theme.colours.background
      : theme.colours.text,
  );
  const domain = chart.series.map((_, index) => seriesName(chart, index));
  const order = { field: 'rank', type: 'quantitative' };
  const text = {
    mark: { type: 'text' },
    encoding: {
      text: { field: 'label' },
      y: { field: 'value', type: 'quantitative', stack: 'zero', bandPosition: 0.5 },
      color: {
        field: 'series',
        type: 'nominal',
        scale: { domain, range: inks.map(ink => `#${ink}`) },
        legend: null,
      },
    },
  };
  const y = { field: 'value', type: 'quantitative', stack: 'zero', ...valueScale(sketch, totals(sketch)) };
  return framed(sketch, {
    width: FIGURE.plot.width,
    height: FIGURE.plot.height,
    transform: [{ calculate: `indexof(${JSON.stringify(domain)}, datum.series)`, as: 'rank' }],
    encoding: { x: categoryAxis(sketch), y, order },
    layer: [
      { mark: { type: 'bar', stroke: `#${theme.colours.background}` }, encoding: { color: colour(sketch) } },
      ...zeroLine(sketch, 'y'),
      ...(look.labels ? [text] : []),
    ],
    resolve: { scale: { color: 'independent' } },
  });
}

/** The category axis at the bottom; `point` for lines, which begin and end at the plot's edges but for half a slot. */
export function categoryAxis(sketch: Sketch): Spec {
  const { chart } = sketch;
  const count = Math.max(1, chart.categories.length);
  const { expression, angle, thinned } = categoryLabels(chart.categories, FIGURE.plot.width / count);
  return {
    field: 'key',
    type: 'ordinal',
    sort: categoryKeys(chart.categories),
    scale: { domain: categoryKeys(chart.categories), type: 'band', paddingInner: 0.35, paddingOuter: 0.18 },
    axis: {
      domain: !belowZero(sketch),
      labelExpr: expression,
      labelAngle: angle,
      labelLimit: angle === 0 ? 0 : 150,
      labelAlign: angle === 0 ? 'center' : 'right',
      labelOverlap: thinned ? 'greedy' : false,
    },
  };
}

/** The value axis with its scale: gone where the values stand at the marks. */
export function valueScale({ look }: Sketch, [low, high]: readonly [number, number]): Spec {
  const axis = niceAxis(low, high);
  return {
    scale: { domain: [axis.min, axis.max], nice: false, zero: false },
    axis: look.labels ? null : { values: axis.ticks, domain: false, labelExpr: tickLabels(axis) },
  };
}

function tickLabels({ ticks }: Axis): string {
  const decimals = decimalsOf(ticks);
  const texts = ticks.map(tick => [String(tick), formatNumber(tick, decimals)]);
  return `${JSON.stringify(Object.fromEntries(texts))}['' + datum.value]`;
}

function colour(sketch: Sketch): Spec {
  return { field: 'series', type: 'nominal', scale: colourScale(sketch), legend: legend(sketch) };
}

function offsetOf({ chart }: Sketch): Spec {
  return { field: 'series', sort: chart.series.map((_, index) => seriesName(chart, index)) };
}

/** A value beyond the end of its bar: two layers, because a negative bar ends at the other side. */
function valueLabels(along: 'x' | 'y'): readonly Spec[] {
  const mark = (positive: boolean): Spec =>
    along === 'y'
      ? { type: 'text', baseline: positive ? 'bottom' : 'top', dy: positive ? -4 : 4 }
      : { type: 'text', align: positive ? 'left' : 'right', baseline: 'middle', dx: positive ? 5 : -5 };
  return [true, false].map(positive => ({
    transform: [{ filter: positive ? 'datum.value >= 0' : 'datum.value < 0' }],
    mark: mark(positive),
    encoding: { text: { field: 'label' } },
  }));
}

/** Where bars hang below zero, the line that they stand on. */
export function zeroLine(sketch: Sketch, along: 'x' | 'y'): readonly Spec[] {
  if (!belowZero(sketch)) return [];
  const color = { value: `#${sketch.theme.colours.muted}` };
  const across = along === 'x' ? { y: null, yOffset: null } : { x: null, xOffset: null };
  return [{ data: { values: [{ value: 0 }] }, mark: { type: 'rule' }, encoding: { ...across, color } }];
}

function belowZero({ rows }: Sketch): boolean {
  return rows.some(row => row.value < 0);
}

function extremes({ rows }: Sketch): readonly [number, number] {
  const values = rows.map(row => row.value);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

function totals({ chart }: Sketch): readonly [number, number] {
  const sums = chart.categories.map((_, index) => {
    const values = chart.series.map(series => series.values[index] ?? 0);
    const sum = (sign: 1 | -1) =>
      values.filter(value => value * sign > 0).reduce((acc, value) => acc + value, 0);
    return [sum(-1), sum(1)] as const;
  });
  return [Math.min(0, ...sums.map(sum => sum[0])), Math.max(0, ...sums.map(sum => sum[1]))];
}
