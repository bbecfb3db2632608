import { describe, expect, test } from 'vitest';
import { headerRowCount, isMeasure } from '../../src/documents/header-rows.ts';

describe('rows that head their columns are counted', () => {
  test.each<[string, number, string[][]]>([
    [
      'words over numbers',
      1,
      [
        ['Region', 'Sales'],
        ['North', '5'],
      ],
    ],
    [
      'years over numbers',
      1,
      [
        ['', '2023', '2024'],
        ['Sales', '5', '6'],
      ],
    ],
    [
      'no header',
      0,
      [
        ['North', '5'],
        ['South', '6'],
      ],
    ],
    ['a single row', 0, [['Region', 'Sales']]],
    [
      'words over words',
      1,
      [
        ['Name', 'Role'],
        ['Ada', 'Engineer'],
        ['Bo', 'Chemist'],
      ],
    ],
    [
      'units under names',
      2,
      [
        ['', 'Sales', 'Staff'],
        ['', 'EUR m', 'heads'],
        ['North', '5', '7'],
      ],
    ],
    [
      'names under a span',
      2,
      [
        ['', '2024', '2024'],
        ['Unit', 'Sales', 'Staff'],
        ['North', '5', '7'],
      ],
    ],
    [
      'a section in the body',
      1,
      [
        ['', '2023', '2024'],
        ['Europe', '', ''],
        ['Sales', '5', '6'],
      ],
    ],
  ])('%s: %i', (_, count, rows) => {
    expect(headerRowCount(rows)).toBe(count);
  });
});

describe('a measured number is told from what heads a column', () => {
  test.each([
    '5',
    '1,234.5',
    '(12.3)',
    '-4 %',
    '€ 5.2',
    '$1,234',
    'USD 5',
    '12x',
    '3.5 bn',
    '1 234',
    '~10%',
    '5*',
  ])('%s is one', text => expect(isMeasure(text)).toBe(true));
  test.each([
    '2024',
    'FY 2024',
    'Q1 2024',
    '2023/24',
    '2024E',
    'Sales',
    'Scope 1',
    '',
    'H1 2023',
    '12 months',
  ])('%s is none', text => expect(isMeasure(text)).toBe(false));
});
