import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/domain/value.ts';
import {
  formatValue,
  parseCell,
  parseNumbers,
  sameValue,
  type UnitHint,
  valueInBase,
} from '../../../src/lib/quantity/index.ts';

const USD_MILLIONS: UnitHint = { scale: 1e6, dimension: 'money', unit: 'USD', currency: 'USD' };

const SHOWN: readonly (readonly [text: string, hints: UnitHint | null, shown: string])[] = [
  ['177,866', USD_MILLIONS, '$177.9 billion'],
  ['4,106', USD_MILLIONS, '$4.11 billion'],
  ['(241)', USD_MILLIONS, '-$241 million'],
  ['$2.2 billion', null, '$2.2 billion'],
  ['$6.15 per share', null, '$6.15 per share'],
  ['$1,000', null, '$1,000'],
  ['12.3%', null, '12.3%'],
  ['two-thirds', null, 'two-thirds'],
  ['17 percentage points', null, '17 percentage points'],
  ['1.5 million t CO2e', null, '1.5 million t CO2e'],
  ['737 kt CO2e', null, '737,000 t CO2e'],
  ['2,300 GWh', null, '2,300 GWh'],
  ['4.1 TWh', null, '4,100 GWh'],
  ['20,000 employees', null, '20,000 people'],
];

describe('a value for readers', () => {
  it.each(SHOWN)('%s', (text, hints, shown) => {
    const quantity = hints ? parseCell(text, hints) : parseNumbers(text)[0];
    expect(formatValue(quantity as Value)).toBe(shown);
  });
});

const SAME: readonly (readonly [a: string, b: string, same: boolean])[] = [
  ['$2.2 billion', '$2,233 million', true],
  ['$2.2 billion', '$2,260 million', false],
  ['5,000 kg', '5 t', true],
  ['1 MWh', '1,000 kWh', true],
  ['about 20,000 employees', '19,600 employees', true],
  ['20,000 employees', '19,600 employees', false],
  ['$5 million', '€5 million', false],
];

describe('equality within printed rounding', () => {
  it.each(SAME)('%s and %s: %s', (a, b, same) => {
    const [left, right] = [parseNumbers(a)[0], parseNumbers(b)[0]] as unknown as [Value, Value];
    expect(sameValue(left, right)).toBe(same);
    expect(sameValue(right, left)).toBe(same);
  });

  it('converts exactly within a dimension', () => {
    expect(valueInBase({ amount: 3.6, scale: 1, unit: 'GJ' })).toBe(1000);
  });
});
