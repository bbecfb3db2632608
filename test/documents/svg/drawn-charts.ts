import type { GoldChart } from '../../../src/eval/chart-gold.ts';

/** A chart of random data as a Vega-Lite specification, and the data as gold. */
export interface DrawnChart {
  readonly name: string;
  readonly spec: object;
  readonly gold: GoldChart;
}

/** The same numbers for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const NAMES = ['Norway', 'Chile', 'Kenya', 'Japan', 'Malta', 'Peru', 'Ghana', 'Nepal', 'Italy', 'Qatar'];
const SERIES = ['Rail', 'Road', 'Air', 'Water'];

/** How a drawing looks: axes, grids, fonts, colours. */
const LOOKS: Readonly<Record<string, object>> = {
  plain: {},
  bare: { view: { stroke: null }, axis: { grid: false, ticks: false, domain: false } },
  dark: {
    background: '#222222',
    style: { 'guide-label': { fill: '#dddddd' }, 'guide-title': { fill: '#ffffff' } },
    axis: { gridColor: '#555555', domainColor: '#aaaaaa', tickColor: '#aaaaaa' },
  },
  large: {
    font: 'Georgia',
    axis: { labelFontSize: 14, titleFontSize: 16 },
    legend: { labelFontSize: 14 },
  },
  framed: { axis: { gridDash: [2, 2], tickSize: 8 }, axisY: { orient: 'right' }, legend: { orient: 'top' } },
  soft: {
    bar: { cornerRadiusEnd: 3, opacity: 0.8 },
    axis: { domain: false },
    range: { category: ['#7b3294', '#c2a5cf', '#a6dba0', '#008837'] },
  },
};

interface Table {
  readonly heads: readonly string[];
  readonly series: readonly string[];
  /** A row for each head. */
  readonly values: readonly (readonly number[])[];
}

interface Kind {
  readonly type: string;
  readonly series: number;
  readonly heads: readonly string[];
  /** Spec without data, for records `{x, s, y}`. */
  readonly layout: (table: Table) => object;
  readonly negative?: boolean;
  readonly shown?: GoldChart['shown'];
  /** Which of the looks it has. */
  readonly looks?: readonly string[];
}

const years = Array.from({ length: 9 }, (_, i) => String(2014 + i));
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

const KINDS: Readonly<Record<string, Kind>> = {
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

/** Every kind in two or three looks, each with data of its own, and clouds of points. */
export function drawnCharts(seed: number): readonly DrawnChart[] {
  const random = randomFrom(seed);
  const names = Object.keys(LOOKS);
  const tables = Object.entries(KINDS).flatMap(([name, kind], i) => {
    const looks = kind.looks ?? [names[i % names.length]!, names[(i + 3) % names.length]!];
    return looks.map(look => tableChart(`${name}, ${look}`, kind, look, random));
  });
  return [...tables, ...names.slice(0, 4).map(look => pointChart(`scatter, ${look}`, look, random))];
}

function tableChart(name: string, kind: Kind, look: string, random: () => number): DrawnChart {
  const scale = 10 ** Math.floor(random() * 6);
  const series = SERIES.slice(0, kind.series);
  const value = () => {
    const size = 0.08 + 0.92 * random();
    return Number(((kind.negative && random() < 0.4 ? -size : size) * scale).toPrecision(3));
  };
  const values = kind.heads.map(() => series.map(value));
  const table = { heads: kind.heads, series, values };
  const records = kind.heads.flatMap((head, i) => series.map((s, k) => ({ x: head, s, y: values[i]![k]! })));
  const rows = kind.heads.map((head, i) => [head, ...values[i]!.map(String)]);
  return {
    name,
    spec: specOf(kind.layout(table), records, look),
    gold: goldOf({
      name,
      type: kind.type,
      columns: ['Where', ...series],
      rows,
      shown: kind.shown ?? 'values',
    }),
  };
}

function pointChart(name: string, look: string, random: () => number): DrawnChart {
  const points = Array.from({ length: 25 }, () => ({
    x: Number((random() * 90 + 5).toPrecision(3)),
    y: Number((random() * 900 + 50).toPrecision(3)),
  }));
  const mark = { type: look === 'dark' ? 'circle' : 'point', filled: look !== 'bare' };
  const place = { field: 'x', type: 'quantitative', title: 'How far' };
  return {
    name,
    spec: specOf({ mark, encoding: { x: place, y } }, points, look),
    gold: goldOf({
      name,
      type: 'scatter',
      format: 'xy',
      columns: ['x', 'y'],
      rows: points.map(point => [String(point.x), String(point.y)]),
    }),
  };
}

function specOf(layout: object, values: readonly object[], look: string): object {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { values },
    config: LOOKS[look],
    ...layout,
  };
}

function goldOf(
  given: Pick<GoldChart, 'name' | 'type' | 'columns' | 'rows'> & Partial<GoldChart>,
): GoldChart {
  const place = { origin: 'made svg', document: '', page: 1, title: '', leftOut: '' };
  return { ...place, format: 'wide', shown: 'values', otherwise: new Set(), ...given };
}
