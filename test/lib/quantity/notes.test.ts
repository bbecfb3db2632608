import { describe, expect, it } from 'vitest';
import { isUnitLabel, parseUnitNote, type UnitHint } from '../../../src/lib/quantity/index.ts';

const USD = { dimension: 'money', unit: 'USD', currency: 'USD' } as const;
const NOTES: readonly (readonly [note: string, hint: UnitHint, alone: boolean])[] = [
  ['(in millions, except per share data)', { scale: 1e6 }, false],
  ['USD million', { ...USD, scale: 1e6 }, true],
  ['(Dollars in thousands)', { ...USD, scale: 1e3 }, true],
  ['US$m', { ...USD, scale: 1e6 }, true],
  ['€ in millions', { dimension: 'money', unit: 'EUR', currency: 'EUR', scale: 1e6 }, true],
  ['(in billions of €)', { dimension: 'money', unit: 'EUR', currency: 'EUR', scale: 1e9 }, true],
  ['Metric tons CO2e', { dimension: 'mass', unit: 't CO2e' }, true],
  ['1,000 metric tons of CO2e', { dimension: 'mass', unit: 't CO2e', scale: 1e3 }, true],
  ['thousand t', { dimension: 'mass', unit: 't', scale: 1e3 }, true],
  ['GWh', { dimension: 'energy', unit: 'kWh', scale: 1e6 }, true],
  ['% of Latinos who say', { dimension: 'percent', unit: '%' }, false],
  ['don’t know', {}, false],
];

describe('a unit note', () => {
  it.each(NOTES)('%s', (note, hint, alone) => {
    expect(parseUnitNote(note)).toEqual(hint);
    expect(isUnitLabel(note)).toBe(alone);
  });
});
