import { describe, expect, test } from 'vitest';
import { parsePathData } from '../../../src/documents/svg/path-data.ts';

/** Ends of segments, a subpath a line; `Z` where it is closed. */
const endsOf = (d: string) =>
  parsePathData(d).map(({ x, y, segments, closed }) => {
    const ends = [[x, y], ...segments.map(segment => segment.slice(-2))];
    return (
      ends.map(end => end.map(value => Number(value.toFixed(3))).join(',')).join(' ') + (closed ? ' Z' : '')
    );
  });

describe('a path is drawn', () => {
  test.each<[string, string, string[]]>([
    ['with absolute lines', 'M 1,2 L 3,4 H 5 V 6', ['1,2 3,4 5,4 5,6']],
    ['with relative lines', 'm1 2l2 2h2v2', ['1,2 3,4 5,4 5,6']],
    ['with lines after a move', 'M0 0 1 1 2 0 m 1 1 1 1', ['0,0 1,1 2,0', '3,1 4,2']],
    ['with a command for many operands', 'M0,0H1 2 3', ['0,0 1,0 2,0 3,0']],
    ['with numbers that touch', 'M0-1.5.5-2L1e1-3', ['0,-1.5 0.5,-2 10,-3']],
    ['with closed subpaths, and on from their beginning', 'M1,1h2v2z h-1', ['1,1 3,1 3,3 Z', '1,1 0,1']],
    ['with curves', 'M0,0C1,0 2,1 3,1S5,2 6,2', ['0,0 3,1 6,2']],
    ['with quadratic curves', 'M0,0Q1,1 2,0T4,0', ['0,0 2,0 4,0']],
    ['with an arc in quarters', 'M10,0A10,10 0 1 1 -10,0', ['10,0 0,10 -10,0']],
    ['with arc flags that touch', 'M10,0a10,10 0 11-20,0', ['10,0 0,10 -10,0']],
    ['with an arc of no radius as a line', 'M0,0A0,0 0 0 0 4,4', ['0,0 4,4']],
    ['with an arc too small for its ends made larger', 'M0,0A1,1 0 0 1 4,0', ['0,0 2,-2 4,0']],
    ['up to the first mistake', 'M0,0L1,1 2,2 3 L9,9', ['0,0 1,1 2,2']],
    ['not at all without a move', 'L1,1', []],
    ['not at all where it is empty', '', []],
  ])('%s', (_, d, ends) => expect(endsOf(d)).toEqual(ends));

  test('a smooth curve goes on as the last one came', () => {
    const [first, second] = parsePathData('M0,0C0,2 2,4 4,4S8,2 8,0')[0]?.segments ?? [];
    expect([first?.slice(2, 4), second?.slice(0, 2)]).toEqual([
      [2, 4],
      [6, 4],
    ]);
  });

  test('an arc stays on its circle', () => {
    const [arc] = parsePathData('M10,0A10,10 0 0 1 0,10');
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = arc?.segments[0] ?? [];
    const middle = [(10 + 3 * x1 + 3 * x2 + x) / 8, (3 * y1 + 3 * y2 + y) / 8] as const;
    expect(Math.hypot(...middle)).toBeCloseTo(10, 2);
  });
});
