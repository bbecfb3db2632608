import { describe, expect, test } from 'vitest';
import { printedNames } from '../../../src/charts/axes/printed-names.ts';
import { findRulers } from '../../../src/charts/axes/rulers.ts';
import { readShapes } from '../../../src/charts/shapes/index.ts';
import { readLabels } from '../../../src/charts/text/index.ts';
import type { ValueScale } from '../../../src/charts/types.ts';
import { stroke, text } from '../drawn.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr'];

/** Months in a row every 60 units from 100, with ticks halfway between them, as office charts draw bands. */
function months(): ValueScale {
  const texts = MONTHS.map((month, i) => text(month, [100 + 60 * i, 300]));
  const ticks = [70, 130, 190, 250, 310].map(x => stroke([x, 290, x, 294]));
  const [ruler] = findRulers(readLabels(texts), readShapes(ticks));
  return ruler!.scale;
}

/** Middles of the labels as they are set. */
function middles(): number[] {
  return months().ticks.map(({ label }) => (label.x0 + label.x1) / 2);
}

const CASES: readonly (readonly [
  name: string,
  places: (middles: readonly number[]) => readonly number[],
  names: readonly string[] | null,
])[] = [
  ['places over every label', all => all, MONTHS],
  ['two series at the same places', all => [...all, ...all], [...MONTHS, ...MONTHS]],
  ['places a little off their labels', all => all.map(at => at + 5), MONTHS],
  ['some of the labels', all => all.slice(1, 3), ['Feb', 'Mar']],
  ['a place between two labels', all => [...all, all[0]! + 30], null],
];

describe('printedNames', () => {
  test.each(CASES)('%s', (_, places, names) => {
    expect(printedNames(months(), places(middles()))).toEqual(names);
  });
});
