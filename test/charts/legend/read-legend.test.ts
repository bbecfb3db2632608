import { expect, test } from 'vitest';
import { readLegend } from '../../../src/charts/legend/read-legend.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import type { PathMark, TextMark } from '../../../src/domain/mark.ts';
import { arc, box, path, stroke, text } from '../drawn.ts';

const PLOT = { x0: 50, y0: 50, x1: 350, y1: 250 };
const [RED, GREEN, BLUE] = ['#aa3322', '#22aa33', '#3322aa'];
const BARS = [RED, GREEN, BLUE].map((ink, i) => box([80 + 60 * i, 100, 120 + 60 * i, 250], ink));

const right = (words: string, x: number, y: number) => text(words, [x + 2.8 * words.length, y]);
const swatch = (x: number, y: number, ink: string) => box([x, y - 4, x + 8, y + 4], ink);
const dot = (x: number, y: number, ink: string) => path(arc([x, y], 3, 0, 360), { fill: ink, curved: true });
const pen = (x: number, y: number, ink: string, dashed = false) =>
  stroke([x, y, x + 20, y], { stroke: ink, dashed, strokeWidth: 2 });

interface Row {
  readonly name: string;
  readonly paths: readonly PathMark[];
  readonly texts: readonly TextMark[];
  readonly entries: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    name: 'swatches in a column beside the plot',
    paths: [...BARS, swatch(370, 100, RED), swatch(370, 115, GREEN), swatch(370, 130, BLUE)],
    texts: [right('Ash', 384, 100), right('Birch', 384, 115), right('Cedar', 384, 130)],
    entries: [`Ash ${RED} swatch`, `Birch ${GREEN} swatch`, `Cedar ${BLUE} swatch`],
  },
  {
    name: 'swatches in a row under the plot',
    paths: [...BARS, swatch(100, 290, RED), swatch(160, 290, GREEN)],
    texts: [right('Ash', 112, 290), right('Birch', 172, 290)],
    entries: [`Ash ${RED} swatch`, `Birch ${GREEN} swatch`],
  },
  {
    name: 'samples of lines, one of them dashed, inside the plot',
    paths: [
      stroke([60, 200, 150, 90, 300, 140], { stroke: RED, strokeWidth: 2 }),
      stroke([60, 220, 150, 190, 300, 240], { stroke: RED, strokeWidth: 2, dashed: true }),
      pen(270, 60, RED),
      pen(270, 74, RED, true),
    ],
    texts: [right('Ash', 295, 60), right('Birch', 295, 74)],
    entries: [`Ash ${RED} line`, `Birch ${RED} line dashed`],
  },
  {
    name: 'a marker on a sample is part of it',
    paths: [
      stroke([60, 200, 150, 90, 300, 140], { stroke: BLUE, strokeWidth: 2 }),
      pen(370, 60, BLUE),
      dot(380, 60, BLUE),
    ],
    texts: [right('Ash', 395, 60)],
    entries: [`Ash ${BLUE} line`],
  },
  {
    name: 'bars with their values beside them are no legend',
    paths: [box([50, 60, 75, 70], RED), box([50, 80, 62, 90], GREEN), box([50, 100, 68, 110], BLUE)],
    texts: [right('25', 78, 65), right('12', 65, 85), right('18', 71, 105)],
    entries: [],
  },
  {
    name: 'dots with words beside them, here and there in the plot, are no legend',
    paths: [dot(100, 100, RED), dot(170, 180, RED), dot(260, 120, RED)],
    texts: [right('Oslo', 106, 100), right('Rome', 176, 180), right('Bern', 266, 120)],
    entries: [],
  },
  {
    name: 'a palette that comes round is still told by its names',
    paths: [...BARS, ...[RED, GREEN, BLUE, RED].map((ink, i) => swatch(370, 100 + 15 * i, ink))],
    texts: ['Ash', 'Birch', 'Cedar', 'Elm'].map((name, i) => right(name, 384, 100 + 15 * i)),
    entries: [`Ash ${RED} swatch`, `Birch ${GREEN} swatch`, `Cedar ${BLUE} swatch`, `Elm ${RED} swatch`],
  },
];

test.each(ROWS)('$name', ({ paths, texts, entries }) => {
  const legend = readLegend(readShapes(ordered(paths)), readLabels(texts), PLOT);
  const told = legend.entries.map(({ name, color, form, dashed }) =>
    [name, color, form, ...(dashed ? ['dashed'] : [])].join(' '),
  );
  expect(told).toEqual(entries);
});

test('keys and the box around them are no data, the words over them are the title', () => {
  const keys = [swatch(370, 100, RED), swatch(370, 115, GREEN)];
  const frame = box([362, 90, 430, 125], '#eeeeee');
  const shapes = readShapes(ordered([...BARS, frame, ...keys]));
  const texts = [right('Tree', 370, 86), right('Ash', 384, 100), right('Birch', 384, 115)];
  const legend = readLegend(shapes, readLabels(texts), PLOT);
  expect(legend.title).toBe('Tree');
  expect(shapes.filter(shape => legend.used.has(shape)).map(shape => shape.color)).toEqual([
    '#eeeeee',
    RED,
    GREEN,
  ]);
});

function ordered(paths: readonly PathMark[]): PathMark[] {
  return paths.map((one, order) => ({ ...one, order, group: order + 1 }));
}
