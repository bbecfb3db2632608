import { describe, expect, it } from 'vitest';
import { comparePeriods, parsePeriods, periodKey, periodOf } from '../../../src/lib/quantity/index.ts';

const PERIODS: readonly (readonly [text: string, keys: readonly string[], labels: readonly string[]])[] = [
  ['2017', ['2017'], ['2017']],
  ['FY2017, fiscal 2018, FY’19', ['2017', '2018', '2019'], ['FY2017', 'FY2018', 'FY2019']],
  ['FY 17/18 and 2021/22', ['2018', '2022'], ['FY2017/18', 'FY2021/22']],
  ['Q3 2015, 3Q16, 2019 Q2', ['2015-Q3', '2016-Q3', '2019-Q2'], ['Q3 2015', 'Q3 2016', 'Q2 2019']],
  ['third quarter of fiscal 2019', ['2019-Q3'], ['Q3 FY2019']],
  ['first half of 2019; H2 2020', ['2019-H1', '2020-H2'], ['H1 2019', 'H2 2020']],
  ['year ended December 31, 2017', ['2017'], ['2017']],
  ['Year Ended January 3, 2016', ['2015'], ['2015']],
  ['years ended September 30, 2024', ['2024'], ['year to 30 September 2024']],
  ['Three Months Ended June 30, 2023', ['2023-Q2'], ['three months to 30 June 2023']],
  ['13 weeks ended July 30, 2022', ['2022-Q3'], ['three months to 30 July 2022']],
  [
    'June 30, 2024; 30 June 2024; 2024-06-30; 6/30/2024',
    ['2024-06-30', '2024-06-30', '2024-06-30', '2024-06-30'],
    ['30 June 2024', '30 June 2024', '30 June 2024', '30 June 2024'],
  ],
  ['March 2016, Aug ’17', ['2016-03', '2017-08'], ['March 2016', 'August 2017']],
  ['2019–2023, 2017-18', ['2019..2023', '2017..2018'], ['2019–2023', '2017–2018']],
  ['in 2016 and 2017', ['2016', '2017'], ['2016', '2017']],
  ['between 2009 and 2013', ['2009..2013'], ['2009–2013']],
  ['2,017 items, $2000, 2050 GWh, ISO 14001:2015', [], []],
];

describe('periods in text', () => {
  it.each(PERIODS)('%s', (text, keys, labels) => {
    const spans = parsePeriods(text);
    expect(spans.map(span => periodKey(span.period))).toEqual(keys);
    expect(spans.map(span => span.period.label)).toEqual(labels);
  });

  it('keeps the preposition before a period', () => {
    expect(parsePeriods('up since 2008, to fall by 2030').map(span => span.lead)).toEqual(['since', 'by']);
  });

  it('orders by end, the longer first', () => {
    const texts = ['Q4 2017', '2018', '2017', 'H1 2017', 'December 31, 2017', '2016', 'Q1 2017'];
    const sorted = texts.map(text => periodOf(text)).sort(comparePeriods);
    expect(sorted.map(period => period?.label)).toEqual([
      '2016',
      'Q1 2017',
      'H1 2017',
      '2017',
      'Q4 2017',
      '31 December 2017',
      '2018',
    ]);
  });
});
