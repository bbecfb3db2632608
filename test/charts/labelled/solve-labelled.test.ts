import { describe, expect, test } from 'vitest';
import { solveLabelled } from '../../../src/charts/labelled/solve-labelled.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import type { PathMark, TextMark } from '../../../src/domain/mark.ts';
import { box, text } from '../drawn.ts';

const solve = (paths: readonly PathMark[], texts: readonly TextMark[]) =>
  solveLabelled(readShapes(paths), readLabels(texts));

/** Lying bars, two units of length for one of value, each with its value printed behind it. */
function bars(values: readonly number[], names: readonly string[]) {
  return {
    paths: values.map((value, i) => box([200, 50 + 30 * i, 200 + 2 * value, 70 + 30 * i])),
    texts: values.flatMap((value, i) => [
      text(String(value), [212 + 2 * value, 60 + 30 * i]),
      text(names[i]!, [190 - 2.8 * names[i]!.length, 60 + 30 * i]),
    ]),
  };
}

describe('bars without an axis', () => {
  test('are what is printed at them', () => {
    const { paths, texts } = bars([54, 38, 12], ['Total', 'Men', 'Women']);
    const [chart] = solve(paths, texts);
    expect(chart?.table.rows).toEqual([
      ['Total', '54'],
      ['Men', '38'],
      ['Women', '12'],
    ]);
    expect(chart?.points.every(({ verified, how }) => verified && how === 'label')).toBe(true);
  });

  test('are measured where nothing is printed, and that is not verified', () => {
    const { paths, texts } = bars([54, 38, 12, 3], ['Total', 'Men', 'Women', 'None']);
    const [chart] = solve(
      paths,
      texts.filter(({ text }) => text !== '3'),
    );
    expect(chart?.table.rows.at(-1)).toEqual(['None', '3']);
    expect(chart?.points.at(-1)).toMatchObject({ how: 'geometry', verified: false });
  });

  test('stand in stacks that the legend explains, sums beside them left aside', () => {
    const rows = [
      [33, 24, 22],
      [45, 21, 18],
    ];
    const colors = ['#aa3333', '#33aa33', '#3333aa'];
    const paths = rows.flatMap((row, r) => {
      let x = 150;
      return row.map((value, i) => {
        const edge = x;
        x += 3 * value;
        return box([edge, 60 + 30 * r, x, 80 + 30 * r], colors[i]!);
      });
    });
    const keys = colors.map((color, i) => box([150 + 60 * i, 30, 156 + 60 * i, 36], color));
    const names = ['Yes', 'No', 'Other'].map((name, i) =>
      text(name, [170 + 60 * i, 33], { x0: 160 + 60 * i }),
    );
    const texts = rows.flatMap((row, r) => {
      let x = 150;
      const values = row.map(value => {
        const middle = x + 1.5 * value;
        x += 3 * value;
        return text(String(value), [middle, 70 + 30 * r]);
      });
      const sum = text(String(row[0]! + row[1]!), [138, 70 + 30 * r]);
      return [...values, sum, text(['May 2018', 'Aug 2017'][r]!, [90, 70 + 30 * r])];
    });
    const [chart] = solve([...paths, ...keys], [...texts, ...names]);
    expect(chart?.table).toEqual({
      columns: ['', 'Yes', 'No', 'Other'],
      rows: [
        ['May 2018', '33', '24', '22'],
        ['Aug 2017', '45', '21', '18'],
      ],
    });
  });

  test('with one name under two headings are told apart by these', () => {
    const { paths, texts } = bars(
      [54, 38, 12, 30],
      ['2018', '2017', '2018', '2017'].map(year => `May ${year}`),
    );
    const moved = (y: number) => (y > 100 ? y + 30 : y);
    const spread = <T extends { y0: number; y1: number }>(one: T): T => {
      const by = moved(one.y0) - one.y0;
      return { ...one, y0: one.y0 + by, y1: one.y1 + by };
    };
    const shifted = paths.map(mark => box([mark.x0, moved(mark.y0), mark.x1, moved(mark.y0) + 20]));
    const headings = [text('Among men', [155, 35]), text('Among women', [155, 118])];
    const [chart] = solve(shifted, [...texts.map(spread), ...headings]);
    expect(chart?.table.rows.map(([name]) => name)).toEqual([
      'Among men / May 2018',
      'Among men / May 2017',
      'Among women / May 2018',
      'Among women / May 2017',
    ]);
  });
});

test('what is counted may be said at one of the bars', () => {
  const { paths, texts } = bars([61, 38, 12], ['Total', 'Men', 'Women']);
  const said = texts.map(label => (label.text === '61' ? { ...label, text: '61% voted' } : label));
  const [chart] = solve(paths, said);
  expect([chart?.table.columns, chart?.unit]).toEqual([['', 'voted'], '%']);
});

describe('stacks of three parts', () => {
  const rows = [
    [33, 24, 22],
    [45, 21, 18],
    [12, 50, 30],
  ];
  const stacked = (colors: readonly string[]) => {
    const paths = rows.flatMap((row, r) => {
      let x = 150;
      return row.map((value, i) => {
        const edge = x;
        x += 3 * value;
        return box([edge, 60 + 30 * r, x, 80 + 30 * r], colors[i]!);
      });
    });
    const texts = rows.flatMap((row, r) => {
      let x = 150;
      const values = row.map(value => {
        const middle = x + 1.5 * value;
        x += 3 * value;
        return text(String(value), [middle, 70 + 30 * r]);
      });
      return [...values, text(['Total', 'Men', 'Women'][r]!, [90, 70 + 30 * r])];
    });
    return { paths, texts };
  };
  const inks = ['#aa3333', '#33aa33', '#3333aa'];
  const keys = (colors: readonly string[], y = 33) => ({
    swatches: colors.map((color, i) => box([150 + 70 * i, y - 3, 156 + 70 * i, y + 3], color)),
    words: (names: readonly string[]) =>
      names.map((name, i) => text(name, [160 + 70 * i + 2.8 * name.length, y], { x0: 160 + 70 * i })),
  });

  const cases: readonly [
    name: string,
    legend: readonly string[],
    words: readonly string[],
    more: readonly TextMark[],
    columns: readonly string[],
  ][] = [
    [
      'are named in their order where the legend is drawn in other shades',
      ['#661111', '#33aa33', '#111166'],
      ['Yes', 'No', 'Other'],
      [],
      ['', 'Yes', 'No', 'Other'],
    ],
    [
      'have names of two lines',
      inks,
      ['Says so', 'Says not', 'Says so'],
      [
        text('always', [177, 44], { x0: 160 }),
        text('at all', [247, 44], { x0: 230 }),
        text('at times', [322, 44], { x0: 300 }),
      ],
      ['', 'Says so always', 'Says not at all', 'Says so at times'],
    ],
    [
      'have names under headings',
      inks,
      ['Strongly', 'Somewhat', 'Strongly'],
      [text('Against', [200, 21]), text('For', [320, 21])],
      ['', 'Against: Strongly', 'Against: Somewhat', 'For: Strongly'],
    ],
  ];
  test.each(cases)('%s', (_, legend, words, more, columns) => {
    const { paths, texts } = stacked(inks);
    const { swatches, words: named } = keys(legend);
    const [chart] = solve([...paths, ...swatches], [...texts, ...named(words), ...more]);
    expect(chart?.table.columns).toEqual(columns);
    expect(chart?.table.rows[0]).toEqual(['Total', '33', '24', '22']);
  });
});

describe('names of rows', () => {
  const named = (labels: readonly TextMark[]) => {
    const { paths, texts } = bars([54, 38, 12], ['', '', '']);
    const [chart] = solve(paths, [...texts.filter(({ text: words }) => words !== ''), ...labels]);
    return chart?.table.rows.map(([name]) => name);
  };

  test('may be of two lines, begin with a number and stand a little off their bar', () => {
    const labels = [
      text('Ages', [160, 60]),
      text('65 and', [160, 94]),
      text('older', [160, 104]),
      text('Women', [160, 120]),
    ];
    expect(named(labels)).toEqual(['Ages', '65 and older', 'Women']);
  });
});

const NONE: readonly (readonly [name: string, lengths: readonly number[], printed: readonly number[]])[] = [
  ['whose lengths belie the numbers', [100, 60, 30, 80], [12, 54, 31, 7]],
  ['as long as each other, as cells are', [100, 100, 100, 100], [50, 50, 50, 50]],
  ['of which two alone carry numbers', [100, 60], [50, 30]],
];

test.each(NONE)('no chart is made of rectangles %s', (_, lengths, printed) => {
  const paths = lengths.map((length, i) => box([200, 50 + 30 * i, 200 + length, 70 + 30 * i]));
  const texts = printed.flatMap((value, i) => [
    text(String(value), [212 + lengths[i]!, 60 + 30 * i]),
    text(`Name ${i}`, [150, 60 + 30 * i]),
  ]);
  expect(solve(paths, texts)).toEqual([]);
});
