import { describe, expect, test } from 'vitest';
import type { ChartPoint, ChartReading } from '../../src/domain/reading.ts';
import type { GoldChart } from '../../src/eval/chart-gold.ts';
import { family, scoreChart } from '../../src/eval/chart-score.ts';

const gold = (given: Partial<GoldChart>): GoldChart => ({
  origin: 'made svg',
  name: 'a',
  document: '/a.svg',
  page: 1,
  type: 'bar',
  title: '',
  format: 'wide',
  columns: ['category', 'n'],
  rows: [],
  shown: 'values',
  leftOut: '',
  otherwise: new Set(),
  ...given,
});

/** Points as `series/x=y`, verified where they end in `!`. */
const reading = (points: string, given: Partial<ChartReading> = {}): ChartReading => {
  const parsed: ChartPoint[] = points.split(' ').flatMap(text => {
    const [, series = '', x = '', y = '', mark = ''] = /^(.*)\/(.*)=([^!]*)(!?)$/.exec(text) ?? [];
    return text === '' ? [] : [{ series, x, y: Number(y), verified: mark === '!', how: 'geometry' }];
  });
  const names = [...new Set(parsed.map(point => point.series))];
  const heads = [...new Set(parsed.map(point => point.x))];
  const cell = (x: string, name: string) =>
    String(parsed.find(point => point.x === x && point.series === name)?.y ?? '');
  const table = { columns: ['', ...names], rows: heads.map(x => [x, ...names.map(name => cell(x, name))]) };
  const place = {
    id: 'r-0',
    page: 1,
    box: [0, 0, 1, 1],
    order: 0,
    route: 'vector',
    confidence: 1,
    section: [],
  } as const;
  return {
    ...place,
    kind: 'chart',
    chart: 'column',
    title: '',
    xTitle: '',
    yTitle: '',
    unit: '',
    table,
    points: parsed,
    ...given,
  };
};
const counts = ({ values, within2, within5 }: ReturnType<typeof scoreChart>) => [values, within2, within5];

const one = gold({
  rows: [
    ['A', '100'],
    ['B', '50'],
    ['C', '0'],
  ],
});
const two = gold({
  columns: ['year', 'Apples', 'Pears'],
  rows: [
    ['2019', '10', '20'],
    ['2020', '30', ''],
  ],
});

/** What is printed on the page of the charts below. */
const DRAWN = [
  'A B C',
  '2019',
  '2020',
  'Apples',
  'Pears',
  'North West Category 1',
  '0 50 100',
  'Aug 2004',
  'Sep 2004',
  '2005',
];

describe('values count as right', () => {
  test.each<[string, GoldChart, ChartReading, number[]]>([
    ['within 2 % and within 5 %', one, reading('n/A=101.9 n/B=52 n/C=0'), [3, 2, 3]],
    [
      'at nought, where they are next to nothing beside the others',
      one,
      reading('n/A=100 n/B=50 n/C=0.09'),
      [3, 3, 3],
    ],
    ['but not where they are something', one, reading('n/A=100 n/B=50 n/C=2'), [3, 2, 2]],
    ['under their own category alone', one, reading('n/A=50 n/B=100'), [3, 0, 0]],
    ['whatever a single series is called', one, reading('Total/A=100 Total/B=50 Total/C=0'), [3, 3, 3]],
    ['under their own series alone', two, reading('Pears/2019=10 Apples/2019=20 Apples/2020=30'), [3, 1, 1]],
    [
      'with series and categories exchanged',
      two,
      reading('2019/Apples=10 2019/Pears=20 2020/Apples=30'),
      [3, 3, 3],
    ],
    ['with a letter missing', gold({ rows: [['Category 1', '5']] }), reading('n/Category=5'), [1, 1, 1]],
    ['never under a stranger', gold({ rows: [['North', '5']] }), reading('n/West=5'), [1, 0, 0]],
    [
      'in percent where the data are fractions',
      gold({ rows: [['A', '0.25']] }),
      reading('n/A=25', { unit: '%' }),
      [1, 1, 1],
    ],
    [
      'in millions where the data are whole',
      gold({ rows: [['A', '2500000']] }),
      reading('n/A=2.5', { unit: 'million' }),
      [1, 1, 1],
    ],
    [
      'at places of an axis that nearly agree',
      gold({
        rows: [
          ['0', '1'],
          ['50', '2'],
          ['100', '3'],
        ],
      }),
      reading('n/0.1=1 n/49.9=2 n/99=3'),
      [3, 3, 3],
    ],
    [
      'at days in other words',
      gold({
        rows: [
          ['Aug 01, 2004', '1'],
          ['Sep 01, 2004', '2'],
        ],
      }),
      reading('n/2004-08-01=1 n/2004-09-01=2'),
      [2, 2, 2],
    ],
    [
      'at years where days are read',
      gold({
        rows: [
          ['2004', '1'],
          ['2005', '2'],
        ],
      }),
      reading('n/2004-01-01=1 n/2005-01-01=2'),
      [2, 2, 2],
    ],
    [
      'as shares of a pie, read as values',
      gold({
        shown: 'series-shares',
        rows: [
          ['A', '1'],
          ['B', '3'],
        ],
      }),
      reading('s/A=10 s/B=30'),
      [2, 2, 2],
    ],
    [
      'as shares of a pie, read as percentages',
      gold({
        shown: 'series-shares',
        rows: [
          ['A', '1'],
          ['B', '3'],
        ],
      }),
      reading('s/A=25', { unit: '%' }),
      [2, 1, 1],
    ],
    [
      'as shares of a row',
      gold({ ...two, rows: [['2019', '1', '3']], shown: 'row-shares' }),
      reading('Apples/2019=0.25 Pears/2019=0.75'),
      [2, 2, 2],
    ],
    [
      'as the sums at which stacked lines are drawn',
      gold({ ...two, rows: [['2019', '1', '3']], shown: 'sums' }),
      reading('Apples/2019=1 Pears/2019=4'),
      [2, 2, 2],
    ],
    [
      'by themselves, where the drawing names no series',
      gold({ ...two, columns: ['year', 'Plums', 'Figs'] }),
      reading('/2019=20 /2019=10 /2020=30'),
      [3, 3, 3],
    ],
    [
      'by themselves, where it names no categories',
      gold({
        rows: [
          ['Berlin', '5'],
          ['Rome', '7'],
        ],
      }),
      reading('n/1=7 n/2=5'),
      [2, 2, 2],
    ],
    ['under names that are drawn alone', two, reading('/2019=10 /2019=20'), [3, 0, 0]],
    [
      'whatever series bars of their own colour are',
      gold({
        columns: ['fruit', '5', '7'],
        rows: [
          ['A', '5', ''],
          ['B', '', '7'],
        ],
      }),
      reading('n/A=5 n/B=7'),
      [2, 2, 2],
    ],
    [
      'not for want of names where other categories were read',
      gold({
        rows: [
          ['Berlin', '5'],
          ['Rome', '7'],
        ],
      }),
      reading('/Paris=5 /Oslo=7'),
      [2, 0, 0],
    ],
    ['nowhere, where nothing was read', one, reading(''), [3, 0, 0]],
  ])('%s', (_, chart, read, expected) => expect(counts(scoreChart(chart, read, DRAWN))).toEqual(expected));

  test('as points, within 2 % of the range of each axis', () => {
    const points = gold({
      format: 'xy',
      type: 'scatter',
      columns: ['series', 'x', 'y'],
      rows: [
        ['S', '0', '0'],
        ['S', '10', '100'],
        ['S', '5', '50'],
      ],
    });
    const score = scoreChart(points, reading('S/0.1=1 S/9=100 S/5=50'), DRAWN);
    expect(counts(score)).toEqual([3, 2, 2]);
    expect(score.rms).toBeCloseTo(2 / 3);
  });
});

test('verified values are counted by themselves, and wrong ones are held against them', () => {
  const { verified, verifiedRight } = scoreChart(one, reading('n/A=100! n/B=60! n/C=0'), DRAWN);
  expect([verified, verifiedRight]).toEqual([2, 1]);
});

test('values that the drawing shows otherwise are neither right nor wrong', () => {
  const score = scoreChart(
    gold({ ...one, otherwise: new Set(['B\nn']) }),
    reading('n/A=100! n/B=60! n/C=7!'),
    DRAWN,
  );
  expect(score).toMatchObject({ values: 2, within2: 1, verified: 2, verifiedRight: 1 });
});

test('a chart that was not read has values and no right ones', () => {
  expect(scoreChart(two, null, DRAWN)).toMatchObject({ values: 3, within2: 0, rms: 0, typeRight: false });
});

test.each([
  ['grouped_bar', 'bar'],
  ['histogram', 'bar'],
  ['column', 'bar'],
  ['waterfall', 'bar'],
  ['donut', 'pie'],
  ['stacked_area', 'area'],
  ['stacked_line', 'line'],
  ['bubble', 'scatter'],
  ['radar', 'radar'],
  ['combo', 'combo'],
])('%s charts are of the family %s', (type, name) => expect(family(type)).toBe(name));
