import { describe, expect, it } from 'vitest';
import { findScales } from '../../../src/documents/pdf/scales.ts';
import { line } from './typeset.ts';

type Spot = readonly [text: string, x: number, baseline: number];

const down = (texts: readonly string[], step = 30): Spot[] =>
  texts.map((text, i) => [text, 100 - text.length * 5, 200 + i * step]);
const across = (texts: readonly string[]): Spot[] => texts.map((text, i) => [text, 100 + i * 60, 300]);

const CASES: readonly [name: string, spots: readonly Spot[], scales: readonly string[]][] = [
  ['numbers that fall evenly from top to bottom', down(['20', '15', '10', '5', '0']), ['down 5']],
  ['so do powers', down(['1000', '100', '10']), ['down 3']],
  ['signs, thousands and percent count', down(['10%', '0%', '−10%']), ['down 3']],
  ['numbers in even steps from left to right', across(['0', '2', '4', '6']), ['across 4']],
  ['years do, and are known as years', across(['2019', '2020', '2021']), ['across 3 years']],
  ['a list that counts its rows is none', down(['1', '2', '3', '4']), []],
  ['figures of a table are none', down(['184', '96', '310', '27']), []],
  ['two are too few', down(['10', '0']), []],
  ['words are none', down(['low', 'mid', 'top']), []],
];

describe('findScales', () => {
  it.each(CASES)('%s', (_, spots, scales) => {
    const words = spots.flatMap(([text, x, baseline]) => line(text, x, baseline));
    const found = findScales(words).map(
      ({ runs, ticks, years }) => `${runs} ${ticks}${years ? ' years' : ''}`,
    );
    expect(found.slice(0, 1)).toEqual(scales);
  });
});
