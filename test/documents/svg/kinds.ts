import type { GoldChart } from '../../../src/eval/chart-gold.ts';

const NAMES = ['Norway', 'Chile', 'Kenya', 'Japan', 'Malta', 'Peru', 'Ghana', 'Nepal', 'Italy', 'Qatar'];
/** A kind of chart: how it is drawn, and which data it has. */
export interface Kind {
  readonly type: string;
  readonly series: number;
  readonly heads: readonly string[];
  /** Spec without data, for records `{x, s, y}`. */
  readonly layout: () => object;
  readonly negative?: boolean;
  readonly shown?: GoldChart['shown'];
  /** Which of the looks it has. */
  readonly looks?: readonly string[];
  /** Largest value, where it isn't left to chance. */
  readonly scale?: number;
  /** How many powers of ten its values spread over. */
  readonly decades?: number;
}

const years = Array.from({ length: 9 }, (_, i) => String(2014 + i));
const months = Array.from(
  { length: 15 },
  (_, i) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);
const LONG = [
  'Agriculture and fishing',
  'Mining',
  'Manufacturing of machines',
  'Retail and wholesale',
  'Public services',
  'Arts',
];
const x = { field: 'x', type: 'nominal', sort: null, title: 'Where' };
const y = { field: 'y', type: 'quantitative', title: 'How much' };
const color = { field: 's', type: 'nominal', sort: null, title: 'What' };
const time = { field: 'x', type: 'temporal', title: null };
const bySeries =
  (mark: object | string, more: object = {}) =>
  () => ({ mark, encoding: { x: time, y, color, ...more } });
const labelled = (horizontal: boolean) => () => {
  const place = horizontal ? { y: x, x: y } : { x, y };
  const beside = horizontal ? { align: 'left', dx: 3 } : { baseline: 'bottom', dy: -3 };
  return {
    encoding: place,
    layer: [{ mark: 'bar' }, { mark: { type: 'text', ...beside }, encoding: { text: { field: 'y' } } }],
  };
};

export const KINDS: Readonly<Record<string, Kind>> = {
  column: { type: 'bar', series: 1, heads: NAMES, layout: () => ({ mark: 'bar', encoding: { x, y } }) },
  bar: { type: 'bar', series: 1, heads: NAMES, layout: () => ({ mark: 'bar', encoding: { y: x, x: y } }) },
  'column below nought': {
    type: 'bar',
    series: 1,
    heads: NAMES,
    negative: true,
    layout: () => ({ mark: 'bar', encoding: { x, y } }),
  },
  'labelled column': { type: 'bar', series: 1, heads: NAMES.slice(0, 6), layout: labelled(false) },
  'labelled bar': { type: 'bar', series: 1, heads: NAMES, layout: labelled(true) },
  'grouped column': {
    type: 'grouped_bar',
    series: 3,
    heads: NAMES.slice(0, 5),
    layout: () => ({
      width: 420,
      mark: 'bar',
      encoding: { x, y, color, xOffset: { field: 's', sort: null } },
    }),
  },
  'grouped bar': {
    type: 'grouped_bar',
    series: 2,
    heads: NAMES.slice(0, 5),
    layout: () => ({
      height: 300,
      mark: 'bar',
      encoding: { y: x, x: y, color, yOffset: { field: 's', sort: null } },
    }),
  },
  'stacked column': {
    type: 'stacked_bar',
    series: 3,
    heads: NAMES.slice(0, 6),
    layout: () => ({ width: 320, mark: 'bar', encoding: { x, y, color } }),
  },
  'stacked bar': {
    type: 'stacked_bar',
    series: 4,
    heads: NAMES.slice(0, 6),
    layout: () => ({ mark: 'bar', encoding: { y: x, x: y, color } }),
  },
  'stack of 100 %': {
    type: 'stacked_bar',
    series: 3,
    heads: NAMES.slice(0, 6),
    shown: 'row-shares',
    layout: () => ({
      width: 320,
      mark: 'bar',
      encoding: { x, y: { ...y, stack: 'normalize', axis: { format: '%' } }, color },
    }),
  },
  line: { type: 'line', series: 3, heads: years, layout: bySeries('line') },
  'line with points': {
    type: 'line',
    series: 2,
    heads: years,
    layout: bySeries({ type: 'line', point: true }),
  },
  'line of one series': {
    type: 'line',
    series: 1,
    heads: years,
    layout: () => ({ mark: 'line', encoding: { x: time, y } }),
  },
  'line over names': {
    type: 'line',
    series: 2,
    heads: NAMES.slice(0, 7),
    layout: () => ({ width: 320, mark: 'line', encoding: { x, y, color } }),
  },
  'line below nought': { type: 'line', series: 2, heads: years, negative: true, layout: bySeries('line') },
  area: { type: 'area', series: 1, heads: years, layout: () => ({ mark: 'area', encoding: { x: time, y } }) },
  'stacked area': { type: 'stacked_area', series: 3, heads: years, layout: bySeries('area') },
  pie: {
    type: 'pie',
    series: 1,
    heads: NAMES.slice(0, 5),
    shown: 'series-shares',
    layout: () => ({
      mark: 'arc',
      encoding: { theta: { ...y, stack: true }, color: { ...color, field: 'x' } },
    }),
    looks: ['plain', 'dark', 'large'],
  },
  donut: {
    type: 'donut',
    series: 1,
    heads: NAMES.slice(0, 4),
    shown: 'series-shares',
    layout: () => ({
      mark: { type: 'arc', innerRadius: 50 },
      encoding: { theta: { ...y, stack: true }, color: { ...color, field: 'x' } },
    }),
    looks: ['plain', 'soft'],
  },
};

export const FORMATS: Readonly<Record<string, Kind>> = {
  'monthly line': { type: 'line', series: 2, heads: months, layout: bySeries('line') },
  'monthly column': {
    type: 'bar',
    series: 1,
    heads: months,
    layout: () => ({
      width: 400,
      mark: 'bar',
      encoding: { x: { ...time, timeUnit: 'utcyearmonth', bandPosition: 0.5 }, y },
    }),
  },
  'smooth line': {
    type: 'line',
    series: 2,
    heads: years,
    layout: bySeries({ type: 'line', interpolate: 'monotone' }),
  },
  'dashed lines': {
    type: 'line',
    series: 2,
    heads: years,
    layout: bySeries('line', { strokeDash: { ...color } }),
  },
  'thousands as k': {
    type: 'bar',
    series: 1,
    scale: 50_000,
    heads: NAMES.slice(0, 6),
    layout: () => ({ mark: 'bar', encoding: { x, y: { ...y, axis: { format: '~s' } } } }),
  },
  money: {
    type: 'bar',
    series: 2,
    scale: 9_000,
    heads: NAMES.slice(0, 5),
    layout: () => ({
      width: 300,
      mark: 'bar',
      encoding: { x, y: { ...y, axis: { format: '$,.0f' } }, color, xOffset: { field: 's', sort: null } },
    }),
  },
  'log axis': {
    type: 'line',
    series: 2,
    scale: 1e5,
    decades: 4,
    heads: years,
    layout: () => ({
      mark: { type: 'line', point: true },
      encoding: { x: time, y: { ...y, scale: { type: 'log' } }, color },
    }),
  },
  'upside down': {
    type: 'line',
    series: 1,
    heads: years,
    layout: () => ({ mark: 'line', encoding: { x: time, y: { ...y, scale: { reverse: true } } } }),
  },
  'long names': {
    type: 'bar',
    series: 1,
    heads: LONG,
    layout: () => ({ mark: 'bar', encoding: { y: x, x: y } }),
  },
  'long names, slanted': {
    type: 'bar',
    series: 1,
    heads: LONG,
    layout: () => ({ width: 300, mark: 'bar', encoding: { x: { ...x, axis: { labelAngle: -45 } }, y } }),
  },
  dots: {
    type: 'dot',
    series: 1,
    heads: NAMES,
    layout: () => ({ mark: { type: 'point', filled: true }, encoding: { y: x, x: y } }),
  },
  'columns and a line': {
    type: 'combo',
    series: 2,
    heads: NAMES.slice(0, 6),
    layout: () => ({
      width: 320,
      layer: [
        { transform: [{ filter: "datum.s === 'Rail'" }], mark: 'bar', encoding: { x, y, color } },
        {
          transform: [{ filter: "datum.s === 'Road'" }],
          mark: { type: 'line', point: true },
          encoding: { x, y, color },
        },
      ],
    }),
  },
};
