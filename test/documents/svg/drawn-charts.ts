import type { GoldChart } from '../../../src/eval/chart-gold.ts';
import { FORMATS, KINDS, type Kind } from './kinds.ts';

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

/** Every kind in two or three looks, each with data of its own, and clouds of points. */
export function drawnCharts(seed: number): readonly DrawnChart[] {
  const random = randomFrom(seed);
  const names = Object.keys(LOOKS);
  const tables = Object.entries({ ...KINDS, ...FORMATS }).flatMap(([name, kind], i) => {
    const looks = kind.looks ?? [names[i % names.length]!, names[(i + 3) % names.length]!];
    return looks.map(look => tableChart(`${name}, ${look}`, kind, look, random));
  });
  return [...tables, ...names.slice(0, 4).map(look => pointChart(`scatter, ${look}`, look, random))];
}

function tableChart(name: string, kind: Kind, look: string, random: () => number): DrawnChart {
  const scale = kind.scale ?? 10 ** Math.floor(random() * 6);
  const series = SERIES.slice(0, kind.series);
  const value = () => {
    const size = kind.decades ? 10 ** (-kind.decades * random()) : 0.08 + 0.92 * random();
    return Number(((kind.negative && random() < 0.4 ? -size : size) * scale).toPrecision(3));
  };
  const values = kind.heads.map(() => series.map(value));
  const records = kind.heads.flatMap((head, i) => series.map((s, k) => ({ x: head, s, y: values[i]![k]! })));
  const rows = kind.heads.map((head, i) => [head, ...values[i]!.map(String)]);
  return {
    name,
    spec: specOf(kind.layout(), records, look),
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
    spec: specOf(
      { mark, encoding: { x: place, y: { ...place, field: 'y', title: 'How much' } } },
      points,
      look,
    ),
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
