import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/domain/reading.ts';
import { searchable, ungrouped } from '../../src/store/searchable.ts';

describe('a number with its digits together', () => {
  test.each([
    ['177,866', '177866'],
    ['$1,234,567.89 million', '1234567.89'],
    ['12 345', '12345'],
    ["11'020", '11020'],
    ['1.234.567', '1234567'],
    ['1.234,56', '1234.56'],
    ['12\u202f345,6', '12345.6'],
    ['1.234', null],
    ['1,23', null],
    ['2019, 2020', null],
    ['177866', null],
    ['net sales', null],
  ])('%s', (printed, digits) => {
    expect(ungrouped(printed)).toBe(digits);
  });
});

describe('the words a reading is found by', () => {
  const cases: readonly (readonly [says: string, reading: object, words: object | null])[] = [
    ['a heading is a title', { kind: 'text', role: 'heading', text: 'Cash' }, { title: 'Cash' }],
    [
      'a paragraph is body',
      { kind: 'text', role: 'paragraph', text: 'We paid 1,200.' },
      { body: 'We paid 1,200.', numbers: '1200' },
    ],
    ['a footer is not found', { kind: 'text', role: 'footer', text: 'Page 1' }, null],
    [
      'a table has header and row labels apart from cells',
      {
        kind: 'table',
        title: 'Sales',
        columns: ['', '2019'],
        rows: [
          ['Net', '5,000'],
          ['Gross', ''],
        ],
        note: 'in millions',
      },
      { title: 'Sales', labels: '2019\nNet\nGross', body: '5,000\nin millions', numbers: '5000' },
    ],
    [
      'a chart has titles, series and categories as labels',
      {
        kind: 'chart',
        title: 'Sales',
        xTitle: 'Year',
        yTitle: '',
        unit: 'USD',
        table: { columns: ['Year', 'EU'], rows: [['2019', '5']] },
      },
      { title: 'Sales', labels: 'Year\nUSD\nYear\nEU\n2019', body: '5' },
    ],
    ['what failed has its caption', { kind: 'failed', caption: 'Figure 1' }, { title: 'Figure 1' }],
  ];
  test.each(cases)('%s', (_, reading, words) => {
    const empty = { section: 'Part I\nItem 1', title: '', body: '', labels: '', numbers: '' };
    const found = searchable({ ...reading, section: ['Part I', 'Item 1'] } as unknown as Reading);
    expect(found).toEqual(words && { ...empty, ...words });
  });
});
