import { describe, expect, test } from 'vitest';
import { crispSlack } from '../../../src/charts/axes/crisp.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import { stroke, text } from '../drawn.ts';

const [label] = readLabels([text('0', [90, 100])]);
const axis = (places: readonly number[], strokeWidth: number) => ({
  ticks: places.map((at, i) => ({ at, value: 10 * i, label: label! })),
  shapes: readShapes(places.map(at => stroke([95, at, 100, at], { strokeWidth }))),
});

describe('the slack of an axis whose lines', () => {
  const cases: readonly [name: string, places: readonly number[], width: number, slack: number][] = [
    [
      'lie on a raster of their width that begins anywhere is half of it',
      [300.2, 255.95, 211.7, 168.2],
      0.75,
      0.375,
    ],
    ['stand where their values are is none', [300.2, 256.1, 212, 167.9], 0.75, 0],
    ['lie on whole pixels of the page is none', [300, 255.75, 211.5, 168], 0.75, 0],
    ['are few is none', [300.2, 255.95, 211.7], 0.75, 0],
    ['are thicker than a pixel is none', [300.2, 256.2, 212.2, 168.2], 2, 0],
  ];
  test.each(cases)('%s', (_, places, width, slack) => {
    const { ticks, shapes } = axis(places, width);
    expect(crispSlack(ticks, shapes)).toBe(slack);
  });
});
