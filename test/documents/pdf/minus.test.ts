import { describe, expect, it } from 'vitest';
import { IDENTITY } from '../../../src/documents/pdf/matrix.ts';
import { withMinusSigns } from '../../../src/documents/pdf/minus.ts';
import type { Painted } from '../../../src/documents/pdf/painted.ts';
import { line, sheet } from './typeset.ts';

/** A filled bar whose left end and height over the baseline at y 200 are given; words begin at x 100 in 10 points. */
function stroke(x0: number, over: number, { w = 5, h = 0.8, fill = '#000000' } = {}): Painted {
  const [y0, y1, x1] = [200 - over - h / 2, 200 - over + h / 2, x0 + w];
  return {
    kind: 'path',
    data: [0, x0, y0, 1, x1, y0, 1, x1, y1, 1, x0, y1, 4],
    ctm: IDENTITY,
    clip: { box: { x0: 0, y0: 0, x1: 600, y1: 800 }, path: null },
    box: { x0, y0, x1, y1 },
    fill,
    stroke: '',
    lineWidth: 0,
    dashed: false,
    opacity: 1,
  };
}

const CASES: readonly [name: string, text: string, painted: Painted, expected: string][] = [
  ['a minus drawn before a number', '10', stroke(94.4, 3.5), '−10'],
  ['before a fraction', '.5', stroke(94.4, 3.5), '−.5'],
  ['a tick of an axis stands further off', '10', stroke(91, 3.5), '10'],
  ['a rule under it lies lower', '10', stroke(94.4, -1), '10'],
  ['a longer line is no sign', '10', stroke(85, 3.5, { w: 14 }), '10'],
  ['a swatch is thicker', '10', stroke(94.4, 3.5, { h: 4 }), '10'],
  ['another colour is no sign of it', '10', stroke(94.4, 3.5, { fill: '#ff0000' }), '10'],
  ['words have no sign', 'ten', stroke(94.4, 3.5), 'ten'],
];

describe('withMinusSigns', () => {
  it.each(CASES)('%s', (_, text, painted, expected) => {
    const [word] = withMinusSigns(sheet({ words: line(text, 100, 200), painted: [painted] })).words;
    expect(word!.text).toBe(expected);
    expect(word!.x0).toBeCloseTo(expected === text ? 100 : 94.4);
  });

  it('leaves a dash between two numbers alone', () => {
    const words = [...line('2010', 73.5, 200), ...line('2015', 100, 200)];
    const mended = withMinusSigns(sheet({ words, painted: [stroke(94.4, 3.5)] })).words;
    expect(mended.map(word => word.text)).toEqual(['2010', '2015']);
  });
});
