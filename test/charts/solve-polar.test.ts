import { expect, test } from 'vitest';
import { solveFigure } from '../../src/charts/index.ts';
import type { SolvedChart } from '../../src/charts/types.ts';
import type { PathMark, TextMark } from '../../src/domain/mark.ts';
import { arc, box, figure, path, stroke, text } from './drawn.ts';

const MIDDLE = [300, 200] as const;
const INKS = ['#aa3322', '#22aa33', '#3322aa', '#998811'];

/** Slices of a pie by their degrees from twelve o'clock, in the inks' order. */
function slices(edges: readonly number[], inner = 0): PathMark[] {
  return edges.slice(1).map((to, i) => {
    const from = edges[i]!;
    const rim = arc(MIDDLE, 100, from, to);
    const core = inner > 0 ? arc(MIDDLE, inner, to, from) : [...MIDDLE];
    return path([...rim, ...core], { fill: INKS[i]!, outline: [...rim, ...core] });
  });
}

const keys = (names: readonly string[]): readonly [PathMark[], TextMark[]] => [
  names.map((_, i) => box([450, 150 + 20 * i, 458, 158 + 20 * i], INKS[i])),
  names.map((name, i) => text(name, [465 + 2.8 * name.length, 154 + 20 * i])),
];

const at = (degrees: number, radius: number): [number, number] => {
  const [x, y] = arc(MIDDLE, radius, degrees, degrees);
  return [x!, y!];
};

const QUARTERS = [0, 180, 270, 360];

function solve(paths: readonly PathMark[], texts: readonly TextMark[]) {
  return solveFigure(figure(paths, texts));
}

test('without numbers the values of a pie are shares, proven by closing', () => {
  const [swatches, names] = keys(['Ash', 'Birch', 'Cedar']);
  const [solved] = solve([...slices(QUARTERS), ...swatches], names) as SolvedChart[];
  expect([solved!.chart, solved!.unit]).toEqual(['pie', '%']);
  expect(solved!.points.map(({ x, y, verified }) => [x, y, verified])).toEqual([
    ['Ash', 50, true],
    ['Birch', 25, true],
    ['Cedar', 25, true],
  ]);
});

test('values printed inside and names outside are put together', () => {
  const texts = [
    text('120', at(90, 60)),
    text('60', at(225, 60)),
    text('60', at(315, 60)),
    text('Ash', at(90, 118)),
    text('Birch', at(225, 125)),
    text('Cedar', at(315, 125)),
  ];
  const [solved] = solve(slices(QUARTERS), texts) as SolvedChart[];
  expect(solved!.points.map(({ x, y, how }) => [x, y, how])).toEqual([
    ['Ash', 120, 'label'],
    ['Birch', 60, 'label'],
    ['Cedar', 60, 'label'],
  ]);
});

test('what stands in the hole of a ring names no slice', () => {
  const [swatches, names] = keys(['Ash', 'Birch', 'Cedar']);
  const [solved] = solve(
    [...slices(QUARTERS, 60), ...swatches],
    [...names, text('240', [300, 200])],
  ) as SolvedChart[];
  expect(solved!.chart).toBe('donut');
  expect(solved!.points.map(({ y }) => y)).toEqual([50, 25, 25]);
});

test('a leader across other slices leads to the one it meets first', () => {
  const leader = stroke([...at(315, 150), ...at(315, 125), ...at(300, 60)]);
  const texts = [
    text('Cedar 25%', at(315, 160)),
    text('Ash 50%', at(90, 60)),
    text('Birch 25%', at(225, 60)),
  ];
  const [solved] = solve([...slices(QUARTERS), leader], texts) as SolvedChart[];
  expect(solved!.points.map(({ x }) => x)).toEqual(['Ash', 'Birch', 'Cedar']);
});

test('slices that their numbers belie are not read', () => {
  const texts = [text('Ash 10%', at(90, 60)), text('Birch 70%', at(225, 60)), text('Cedar 20%', at(315, 60))];
  expect(solve(slices(QUARTERS), texts)[0]).toMatchObject({ kind: 'unsolved', code: 'contradiction' });
});

test('a wheel of equal parts without numbers is no chart', () => {
  const texts = [45, 135, 225, 315].map((degrees, i) =>
    text(['Plan', 'Do', 'Check', 'Act'][i]!, at(degrees, 60)),
  );
  expect(solve(slices([0, 90, 180, 270, 360]), texts)[0]).toMatchObject({ code: 'not_a_chart' });
});

test('a radar is measured along its spokes by the numbers on its rings', () => {
  const angles = [0, 72, 144, 216, 288];
  const web = (radii: readonly number[], ink: Partial<PathMark>) =>
    path(
      angles.flatMap((degrees, i) => at(degrees, radii[i]!)),
      { fill: '', strokeWidth: 1, ...ink },
    );
  const rings = [50, 100].map(r => web([r, r, r, r, r], { stroke: '#999999' }));
  const spokes = angles.map(degrees => stroke([...MIDDLE, ...at(degrees, 100)]));
  const series = web([80, 60, 40, 100, 20], { stroke: '#aa3322' });
  const names = angles.map((degrees, i) =>
    text(['Ash', 'Birch', 'Cedar', 'Elm', 'Fir'][i]!, at(degrees, 120)),
  );
  const ticks = [0, 50, 100].map(r => text(String(r / 10), [290, 200 - r]));
  const [solved] = solve([...rings, ...spokes, series], [...names, ...ticks]) as SolvedChart[];
  expect(solved!.chart).toBe('radar');
  expect(solved!.points.map(({ x, y, verified }) => [x, y, verified])).toEqual([
    ['Ash', 8, true],
    ['Birch', 6, true],
    ['Cedar', 4, true],
    ['Elm', 10, true],
    ['Fir', 2, true],
  ]);
});
