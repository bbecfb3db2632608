import { describe, expect, test } from 'vitest';
import type { Page, Region, TextRegion } from '../../src/domain/region.ts';
import { readDocument } from '../../src/perception/index.ts';

const BOX = [0.1, 0.1, 0.5, 0.05] as const;

describe('reading a document', () => {
  test('a heading stays in force over page ends until one of its level replaces it', () => {
    const pages = read(
      page(1, heading(1, 'Results'), heading(2, 'Revenue'), text('Up.')),
      page(2, text('Still up.'), heading(2, 'Costs'), text('Down.')),
    );
    expect(pages.flatMap(p => p.readings).map(r => r.section.join(' > '))).toEqual([
      'Results',
      'Results > Revenue',
      'Results > Revenue',
      'Results > Revenue',
      'Results > Costs',
      'Results > Costs',
    ]);
  });

  test('the same region has the same id, another page another', () => {
    const [first, second] = read(page(1, text('Up.')), page(2, text('Up.')));
    const [again] = read(page(1, text('Up.')));
    expect(first?.readings[0]?.id).toBe(again?.readings[0]?.id);
    expect(first?.readings[0]?.id).not.toBe(second?.readings[0]?.id);
  });

  test.each<[string, Region, object]>([
    [
      'native chart data is taken as it stands',
      chart(),
      {
        kind: 'chart',
        route: 'native',
        confidence: 1,
        points: [
          { series: 'A', x: '2020', y: 1, verified: true, how: 'native' },
          { series: 'A', x: '2021', y: null, verified: true, how: 'native' },
        ],
      },
    ],
    [
      'a picture waits for eyes',
      { kind: 'figure', box: BOX, drawing: 'raster', caption: 'Figure 1' },
      { kind: 'failed', code: 'needs_lens', region: 'picture', caption: 'Figure 1' },
    ],
    [
      'a table of the text layer keeps its doubt',
      table(0.8),
      { kind: 'table', route: 'text-layer', confidence: 0.8 },
    ],
    [
      'a table that its format states is certain',
      table(1),
      { kind: 'table', route: 'native', confidence: 1 },
    ],
    ['a garbled text layer lowers confidence', text('\ue001\ue002 ok'), { kind: 'text', confidence: 0.49 }],
  ])('%s', (_, region, expected) => {
    expect(read(page(1, region))[0]?.readings[0]).toMatchObject(expected);
  });

  test('a page that failed says so and keeps what could be read', () => {
    const failure = { code: 'damaged', message: 'The page is damaged.' };
    const [read1] = readDocument('00', [{ ...page(1, text('Part.')), failure }]);
    expect(read1?.readings.map(r => r.kind)).toEqual(['text', 'failed']);
  });
});

function read(...pages: readonly Page[]) {
  return readDocument('00', pages);
}

function page(number: number, ...regions: readonly Region[]): Page {
  return { page: number, width: 600, height: 800, regions };
}

function text(words: string): TextRegion {
  return { kind: 'text', role: 'paragraph', text: words, box: BOX, lines: [{ at: 0, box: BOX }] };
}

function heading(level: number, words: string): TextRegion {
  return { ...text(words), role: 'heading', level };
}

function table(confidence: number): Region {
  return {
    kind: 'table',
    box: BOX,
    title: 'T',
    note: '',
    columns: ['', '2020'],
    rows: [['A', '1']],
    boxes: [[null, null]],
    confidence,
  };
}

function chart(): Region {
  return {
    kind: 'chart',
    box: BOX,
    chart: 'column',
    title: '',
    xTitle: '',
    yTitle: '',
    unit: '',
    categories: ['2020', '2021'],
    series: [{ name: 'A', values: [1, null] }],
  };
}
