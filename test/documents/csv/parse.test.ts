import { describe, expect, test } from 'vitest';
import { parseDelimited } from '../../../src/documents/csv/parse.ts';

describe('delimited text is cut into cells', () => {
  test.each<[string, string, string[][]]>([
    [
      'by commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'by semicolons, commas being decimal',
      'a;b\n1,5;2,5',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'by tabs',
      'a\tb\r\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'by bars',
      'a|b\n1|2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'as it says itself',
      'sep=;\na;b,c\n1;2',
      [
        ['a', 'b,c'],
        ['1', '2'],
      ],
    ],
    [
      'with quotes',
      'a,"b, ""c"""\n1,"two\nlines"',
      [
        ['a', 'b, "c"'],
        ['1', 'two lines'],
      ],
    ],
    ['with a quote that never ends', 'a,"b\nc', [['a', 'b c']]],
    [
      'with empty cells and blank lines',
      'a,,c\n\n,2,\n',
      [
        ['a', '', 'c'],
        ['', '2', ''],
      ],
    ],
    ['in one column', 'a\nb\n', [['a'], ['b']]],
  ])('%s', (_, text, rows) => {
    expect(parseDelimited(text).rows).toEqual(rows);
  });

  test('up to a limit, with a warning', () => {
    const { rows, warnings } = parseDelimited('a,b\n'.repeat(100_001));
    expect([rows.length, warnings.length]).toEqual([100_000, 1]);
  });
});
