import { describe, expect, it } from 'vitest';
import { dotOf } from '../../../src/documents/pdf/dingbats.ts';

const glyph = (text: string) => ({ text, start: 0, end: 7.9 });
const run = (text: string, dx = 1, dy = 0) => ({
  x: 100,
  y: 200,
  dx,
  dy,
  size: 10,
  bold: false,
  italic: false,
  tracking: 0,
  glyphs: [...text].map(glyph),
});

const CASES: readonly [name: string, text: string, font: string, centre?: readonly number[]][] = [
  ['a lone dot is a circle', '●', 'ABCDEF+ZapfDingbats', [103.96, 196.53]],
  ['another sign is none', '■', 'ZapfDingbats'],
  ['dots in a row are text', '●●', 'ZapfDingbats'],
  ['a dot of another font is text', '●', 'Helvetica'],
];

describe('dotOf', () => {
  it.each(CASES)('%s', (_, text, font, centre) => {
    const box = dotOf(run(text), font)?.box;
    expect(box && [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]).toEqual(
      centre?.map(value => expect.closeTo(value, 5)),
    );
  });

  it('turns with its text', () => {
    const { box } = dotOf(run('●', 0, -1), 'ZapfDingbats')!;
    expect((box.x0 + box.x1) / 2).toBeCloseTo(96.53, 5);
    expect((box.y0 + box.y1) / 2).toBeCloseTo(196.04, 5);
    expect(box.x1 - box.x0).toBeCloseTo(7.56, 5);
  });
});
