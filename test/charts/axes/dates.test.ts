import { expect, test } from 'vitest';
import { parseDates } from '../../../src/charts/axes/dates.ts';
import { scaleOf } from '../../../src/charts/axes/scale.ts';
import { writeDates } from '../../../src/charts/axes/write-dates.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import type { ValueScale } from '../../../src/charts/types.ts';
import { text } from '../drawn.ts';

const day = (time: number | null) => (time === null ? null : new Date(time).toISOString().slice(0, 16));

const ROWS: readonly (readonly [name: string, labels: string, dates: readonly (string | null)[]])[] = [
  ['years', '2005|2006', ['2005-01-01T00:00', '2006-01-01T00:00']],
  [
    'months after a year belong to it',
    '2005|April|October|2006',
    ['2005-01-01T00:00', '2005-04-01T00:00', '2005-10-01T00:00', '2006-01-01T00:00'],
  ],
  [
    'months before the first year belong to the one before',
    'Oct|2006|April',
    ['2005-10-01T00:00', '2006-01-01T00:00', '2006-04-01T00:00'],
  ],
  [
    'months and years',
    "Jan 2020|Feb '21|Mar-22",
    ['2020-01-01T00:00', '2021-02-01T00:00', '2022-03-01T00:00'],
  ],
  ['quarters', 'Q1 2006|2006 Q3|1Q07', ['2006-01-01T00:00', '2006-07-01T00:00', '2007-01-01T00:00']],
  ['days', '2 Mar 2021|2021-03-04|3/5/2021', ['2021-03-02T00:00', '2021-03-04T00:00', '2021-03-05T00:00']],
  ['a day that can be no month', '25/12/2020', ['2020-12-25T00:00']],
  ['hours after days', 'Sat 15|12 PM|Sun 16', ['2000-01-15T00:00', '2000-01-15T12:00', '2000-01-16T00:00']],
  ['words are none', 'Total|Other', [null, null]],
];

test.each(ROWS)('%s', (_, labels, dates) => {
  expect(parseDates(labels.split('|')).map(day)).toEqual(dates);
});

/** A date axis whose ticks print these words, a tenth of a unit a day. */
function axisOf(...words: readonly string[]): ValueScale {
  const ticks = parseDates(words).map((value, i) => ({
    at: (value ?? 0) / 864e6,
    value: value ?? 0,
    label: readLabels([text(words[i]!, [0, 0])])[0]!,
  }));
  return scaleOf('date', ticks, '');
}

const WRITTEN: readonly (readonly [
  name: string,
  axis: ValueScale,
  days: readonly string[],
  as: readonly string[],
])[] = [
  ['years', axisOf('2005', '2010'), ['2006-01-01', '2007-01-01'], ['2006', '2007']],
  ['months', axisOf('2005', '2006'), ['2005-02-01', '2005-03-01'], ['Feb 2005', 'Mar 2005']],
  ['months of no year', axisOf('Jan', 'Jul'), ['2000-02-01', '2000-03-01'], ['Feb', 'Mar']],
  ['quarters', axisOf('2006 Q1', '2006 Q3'), ['2006-04-01', '2006-10-01'], ['2006 Q2', '2006 Q4']],
  ['days', axisOf('2005', '2006'), ['2005-02-03', '2005-03-09'], ['2005-02-03', '2005-03-09']],
];

test.each(WRITTEN)('places on a date axis are written as %s', (_, axis, days, as) => {
  const times = days.map(one => Date.parse(one));
  expect(
    writeDates(
      axis,
      times,
      times.map(() => 1000),
    ),
  ).toEqual(as);
});
