import { describe, expect, test } from 'vitest';
import { solveLabelled } from '../../../src/charts/labelled/solve-labelled.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import type { PathMark, TextMark } from '../../../src/domain/mark.ts';
import { box, text } from '../drawn.ts';

const [PALE, DARK] = ['#e0c96d', '#967b1f'];
/** Darker than the pale bars that it names. */
const GOLD = '#cba41e';

/** Bars that leave a middle line to both sides, a unit of length for one of value; a row each. */
function panel(middle: number, rows: readonly (readonly [number, number])[]) {
  const at = (i: number) => 100 + 30 * i;
  const paths: PathMark[] = rows.flatMap(([left, right], i) => [
    box([middle - left, at(i), middle, at(i) + 20], PALE),
    box([middle, at(i), middle + right, at(i) + 20], DARK),
  ]);
  const texts: TextMark[] = rows.flatMap(([left, right], i) => [
    text(String(left), [middle - left / 2, at(i) + 10]),
    text(String(right), [middle + right / 2, at(i) + 10]),
  ]);
  return { paths, texts };
}

const ROWS = ['Total', 'Men', 'Women'].map((name, i) => text(name, [60, 110 + 30 * i]));
const first = panel(200, [
  [46, 40],
  [30, 61],
  [70, 25],
]);
const second = panel(400, [
  [33, 58],
  [51, 44],
  [20, 66],
]);

const solve = (paths: readonly PathMark[], texts: readonly TextMark[]) =>
  solveLabelled(readShapes(paths), readLabels(texts));

describe('bars to both sides of a line', () => {
  const headers = [
    text('Less', [185, 78], { color: GOLD }),
    text('support', [178, 90], { color: GOLD, x1: 198 }),
    text('More', [215, 90], { color: DARK }),
  ];

  test('are named by the words over them in their ink', () => {
    const inBlock = headers.map(label => (label.color === GOLD ? { ...label, x1: 198 } : label));
    const [chart] = solve(first.paths, [...first.texts, ...ROWS, ...inBlock]);
    expect(chart?.table.columns).toEqual(['', 'Less support', 'More']);
    expect(chart?.table.rows[0]).toEqual(['Total', '46', '40']);
  });

  test('are named by black words right over them, and by nothing further up', () => {
    const black = [text('Oppose', [175, 90]), text('Favor', [220, 90]), text('What they say', [200, 60])];
    const [chart] = solve(first.paths, [...first.texts, ...ROWS, ...black]);
    expect(chart?.table.columns).toEqual(['', 'Oppose', 'Favor']);
  });

  test('stand in panels side by side that share the names of their rows', () => {
    const charts = solve([...first.paths, ...second.paths], [...first.texts, ...second.texts, ...ROWS]);
    expect(charts.map(({ table }) => table.rows)).toEqual([
      [
        ['Total', '46', '40'],
        ['Men', '30', '61'],
        ['Women', '70', '25'],
      ],
      [
        ['Total', '33', '58'],
        ['Men', '51', '44'],
        ['Women', '20', '66'],
      ],
    ]);
  });

  test('are further series of one chart where their inks are others', () => {
    const other = second.paths.map(mark => ({ ...mark, fill: mark.fill === PALE ? '#cc3333' : '#3333cc' }));
    const charts = solve([...first.paths, ...other], [...first.texts, ...second.texts, ...ROWS]);
    expect(charts.map(({ table }) => table.rows[0])).toEqual([['Total', '46', '40', '33', '58']]);
  });
});

test('parts of stacked columns are named by the words right of the last one', () => {
  const columns = [
    [60, 20],
    [50, 30],
    [70, 10],
  ];
  const paths = columns.flatMap(([low, high], i) => {
    const [x, foot] = [100 + 50 * i, 300];
    return [
      box([x, foot - 2 * low!, x + 30, foot], DARK),
      box([x, foot - 2 * (low! + high!), x + 30, foot - 2 * low!], PALE),
    ];
  });
  const texts = columns.flatMap(([low, high], i) => [
    text(String(low), [115 + 50 * i, 300 - low!]),
    text(String(high), [115 + 50 * i, 300 - 2 * low! - high!]),
    text(['Ash', 'Elm', 'Oak'][i]!, [115 + 50 * i, 312]),
  ]);
  const names = [
    text('Some', [256, 148], { x0: 240 }),
    text('agree', [258, 158], { x0: 240 }),
    text('All', [250, 230], { x0: 240 }),
  ];
  const [chart] = solve(paths, [...texts, ...names]);
  expect(chart?.table.columns).toEqual(['', 'All', 'Some agree']);
});
