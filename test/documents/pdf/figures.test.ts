import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/documents/pdf/figures.ts';
import { IDENTITY } from '../../../src/documents/pdf/matrix.ts';
import type { Painted } from '../../../src/documents/pdf/painted.ts';
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

const path = (x0: number, y0: number, x1: number, y1: number, fill: string): Painted => ({
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
});
const curve = (x: number, y: number, w = 80, h = 40) => ({
  x0: x,
  y0: y,
  x1: x + w,
  y1: y + h,
  color: '#c00',
});
const grid = (x: number, y: number) => [
  { x1: x, y1: y, x2: x, y2: y + 90, thickness: 0.5 },
  ...[0, 1, 2, 3].map(i => ({ x1: x, y1: y + i * 30, x2: x + 200, y2: y + i * 30, thickness: 0.5 })),
];
const ticks = (x: number, y: number) =>
  ['30', '20', '10', '0'].flatMap((text, i) => line(text, x, y + i * 30, { size: 8 }));
const rows = (x: number, widths: readonly number[]) =>
  widths.map((w, i) => ({ x, y: 300 + i * 30, w, h: 14, color: '#963' }));
const names = (x: number) =>
  ['Total', 'Men', 'Women', 'Young'].flatMap((text, i) => line(text, x, 311 + i * 30, { size: 8 }));

/** How many figures there are, and the box of the first in whole points. */
const GROUPS: readonly [
  name: string,
  parts: Partial<Sheet>,
  words: readonly Word[],
  count: number,
  first?: readonly number[],
][] = [
  [
    'dots between gridlines are one with them',
    { rules: grid(100, 200), shapes: [curve(150, 213, 4, 4), curve(250, 243, 4, 4)] },
    ticks(80, 203),
    1,
    [80, 196, 300, 294],
  ],
  [
    'curves that share their paper are one figure',
    {
      painted: [path(100, 200, 300, 320, '#ffffff')],
      shapes: [curve(110, 210, 85), curve(210, 270, 85)],
      rules: [{ x1: 110, y1: 315, x2: 290, y2: 315, thickness: 1 }],
    },
    line('2020', 190, 312, { size: 8 }),
    1,
    [100, 200, 300, 320],
  ],
  [
    'charts on two papers are two',
    {
      painted: [path(50, 200, 250, 320, '#ffffff'), path(270, 200, 470, 320, '#ffffff')],
      shapes: [50, 270].flatMap(x => [curve(x + 10, 210, 85), curve(x + 105, 270, 85)]),
    },
    [...line('Sales', 60, 230), ...line('Costs', 280, 230)],
    2,
  ],
  [
    'a legend beside a chart belongs to it',
    {
      fills: [...BARS, { x: 280, y: 340, w: 8, h: 8, color: '#336699' }],
      painted: [path(100, 320, 120, 400, '#336699'), path(280, 340, 288, 348, '#336699')],
    },
    line('Sales', 292, 348, { size: 8 }),
    1,
    [100, 280, 312, 400],
  ],
  [
    'a bullet in another colour does not',
    {
      fills: [...BARS, { x: 280, y: 340, w: 8, h: 8, color: '#ff0000' }],
      painted: [path(100, 320, 120, 400, '#336699'), path(280, 340, 288, 348, '#ff0000')],
    },
    line('Sales', 292, 348, { size: 8 }),
    1,
    [100, 280, 240, 400],
  ],
  [
    'panels that only the first has names for are one',
    { fills: [...rows(150, [80, 60, 90, 40]), ...rows(260, [50, 70, 30, 60])] },
    names(120),
    1,
    [120, 300, 330, 404],
  ],
  [
    'panels with names of their own are two',
    { fills: [...rows(150, [80, 60, 90, 40]), ...rows(300, [50, 70, 30, 60])] },
    [...names(120), ...names(270)],
    2,
  ],
  [
    'an ornament that two edges of the page cut off is none',
    { shapes: [curve(450, -60, 200, 200), curve(480, -30, 150, 150)] },
    line('Annual report', 470, 50),
    0,
  ],
  [
    'signs in a text are none',
    {
      shapes: Array.from({ length: 9 }, (_, i) =>
        curve(100 + (i % 3) * 40, 300 + Math.floor(i / 3) * 9, 10, 8),
      ),
    },
    line('Goal', 145, 306),
    0,
  ],
];

describe('findFigures', () => {
  it.each(GROUPS)('%s', (_, parts, words, count, first) => {
    const found = find(parts, words);
    expect(found).toHaveLength(count);
    if (!first) return;
    const { x0, y0, x1, y1 } = found[0]!;
    expect([x0, y0, x1, y1].map(edge => Math.abs(edge))).toEqual(
      first.map(edge => expect.closeTo(edge, -0.7)),
    );
  });

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
