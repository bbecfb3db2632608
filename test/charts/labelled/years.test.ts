import { describe, expect, test } from 'vitest';
import { yearsUnder } from '../../../src/charts/labelled/years.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import { text } from '../drawn.ts';

const labels = (...printed: readonly (readonly [string, number])[]) =>
  readLabels(printed.map(([words, x]) => text(words, [x, 300])));
const every = (step: number, count: number, from = 100) =>
  Array.from({ length: count }, (_, i) => from + step * i);

describe('the years under lines', () => {
  const cases: readonly {
    name: string;
    labels: ReturnType<typeof labels>;
    lines: readonly (readonly number[])[];
    years: readonly string[] | null;
  }[] = [
    {
      name: 'are counted between two that are printed',
      labels: labels(['1993', 100], ['2000', 240]),
      lines: [every(20, 8)],
      years: ['1993', '1994', '1995', '1996', '1997', '1998', '1999', '2000'],
    },
    {
      name: 'may be printed short, and lines begin a little off them',
      labels: labels(['1998', 100], ["'00", 140], ["'04", 220]),
      lines: [every(20, 7, 102), every(19.6, 7, 101)],
      years: ['1998', '1999', '2000', '2001', '2002', '2003', '2004'],
    },
    {
      name: 'are those that have a node',
      labels: labels(['2000', 100], ['2010', 300]),
      lines: [[100, 120, 180, 220, 260, 300]],
      years: ['2000', '2001', '2004', '2006', '2008', '2010'],
    },
    {
      name: 'aren’t known where nodes stand between them',
      labels: labels(['2000', 100], ['2010', 300]),
      lines: [every(10, 21)],
      years: null,
    },
    {
      name: 'nor where there are few nodes',
      labels: labels(['2000', 100], ['2010', 300]),
      lines: [[100, 180, 300]],
      years: null,
    },
    {
      name: 'nor where what is printed goes backwards',
      labels: labels(['2010', 100], ['2000', 300]),
      lines: [every(20, 11)],
      years: null,
    },
  ];
  test.each(cases)('$name', ({ labels: printed, lines, years }) => {
    expect(yearsUnder(printed, lines)?.categories.map(({ name }) => name) ?? null).toEqual(years);
  });
});
