import { describe, expect, test } from 'vitest';
import { WHOLE_PAGE } from '../../src/domain/box.ts';
import type { Page, Region } from '../../src/domain/region.ts';
import type { SeenBlock, SeenLine, Sight } from '../../src/domain/vision.ts';
import { readPage } from '../../src/perception/read-page.ts';
import { needsSight, seenPage } from '../../src/perception/see-page.ts';

const page = (...regions: Region[]): Page => ({ page: 1, width: 600, height: 800, regions });
const picture: Region = { kind: 'figure', drawing: 'raster', box: WHOLE_PAGE, caption: '' };
const words = (text: string): Region => ({
  kind: 'text',
  role: 'paragraph',
  box: [0.1, 0.9, 0.2, 0.02],
  text,
  lines: [],
});
const line = (text: string, y = 0.1, confidence = 0.9): SeenLine => ({
  text,
  confidences: [...text].map(() => confidence),
  centres: [...text].map((_, i) => (i + 0.5) / text.length),
  box: [0.1, y, 0.8, 0.02],
});
const paragraph = (...lines: SeenLine[]): SeenBlock => ({
  kind: 'text',
  role: 'paragraph',
  box: [0.1, 0.1, 0.8, 0.1],
  lines,
});
const sight = (...blocks: SeenBlock[]): Sight => ({ turn: 0, skew: 0, blocks });
const long = 'words of a scanned page '.repeat(15).trim();

describe('needsSight', () => {
  const cases: readonly { name: string; page: Page; needed: boolean }[] = [
    { name: 'a picture of a page', page: page(picture), needed: true },
    { name: 'a picture with a page number', page: page(picture, words('12')), needed: true },
    { name: 'a picture behind a page of text', page: page(picture, words(long)), needed: false },
    {
      name: 'a picture on a bare slide',
      page: page({ ...picture, box: [0.3, 0.3, 0.4, 0.4] }),
      needed: true,
    },
    { name: 'a logo', page: page({ ...picture, box: [0, 0, 0.3, 0.3] }), needed: false },
    {
      name: 'a text layer of private-use characters',
      page: page(words('\ue001\ue002\ue003 \ue004')),
      needed: true,
    },
    { name: 'an empty page', page: page(), needed: false },
  ];
  test.each(cases)('$name: $needed', ({ page: one, needed }) => {
    expect(needsSight(one)).toBe(needed);
  });
});

describe('seenPage', () => {
  test('a scanned page becomes text read by Lens, with a box for each line', () => {
    const { readings } = readPage(
      'sha',
      seenPage(page(picture), sight(paragraph(line(long), line('and more', 0.13)))),
    );
    expect(readings).toMatchObject([
      { kind: 'text', route: 'lens', text: `${long} and more`, confidence: 0.9 },
    ]);
    expect(readings[0]?.kind === 'text' && readings[0].lines.map(({ at }) => at)).toEqual([
      0,
      long.length + 1,
    ]);
  });

  test('a word broken at the end of a line is made whole', () => {
    const seen = seenPage(page(picture), sight(paragraph(line('Emis-'), line('sions', 0.13))));
    expect(seen.regions[0]).toMatchObject({ text: 'Emissions', lines: [{ at: 0 }, { at: 4 }] });
  });

  test('a picture with a few words stays a picture that was not read', () => {
    const { regions } = seenPage(page(picture), sight(paragraph(line('Stop'))));
    expect(regions.map(region => region.kind)).toEqual(['text', 'figure']);
  });

  test('a picture without words stays as it is', () => {
    expect(seenPage(page(picture), sight())).toEqual(page(picture));
  });

  test('what was seen takes the place of a garbled text layer', () => {
    const { regions } = seenPage(page(words('\ue001\ue002\ue003\ue004')), sight(paragraph(line('Revenue'))));
    expect(regions).toMatchObject([{ text: 'Revenue' }]);
  });

  test('cells in rows become a table; its first row names the columns', () => {
    const rows = [
      [null, line('2017'), line('2018')],
      [line('Sales'), line('10.5'), line('11.2')],
      [line('Costs'), line('7.1'), null],
    ];
    const table: SeenBlock = { kind: 'table', box: [0.1, 0.1, 0.8, 0.2], rows };
    const { readings } = readPage('sha', seenPage(page(picture), sight(paragraph(line(long)), table)));
    expect(readings[1]).toMatchObject({
      kind: 'table',
      route: 'lens',
      columns: ['', '2017', '2018'],
      rows: [
        ['Sales', '10.5', '11.2'],
        ['Costs', '7.1', ''],
      ],
    });
  });
});
