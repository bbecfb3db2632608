import { describe, expect, it } from 'vitest';
import { middleColor } from '../../../src/documents/pdf/pattern.ts';

const gradient = (...stops: readonly (readonly [number, string])[]) => ['RadialAxial', 'axial', null, stops];

const CASES: readonly [name: string, pattern: readonly unknown[], description: unknown, color: string][] = [
  ['of two colours the mean', ['Shading', 'p1'], gradient([0, '#000000'], [1, '#ff8040']), '#804020'],
  [
    'of several stops what lies in the middle',
    ['Shading', 'p1'],
    gradient([0, '#ff0000'], [0.25, '#000000'], [0.75, '#204060'], [1, '#00ff00']),
    '#102030',
  ],
  [
    'ends without colour do not count',
    ['Shading', 'p1'],
    gradient([0, 'transparent'], [0.001, '#336699'], [0.999, '#336699'], [1, 'transparent']),
    '#336699',
  ],
  ['of a mesh it is unknown', ['Shading', 'p1'], ['Mesh', 4], '#808080'],
  ['of a gradient that is missing it is unknown', ['Shading', 'p1'], null, '#808080'],
  ['tiles without colours have the one they are drawn in', ['TilingPattern', '#aa0000', {}], null, '#aa0000'],
  [
    'of tiles the colour that is not their back',
    ['TilingPattern', null, { argsArray: [['#ffffff'], [[1, 2]], ['#00aa00'], ['#ffffff']] }],
    null,
    '#00aa00',
  ],
  ['of anything else it is unknown', [0.2, 0.3], null, '#808080'],
];

describe('middleColor', () => {
  it.each(CASES)('%s', (_, pattern, description, color) => {
    expect(middleColor(pattern, () => description)).toBe(color);
  });
});
