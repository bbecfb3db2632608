import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/documents/pdf/figures.ts';
import { toSegments } from '../../../src/documents/pdf/segments.ts';
import type { Sheet } from '../../../src/documents/pdf/sheet.ts';
import type { Word } from '../../../src/documents/pdf/words.ts';
import { column, line, sheet } from './typeset.ts';

const bar = (x: number, height: number, color = '#336699') => ({
  x,
  y: 400 - height,
  w: 20,
  h: height,
  color,
});
const BARS = [bar(100, 80), bar(140, 120), bar(180, 60), bar(220, 100)];
const ZEBRA = [0, 1, 2, 3].flatMap(row =>
  [0, 1, 2].map(i => ({ x: 50 + i * 150, y: 300 + row * 30, w: 150, h: 15, color: '#cceeff' })),
);
const PROSE = column(
  Array.from({ length: 8 }, () => 'this is a line of prose that fills the box from left to right'),
  55,
  310,
);

function find(parts: Partial<Sheet>, words: readonly Word[] = []) {
  const segments = toSegments(words);
  return findFigures({ sheet: sheet(parts), segments, taken: [], body: 10 });
}

const CASES: readonly [
  name: string,
  parts: Partial<Sheet>,
  words: readonly Word[],
  drawings: readonly string[],
][] = [
  ['bars of several heights are a chart', { fills: BARS }, [], ['vector']],
  ['zebra bands are none', { fills: ZEBRA }, [], []],
  [
    'curves are a drawing',
    { shapes: [0, 1].map(i => ({ x0: 100, y0: 200 + i * 40, x1: 300, y1: 260 + i * 40, color: '#f00' })) },
    [],
    ['vector'],
  ],
  ['rules alone are none', { rules: [{ x1: 50, y1: 300, x2: 500, y2: 300, thickness: 1 }] }, [], []],
  ['a large picture', { images: [{ x0: 50, y0: 50, x1: 300, y1: 250 }] }, [], ['raster']],
  [
    'strips of one picture are one',
    { images: [0, 1, 2].map(i => ({ x0: 50, y0: 50 + i * 40, x1: 300, y1: 90 + i * 40 })) },
    [],
    ['raster'],
  ],
  ['an icon is none', { images: [{ x0: 50, y0: 50, x1: 80, y1: 80 }] }, [], []],
  ['a page without text that is a picture', { images: [{ x0: 0, y0: 0, x1: 600, y1: 800 }] }, [], ['raster']],
  ['a background under text is none', { images: [{ x0: 0, y0: 0, x1: 600, y1: 800 }] }, PROSE, []],
  ['a shaded box of prose is none', { fills: [{ x: 50, y: 295, w: 320, h: 110, color: '#eee' }] }, PROSE, []],
];

describe('findFigures', () => {
  it.each(CASES)('%s', (_, parts, words, drawings) => {
    expect(find(parts, words).map(figure => figure.drawing)).toEqual(drawings);
  });

  it('takes in ticks and categories, and leaves captions and prose', () => {
    const labels = [...line('120', 80, 300, { size: 8 }), ...line('2023', 138, 410, { size: 8 })];
    const prose = [
      ...line('Figure 1: Sales by year', 100, 430),
      ...PROSE.map(w => ({ ...w, y0: w.y0 + 200, y1: w.y1 + 200, baseline: w.baseline + 200 })),
    ];
    const [chart] = find({ fills: BARS }, [...labels, ...prose]);
    expect(chart?.labels.map(label => label.words[0]?.text)).toEqual(['120', '2023']);
    expect(chart?.x0).toBe(80);
  });
});
