import { describe, expect, it } from 'vitest';
import { isPeriod, isUnitNote, isValue } from '../../../../src/documents/pdf/tables/numbers.ts';

describe('isValue', () => {
  it.each([
    '1,234',
    '(1,234)',
    '$(1,234)',
    '$ 12.5',
    '12.3%',
    '(4.9)%',
    '–60%',
    '−0.4',
    '< 0.1',
    '+14',
    '1990-96',
    '0.4pp',
    '$—',
    '—',
    '-',
    '..',
    'n/a',
    'N/A',
    '25-30',
    '2.9 percentage points',
    '4.6 ppt',
    '+/- 3.3% points',
    '66.4% (0.8%)',
    '5.39E-05',
    '1 234 567',
    '12 million tonnes',
    '57**',
    '€1.2bn',
  ])('%s is one', text => {
    expect(isValue(text)).toBe(true);
  });

  it.each([
    'Total',
    'Scope 1',
    'Note 12',
    'AIM',
    '95% confidence level',
    'Level 3',
    '10-K',
    'GRI 302-1',
    'Item 6.',
    '',
  ])('%s is none', text => {
    expect(isValue(text)).toBe(false);
  });
});

describe('isPeriod', () => {
  it.each([
    '2016',
    'FY 2024',
    'FY2024',
    'Q1 2015',
    'December 31, 2017',
    'Jan 26, 2025',
    'September 30',
    '4Q09',
    '31 December 2019',
  ])('%s is one', text => {
    expect(isPeriod(text)).toBe(true);
  });

  it.each(['1,996', '12', 'Total', 'Year', '2016 sales'])('%s is none', text => {
    expect(isPeriod(text)).toBe(false);
  });
});

describe('isUnitNote', () => {
  it.each([
    '(in thousands)',
    '(in millions, except per share data)',
    'In millions of euros',
    '(Unaudited)',
    '(%)',
  ])('%s is one', text => {
    expect(isUnitNote(text)).toBe(true);
  });

  it.each(['(continued)', 'Indicator', '(Note 7)'])('%s is none', text => {
    expect(isUnitNote(text)).toBe(false);
  });
});
