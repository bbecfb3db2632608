import { describe, expect, test } from 'vitest';
import type { Marks, PathMark, TextMark } from '../../src/domain/mark.ts';
import type { FigureRegion, Page } from '../../src/domain/region.ts';
import { picturesToSee, seenChart } from '../../src/perception/index.ts';

const PLAIN = {
  closed: true,
  curved: false,
  fill: '',
  stroke: '',
  strokeWidth: 0,
  dashed: false,
  opacity: 1,
  order: 0,
  group: 0,
  confidence: 0.9,
};

function text(words: string, x: number, y: number): TextMark {
  const half = 3 * words.length;
  return {
    text: words,
    x0: x - half,
    x1: x + half,
    y0: y - 5,
    y1: y + 5,
    angle: 0,
    size: 10,
    bold: false,
    color: '#222222',
    confidence: 0.9,
  };
}

function bar(x0: number, y0: number): PathMark {
  const [x1, y1] = [x0 + 30, 200];
  const nodes = [x0, y0, x1, y0, x1, y1, x0, y1];
  return { ...PLAIN, x0, y0, x1, y1, nodes, outline: nodes, fill: '#4c78a8' };
}

function rule(x0: number, y0: number, x1: number, y1: number): PathMark {
  return {
    ...PLAIN,
    x0,
    y0,
    x1,
    y1,
    nodes: [x0, y0, x1, y1],
    outline: [x0, y0, x1, y1],
    closed: false,
    stroke: '#888888',
    strokeWidth: 1,
  };
}

/** Three columns of 10, 20 and 30 on a picture of 300 by 240. */
const COLUMNS: Marks = {
  width: 300,
  height: 240,
  turn: 0,
  frame: { x0: 0, y0: 0, x1: 300, y1: 240 },
  blur: 0.5,
  texts: [
    ...[0, 10, 20, 30].map((value, i) => text(String(value), 30, 200 - 50 * i)),
    ...['North', 'South', 'West'].map((name, i) => text(name, 85 + 70 * i, 215)),
  ],
  paths: [
    bar(70, 150),
    bar(140, 100),
    bar(210, 50),
    ...[0, 1, 2, 3].map(i => rule(50, 200 - 50 * i, 270, 200 - 50 * i)),
    rule(50, 50, 50, 200),
  ],
  images: [],
};

const picture = (box: FigureRegion['box'], more: Partial<FigureRegion> = {}): FigureRegion => ({
  kind: 'figure',
  drawing: 'raster',
  caption: '',
  box,
  ...more,
});

describe('charts seen in pictures', () => {
  test('a chart’s marks are placed on the page that its picture lies on', () => {
    const { marks } = seenChart(picture([0.5, 0.25, 0.5, 0.5]), COLUMNS)!;
    expect([marks!.width, marks!.height]).toEqual([600, 480]);
    expect(marks!.frame).toEqual({ x0: 300, y0: 120, x1: 600, y1: 360 });
    expect(marks!.paths[0]!.nodes.slice(0, 2)).toEqual([370, 270]);
    expect(marks!.texts[0]!.x0).toBe(COLUMNS.texts[0]!.x0 + 300);
  });

  test('what makes no chart is left as it was', () => {
    expect(seenChart(picture([0, 0, 1, 1]), { ...COLUMNS, texts: [], paths: [] })).toBeNull();
  });

  test.each([
    ['a picture', picture([0.1, 0.1, 0.5, 0.3]), true],
    ['a logo', picture([0.1, 0.1, 0.08, 0.08]), false],
    ['a drawing', picture([0.1, 0.1, 0.5, 0.3], { drawing: 'vector' }), false],
    ['a picture that was looked at', picture([0.1, 0.1, 0.5, 0.3], { marks: COLUMNS }), false],
  ])('%s is looked at: %#', (_, region, isSeen) => {
    const page: Page = { page: 1, width: 600, height: 800, regions: [region] };
    expect(picturesToSee(page)).toEqual(isSeen ? [region] : []);
  });
});
