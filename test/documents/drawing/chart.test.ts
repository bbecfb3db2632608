import { describe, expect, test } from 'vitest';
import { readChart } from '../../../src/documents/drawing/chart.ts';
import { readChartEx } from '../../../src/documents/drawing/chart-ex.ts';
import { parseXml } from '../../../src/documents/package/xml.ts';

const points = (values: readonly (string | number)[]) =>
  `<c:ptCount val="${values.length}"/>${values.map((v, i) => (v === '' ? '' : `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`)).join('')}`;
const strings = (values: readonly string[]) =>
  `<c:strRef><c:f>S!A1</c:f><c:strCache>${points(values)}</c:strCache></c:strRef>`;
const numbers = (values: readonly (string | number)[], format = 'General') =>
  `<c:numRef><c:f>S!B1</c:f><c:numCache><c:formatCode>${format}</c:formatCode>${points(values)}</c:numCache></c:numRef>`;
const series = (name: string, categories: string, values: string, order = 0) =>
  `<c:ser><c:idx val="${order}"/><c:order val="${order}"/><c:tx>${strings([name])}</c:tx><c:cat>${categories}</c:cat><c:val>${values}</c:val></c:ser>`;
const title = (text: string) =>
  `<c:title><c:tx><c:rich><a:p><a:r><a:t>${text}</a:t></a:r></a:p></c:rich></c:tx></c:title>`;
const space = (plots: string, head = '') =>
  parseXml(
    Buffer.from(`<c:chartSpace><c:chart>${head}<c:plotArea>${plots}</c:plotArea></c:chart></c:chartSpace>`),
  );
const read = (plots: string, head = '') => readChart(space(plots, head), [0, 0, 1, 1]);

const AB = strings(['A', 'B']);
const bars = (values: string, more = '') =>
  `<c:barChart><c:barDir val="col"/>${more}${series('S', AB, values)}<c:axId val="1"/></c:barChart>`;

describe('a chart is read from its cache', () => {
  test('with titles, categories, and series in the order they are drawn', () => {
    const plot = `<c:barChart><c:barDir val="bar"/>${series('Second', AB, numbers([3, 4]), 1)}${series('First', AB, numbers([1, '']), 0)}</c:barChart>`;
    const axes = `<c:catAx>${title('Region')}</c:catAx><c:valAx>${title('EUR million')}</c:valAx>`;
    expect(read(plot + axes, title('Sales by region'))).toEqual({
      kind: 'chart',
      box: [0, 0, 1, 1],
      chart: 'bar',
      title: 'Sales by region',
      xTitle: 'Region',
      yTitle: 'EUR million',
      unit: '',
      categories: ['A', 'B'],
      series: [
        { name: 'First', values: [1, null] },
        { name: 'Second', values: [3, 4] },
      ],
    });
  });

  test.each([
    ['<c:pieChart>', 'pie'],
    ['<c:doughnutChart>', 'donut'],
    ['<c:line3DChart>', 'line'],
    ['<c:areaChart>', 'area'],
    ['<c:radarChart>', 'radar'],
    ['<c:barChart>', 'column'],
  ])('%s is a %s', (tag, kind) => {
    const plot = `${tag}${series('S', AB, numbers([1, 2]))}${tag.replace('<', '</')}`;
    expect(read(plot)?.chart).toBe(kind);
  });

  test('several kinds together are a combo', () => {
    const line = `<c:lineChart>${series('L', AB, numbers([5, 6]))}</c:lineChart>`;
    expect(read(bars(numbers([1, 2])) + line)).toMatchObject({
      chart: 'combo',
      series: [{ name: 'S' }, { name: 'L' }],
    });
  });

  test.each([
    ['dates', numbers([45382, 45413], 'mmm-yy'), ['2024-03', '2024-05']],
    ['years', numbers([2023, 2024]), ['2023', '2024']],
    [
      'levels',
      `<c:multiLvlStrRef><c:multiLvlStrCache><c:ptCount val="2"/><c:lvl>${points(['Q1', 'Q2'])}</c:lvl><c:lvl>${points(['2024', ''])}</c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>`,
      ['2024 / Q1', '2024 / Q2'],
    ],
  ])('categories may be %s', (_, categories, expected) => {
    const plot = `<c:barChart>${series('S', categories, numbers([1, 2]))}</c:barChart>`;
    expect(read(plot)?.categories).toEqual(expected);
  });

  test('a scatter chart keeps each series over its own x values', () => {
    const ser = (name: string, x: number[], y: number[]) =>
      `<c:ser><c:tx>${strings([name])}</c:tx><c:xVal>${numbers(x)}</c:xVal><c:yVal>${numbers(y)}</c:yVal></c:ser>`;
    expect(
      read(`<c:scatterChart>${ser('P', [1, 2], [5, 6])}${ser('Q', [9], [7])}</c:scatterChart>`),
    ).toMatchObject({
      categories: ['1', '2', '9'],
      series: [
        { name: 'P', values: [5, 6, null] },
        { name: 'Q', values: [null, null, 7] },
      ],
    });
  });

  test('a title without text shows the only series', () => {
    expect(read(bars(numbers([1, 2])), '<c:title/>')?.title).toBe('S');
  });

  test('a chart without data is none', () => {
    expect(read(bars(numbers([])))).toBeNull();
  });

  test('an empty cache is filled from the cells it names', () => {
    const cells = (formula: string) => (formula === 'S!B1' ? ['7', '8'] : ['x', 'y']);
    const empty = bars(numbers([])).replace(AB, strings([]));
    expect(readChart(space(empty), [0, 0, 1, 1], cells)).toMatchObject({
      categories: ['x', 'y'],
      series: [{ values: [7, 8] }],
    });
  });
});

describe('values come as they are printed', () => {
  const axis = (format: string) =>
    `<c:valAx><c:axId val="1"/><c:numFmt formatCode="${format}" sourceLinked="0"/></c:valAx>`;
  const stacked = '<c:grouping val="percentStacked"/>';
  test.each([
    ['fractions under a percent format', bars(numbers([0.07, 0.5], '0%')), '%', [7, 50]],
    ['a percent format of the axis', bars(numbers([0.07, 0.5])) + axis('0%'), '%', [7, 50]],
    ['a currency', bars(numbers([7, 5], '"$"#,##0')), '$', [7, 5]],
    ['a stack to 100 %, whose axis counts shares', bars(numbers([7, 5]), stacked) + axis('0%'), '', [7, 5]],
  ])('%s', (_, plot, unit, values) => {
    expect(read(plot)).toMatchObject({ unit, series: [{ values }] });
  });

  test('where units differ each series names its own', () => {
    const plot = `<c:barChart>${series('Sales', AB, numbers([7, 5]))}${series('Margin', AB, numbers([0.1, 0.2], '0%'), 1)}</c:barChart>`;
    expect(read(plot)).toMatchObject({
      unit: '',
      series: [
        { name: 'Sales', values: [7, 5] },
        { name: 'Margin (%)', values: [10, 20] },
      ],
    });
  });
});

test('an extended chart is read as the kind that comes closest', () => {
  const level = (texts: string[], format = '') =>
    `<cx:lvl${format}>${texts.map((t, i) => `<cx:pt idx="${i}">${t}</cx:pt>`).join('')}</cx:lvl>`;
  const root = parseXml(
    Buffer.from(
      `<cx:chartSpace><cx:chartData><cx:data id="0"><cx:strDim type="cat">${level(['Start', 'Change'])}</cx:strDim><cx:numDim type="val">${level(['10', '-3'])}</cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx><cx:rich><a:t>Bridge</a:t></cx:rich></cx:tx></cx:title><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:tx><cx:txData><cx:v>EBIT</cx:v></cx:txData></cx:tx><cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>`,
    ),
  );
  expect(readChartEx(root, [0, 0, 1, 1])).toMatchObject({
    chart: 'column',
    title: 'Bridge',
    categories: ['Start', 'Change'],
    series: [{ name: 'EBIT', values: [10, -3] }],
  });
});
