import { expect, test } from 'vitest';
import { chartCsv } from '../../../src/outputs/figures/csv.ts';
import { columnChart } from '../sample.ts';

const table = (categories: readonly string[], values: readonly (number | null)[], name = 'A') =>
  chartCsv({ ...columnChart, categories, series: [{ name, values, findings: [] }] });

test.each([
  ['numbers as they are', table(['2023', '2024'], [1310.5, -2]), ',A\r\n2023,1310.5\r\n2024,-2\r\n'],
  ['a gap as an empty field, zero as zero', table(['a', 'b'], [null, 0]), ',A\r\na,\r\nb,0\r\n'],
  ['quotes and commas quoted', table(['a, "b"'], [1]), ',A\r\n"a, ""b""",1\r\n'],
  [
    'no formula',
    table(['=1+1', '@x', '-y', '+z'], [1, 2, 3, 4], '=A1'),
    ",'=A1\r\n'=1+1,1\r\n'@x,2\r\n'-y,3\r\n'+z,4\r\n",
  ],
])('%s', (_, csv, expected) => expect(csv).toBe(expected));
