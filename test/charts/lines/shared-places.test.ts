import { expect, test } from 'vitest';
import type { DataSpots } from '../../../src/charts/lines/data-spots.ts';
import { atSharedPlaces } from '../../../src/charts/lines/shared-places.ts';
import type { Track } from '../../../src/charts/lines/tracks.ts';

function line(...spots: (readonly [number, number])[]): { readonly track: Track; readonly data: DataSpots } {
  const nodes = spots.map(([at, across]) => ({ at, across }));
  const piece = { nodes, outline: nodes, curved: false, bounds: { x0: 0, y0: 0, x1: 0, y1: 0 } };
  const track = { color: '#4c78a8', entry: null, pieces: [piece], shapes: [] } as unknown as Track;
  return { track, data: { spots: nodes, dots: [], from: 'nodes' } };
}

const spotsOf = (read: readonly { readonly data: DataSpots }[]) =>
  read.map(({ data }) => data.spots.map(({ at, across }) => [at, across]));

test.each([
  [
    'a line is read where the other one bends',
    [line([0, 10], [100, 30]), line([0, 50], [50, 0], [100, 50])],
    [
      [
        [0, 10],
        [50, 20],
        [100, 30],
      ],
      [
        [0, 50],
        [50, 0],
        [100, 50],
      ],
    ],
  ],
  [
    'places a blur apart are one',
    [line([0, 10], [50, 20], [100, 10]), line([0.6, 5], [51, 9], [100, 5])],
    [
      [
        [0.3, 10],
        [50.5, 20],
        [100, 10],
      ],
      [
        [0.3, 5],
        [50.5, 9],
        [100, 5],
      ],
    ],
  ],
  [
    'nothing is read beyond a line’s ends',
    [line([0, 10], [40, 10]), line([0, 5], [80, 9])],
    [
      [
        [0, 10],
        [40, 10],
      ],
      [
        [0, 5],
        [40, 7],
        [80, 9],
      ],
    ],
  ],
  [
    'a line that turns back stays as it is',
    [line([0, 10], [50, 20], [20, 30]), line([0, 5], [80, 9])],
    [
      [
        [0, 10],
        [50, 20],
        [20, 30],
      ],
      [
        [0, 5],
        [20, 6],
        [50, 7.5],
        [80, 9],
      ],
    ],
  ],
])('%s', (_, lines, spots) => {
  expect(spotsOf(atSharedPlaces(lines, 0.5))).toEqual(spots);
});
