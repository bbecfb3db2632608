import { describe, expect, test } from 'vitest';
import type { ChartPoint, ChartReading, Reading } from '../../src/domain/reading.ts';
import { seriesOf } from '../../src/synthesis/series.ts';
import {
  chart,
  extract,
  lines,
  page,
  question,
  REVENUE,
  reconciled,
  source,
  stateOf,
  table,
  text,
} from './pages.ts';

const ASKED = question([REVENUE]);
const BOX = [0.3, 0.4, 0.02, 0.1] as const;

function point(x: string, y: number, more: Partial<ChartPoint> = {}): ChartPoint {
  return { series: 'Net sales', x, y, verified: true, how: 'geometry', box: BOX, ...more };
}

const drawn = (points: readonly ChartPoint[], more: Partial<ChartReading> = {}) =>
  extract(ASKED, page(chart(points, { unit: 'USD million', route: 'vector', confidence: 0.9, ...more })));

describe('points of a chart are findings', () => {
  test('one that its label prints is exact, and its evidence is the mark itself', () => {
    const [finding] = drawn([point('2016', 4200, { how: 'label', tolerance: 0.5 })]);
    expect(lines([finding!])).toEqual(['Revenue 2016 4200000000 USD']);
    expect(finding?.evidence[0]).toMatchObject({
      box: BOX,
      route: 'vector',
      quote: '2016 | Net sales: 4200',
    });
    expect(finding?.value?.how).toBe('point');
  });

  test.each<[name: string, found: readonly ChartPoint[], more: Partial<ChartReading>, said: string]>([
    [
      'a measured one is about so much',
      [point('2016', 4203.4, { tolerance: 3 })],
      {},
      'Acme’s revenue was about $4.2 billion in 2016.',
    ],
    [
      'the title names the metric where series do not',
      [point('2016', 4200, { series: '', how: 'label' })],
      { title: 'Net sales by year', table: { columns: ['', ''], rows: [['2016', '4200']] } },
      'Acme’s revenue was $4.2 billion in 2016.',
    ],
    [
      'so does the title of its axis',
      [point('2016', 4200, { series: '', how: 'label' })],
      { yTitle: 'Net sales', table: { columns: ['', 'Net sales'], rows: [['2016', '4200']] } },
      'Acme’s revenue was $4.2 billion in 2016.',
    ],
  ])('%s', (_, found, more, said) => {
    expect(drawn(found, more).map(({ claim }) => claim)).toEqual([said]);
  });

  test('one that nothing vouches for is kept, hardly trusted and never told', () => {
    const [sure, unsure] = [point('2016', 4200), point('2017', 5100, { verified: false })].map(
      one => drawn([one])[0]!,
    );
    expect(unsure?.value?.qualifiers).toEqual(['about', 'unverified']);
    expect(unsure?.confidence).toBeLessThan(0.6);
    expect(seriesOf(ASKED, [sure!, unsure!]).flatMap(({ findings }) => findings.map(({ id }) => id))).toEqual(
      [sure?.id],
    );
  });
});

describe('a chart beside the text and the tables', () => {
  const statement = table(['', '2016'], [['Net sales', '4,207']], { id: 'r-t', note: '(USD in millions)' });
  const settled = (readings: readonly Reading[]) => {
    const from = source('report');
    return Object.values(reconciled(stateOf([from], extract(ASKED, page(...readings), from))).findings);
  };

  test('that agrees within its tolerance bears the exact value out', () => {
    const shown = chart([point('2016', 4212, { tolerance: 8 })], { unit: 'USD million', route: 'vector' });
    const findings = settled([statement, shown]);
    expect(lines(findings)).toEqual(['Revenue 2016 4207000000 USD']);
    expect(findings[0]?.evidence.map(({ route }) => route)).toEqual(['text-layer', 'vector']);
  });

  test('that disagrees is kept, with the better founded value standing', () => {
    const shown = chart([point('2016', 4900, { tolerance: 8 })], { unit: 'USD million', route: 'vector' });
    const findings = settled([statement, shown, text('Revenue was $4,207 million in 2016.')]);
    expect(findings.filter(({ value }) => value).map(({ value, status }) => [value?.amount, status])).toEqual(
      [
        [4207, 'supported'],
        [4900, 'retracted'],
      ],
    );
  });
});

describe('a survey’s chart, whose caption is a sentence', () => {
  const INTERNET = {
    id: 'internet-use',
    name: 'Internet use',
    phrases: ['go online', 'internet use'],
    not: [],
    dimensions: ['percent'],
  } as const;
  const points = [
    { series: '65+', x: '2000', y: 14, verified: true, how: 'label' },
    { series: '65+', x: '2013', y: 59, verified: true, how: 'label' },
  ] as const;
  const read = (text_: string, more: Partial<ChartReading>) =>
    extract(
      question([INTERNET], { text: text_ }),
      page(chart(points, more)),
      source('survey', { entity: '' }),
    );

  test('is of what it names, in per cent, among the group that its series is', () => {
    const found = read('How many seniors go online?', {
      title: 'Going online. % of adults who go online, 2000-2013',
    });
    expect(lines(found)).toEqual(['Internet use [65+] 2000 14 %', 'Internet use [65+] 2013 59 %']);
  });

  test('the group that was asked about bears more on its question than another', () => {
    const title = '% of adults who go online';
    const [seniors] = read('How many seniors go online?', { title });
    const [others] = read('How many people go online?', { title });
    expect(seniors?.relevance).toBeGreaterThan(others?.relevance ?? 1);
  });

  test('is of nothing where its series are answers, not groups', () => {
    const answers = points.map(one => ({ ...one, series: 'Somewhat often' }));
    const shown = chart(answers, { title: '% of adults who go online' });
    expect(extract(question([INTERNET]), page(shown), source('survey', { entity: '' }))).toEqual([]);
  });
});
