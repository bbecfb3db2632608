import { describe, expect, test } from 'vitest';
import { chartLabels } from '../../src/eval/chart-labels.ts';

const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${inner}</svg>`;

describe('chartLabels', () => {
  test('a label stands where all transforms above it put it', () => {
    const [label] = chartLabels(
      svg(
        '<g transform="translate(40,10)"><g transform="translate(0,50)"><text transform="translate(5,3)" font-size="10px">20</text></g></g>',
      ),
    );
    expect(label).toMatchObject({ text: '20', angle: 0, size: 10, box: { x0: 45 } });
    expect(label?.box.y0).toBeCloseTo(55);
    expect(label?.box.y1).toBeCloseTo(65.2);
  });

  test.each([
    ['start', 100, 112.7],
    ['middle', 93.6, 106.4],
    ['end', 87.3, 100],
  ])('an anchor of %s says which way it grows', (anchor, left, right) => {
    const [label] = chartLabels(
      svg(`<text x="0" transform="translate(100,50)" text-anchor="${anchor}" font-size="10px">20</text>`),
    );
    expect(label?.box.x0).toBeCloseTo(left, 0);
    expect(label?.box.x1).toBeCloseTo(right, 0);
  });

  test('a label that reads upwards has a tall box', () => {
    const [label] = chartLabels(
      svg('<text transform="translate(20,80) rotate(-90)" font-size="10px">population</text>'),
    );
    expect(label?.angle).toBe(-90);
    expect((label?.box.y1 ?? 0) - (label?.box.y0 ?? 0)).toBeGreaterThan(40);
  });

  test.each([
    ['is hidden', '<text opacity="0" font-size="10px">a</text>'],
    ['is empty', '<text font-size="10px"> </text>'],
    ['slopes', '<text transform="rotate(-45)" font-size="10px">a</text>'],
  ])('one that %s is left out', (_, text) => {
    expect(chartLabels(svg(text))).toEqual([]);
  });
});
