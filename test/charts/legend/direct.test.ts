import { expect, test } from 'vitest';
import { nameDirectly } from '../../../src/charts/legend/direct.ts';
import type { Label } from '../../../src/charts/types.ts';
import { label, seriesOn, upright, viewOn } from '../frames-by-hand.ts';

const view = viewOn(upright([0, 50, 100]));
const HIGH = seriesOn(view, '', [70, 80, 90], { color: '#aa3322' });
const LOW = seriesOn(view, '', [30, 20, 10], { color: '#3322aa' });

const ROWS: readonly (readonly [name: string, labels: readonly Label[], names: readonly string[]])[] = [
  ['words at the end of each line', [label('Ash', [370, 120]), label('Elm', [370, 280])], ['Ash', 'Elm']],
  [
    'a value behind the name is no part of it',
    [label('Ash 90', [375, 120]), label('Elm: 10%', [380, 280])],
    ['Ash', 'Elm'],
  ],
  [
    'names on two lines',
    [label('Ash', [370, 120]), label('Old', [370, 274]), label('elm', [370, 285])],
    ['Ash', 'Old elm'],
  ],
  ['words in a line’s ink above it', [label('Ash', [250, 122], '#aa3322')], ['Ash', '']],
  ['words in another line’s ink name that one', [label('Ash', [370, 122], '#3322aa')], ['', '']],
  [
    'one name a line, each nearest to its own',
    [label('18-29', [240, 128]), label('65+', [240, 275])],
    ['18-29', '65+'],
  ],
  ['numbers are no names', [label('90', [365, 120]), label('10', [365, 280])], ['', '']],
];

test.each(ROWS)('%s', (_, labels, names) => {
  const named = nameDirectly([HIGH, LOW], labels);
  expect(named.series.map(({ name }) => name)).toEqual(names);
  expect(named.used.size > 0).toBe(names.some(name => name !== ''));
});

test('words beside the only line name it in its own ink alone', () => {
  const words = (color: string) => nameDirectly([HIGH], [label('Crisis', [375, 120], color)]).series[0]!.name;
  expect([words('#000000'), words('#aa3322')]).toEqual(['', 'Crisis']);
});

test('series that have a name keep it', () => {
  const named = nameDirectly([{ ...HIGH, name: 'Fir' }], [label('Ash', [370, 120])]);
  expect(named.series[0]!.name).toBe('Fir');
});
