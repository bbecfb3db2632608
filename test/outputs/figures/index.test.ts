import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../../src/domain/report.ts';
import { renderChart } from '../../../src/outputs/figures/index.ts';
import { allCharts, columnChart, groupedChart, lineChart, pieChart } from '../sample.ts';

const texts = (svg: string) =>
  [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(found => found[1] ?? '');
const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe.each(allCharts.map(chart => [chart.kind, chart] as const))('a %s chart', (_, chart) => {
  test('shows message, unit, categories and source, whole and the same each time', async () => {
    const { svg, png, vegaLite } = await renderChart(chart);
    const again = await renderChart(structuredClone(chart));
    expect(again.svg).toBe(svg);
    expect(Buffer.from(again.png).equals(Buffer.from(png))).toBe(true);

    const shown = texts(svg).join(' ');
    for (const text of [chart.title, chart.subtitle, chart.sourceLine, ...chart.categories])
      expect(shown).toContain(text);
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
    expect(width).toBeGreaterThanOrEqual(720);
    expect(size(png)).toEqual([Math.round(width * 2), Math.round(height * 2)]);
    expect(JSON.parse(vegaLite).data.values.length).toBe(
      chart.series.flatMap(s => s.values).filter(v => v !== null).length,
    );
  });
});

const labelled: readonly (readonly [string, ChartSpec, readonly string[]])[] = [
  ['values at bars', columnChart, ['1,204.0', '1,310.5', '1,730.0']],
  ['values at bars side by side, none for a gap', groupedChart, ['800', '510', '870', '825']],
  ['names at the ends of lines, and an axis from zero', lineChart, ['Scope 1', 'Scope 2', '0', '100', '500']],
  ['values in the legend of a pie', pieChart, ['Electricity: 66%', 'Other: 2%']],
];

test.each(labelled)('%s', async (_, chart, expected) => {
  const { svg } = await renderChart(chart);
  for (const text of expected) expect(texts(svg)).toContain(text);
});

const one = (values: readonly (number | null)[]) => [{ name: 'A', values, findings: values.map(() => '') }];

const odd: readonly (readonly [string, Partial<ChartSpec>, RegExp])[] = [
  ['a message of many words is wrapped', { title: 'Very long message '.repeat(20) }, /message/],
  [
    'many long categories are slanted',
    {
      categories: Array.from({ length: 24 }, (_, i) => `Category number ${i}`),
      series: one(Array.from({ length: 24 }, (_, i) => i)),
    },
    /rotate\(320\)/,
  ],
  ['negative values hang below zero', { series: one([-5, 3, -1, 2, 4]) }, /−5/],
  ['zeros are values', { series: one([0, 0, 0, 0, 0]) }, />0</],
  ['nothing but gaps is an empty frame', { series: one([null, null, null, null, null]) }, /2020/],
  ['categories of one name are kept apart', { categories: ['A', 'A', 'A', 'A', 'A'] }, />A<.*>A</],
  [
    'a pie of eight wedges becomes bars',
    {
      kind: 'pie',
      categories: Array.from({ length: 8 }, (_, i) => `P${i}`),
      series: one([8, 7, 6, 5, 4, 3, 2, 1]),
    },
    /P7/,
  ],
  ['a pie with a negative part becomes bars', { kind: 'pie', series: one([3, -1, 2, 2, 2]) }, /−1/],
  [
    'lines that end together share a legend',
    {
      kind: 'line',
      series: [...one([1, 2, 3, 4, 5]), { name: 'B', values: [2, 2, 3, 4, 5.01], findings: [] }],
    },
    /role-legend/,
  ],
  [
    'texts of documents stay texts',
    { title: '<script>alert(1)</script> & "quotes"', categories: ['<b>', '&amp;', '"', "'", 'x'] },
    /&lt;b&gt;/,
  ],
];

test.each(odd)('%s', async (_, fields, expected) => {
  const { svg, png } = await renderChart({ ...columnChart, ...fields });
  expect(expected.test(svg)).toBe(true);
  expect(/<script|NaN|undefined/.test(svg)).toBe(false);
  expect(size(png)[0]).toBeGreaterThan(1000);
});
