import { describe, expect, test } from 'vitest';
import { drawn } from './drawn.ts';

describe('the page is', () => {
  test.each<[string, string, number[], number[]]>([
    ['as large as stated in points', 'width="400pt" height="200pt"', [400, 200], [7.5, 7.5]],
    ['as large as stated in pixels', 'width="400" height="200"', [300, 150], [7.5, 7.5]],
    [
      'as large as stated in millimetres',
      'width="254mm" height="127mm" viewBox="0 0 100 50"',
      [720, 360],
      [72, 72],
    ],
    ['as large as its own units where none is stated', 'viewBox="0 0 400 200"', [300, 150], [7.5, 7.5]],
    ['as large as a figure where those are tiny', 'viewBox="0 0 20 10"', [600, 300], [300, 300]],
    ['as large as a figure where those are huge', 'viewBox="0 0 40000 20000"', [600, 300], [0.15, 0.15]],
    ['as high as its width asks for', 'width="400" viewBox="0 0 40 10"', [300, 75], [75, 75]],
    ['filled from the middle', 'width="400" height="400" viewBox="0 0 40 20"', [300, 300], [75, 150]],
    [
      'filled from a corner',
      'width="400" height="400" viewBox="0 0 40 20" preserveAspectRatio="xMinYMin"',
      [300, 300],
      [75, 75],
    ],
    [
      'filled to its edges',
      'width="400" height="400" viewBox="0 0 40 20" preserveAspectRatio="none"',
      [300, 300],
      [75, 150],
    ],
    [
      'moved to where its units begin',
      'width="400" height="200" viewBox="-10 -10 400 200"',
      [300, 150],
      [15, 15],
    ],
    ['as large as its style says', 'style="width: 400px; height: 200px"', [300, 150], [7.5, 7.5]],
    ['as large as what it draws where it says nothing', 'width="100%"', [13, 13], [7.5, 7.5]],
  ])('%s', (_, attributes, size, corner) => {
    const { width, height, paths: marks } = drawn('<rect x="10" y="10" width="2" height="2"/>', attributes);
    expect([width, height].map(value => Number(value.toFixed(2)))).toEqual(size);
    expect([marks[0]?.x0, marks[0]?.y0].map(value => Number(value?.toFixed(2)))).toEqual(corner);
  });
});
