import { describe, expect, test } from 'vitest';
import { mixColors, parseColor } from '../../../src/documents/svg/color.ts';

describe('a colour is understood', () => {
  test.each<[string, string, [string, number] | null]>([
    ['by name', 'SteelBlue', ['#4682b4', 1]],
    ['in six digits', '#4C78A8', ['#4c78a8', 1]],
    ['in three', '#f80', ['#ff8800', 1]],
    ['with opacity in digits', '#ff000080', ['#ff0000', 128 / 255]],
    ['as rgb', 'rgb(31, 119, 180)', ['#1f77b4', 1]],
    ['as rgb in shares', 'rgb(100%, 0%, 20%)', ['#ff0033', 1]],
    ['as rgba', 'rgba(0,0,0,.25)', ['#000000', 0.25]],
    ['as rgb of today', 'rgb(0 0 0 / 50%)', ['#000000', 0.5]],
    ['as hsl', 'hsl(120, 100%, 25%)', ['#008000', 1]],
    ['not, where there is none', 'none', null],
    ['not, where it is clear', 'transparent', null],
    ['not, where nobody can', 'url(#a)', null],
  ])('%s', (_, text, expected) => {
    const color = parseColor(text);
    expect(color && [color.hex, color.alpha]).toEqual(expected);
  });

  test('two mix in the middle', () => {
    expect(mixColors({ hex: '#000000', alpha: 0 }, { hex: '#ffffff', alpha: 1 }, 0.5)).toEqual({
      hex: '#808080',
      alpha: 0.5,
    });
  });
});
