import { describe, expect, it } from 'vitest';
import { type CellHints, parseCell } from '../../../src/lib/quantity/index.ts';

const MILLIONS: CellHints = { scale: 1e6, dimension: 'money', unit: 'USD', currency: 'USD' };

const CELLS: readonly (readonly [name: string, cell: string, hints: CellHints, expected: string | null])[] = [
  ['money takes the table’s scale', '$ 177,866', MILLIONS, '177866 1000000 USD'],
  ['brackets are a minus', '(5,387)', MILLIONS, '-5387 1000000 USD'],
  ['a lost closing bracket is still a minus', '$(5,387', MILLIONS, '-5387 1000000 USD'],
  ['a percent sign beats the hints', '12.3%', MILLIONS, '12.3 1 %'],
  ['a footnote mark is no digit', '4,106 (1)', MILLIONS, '4106 1000000 USD'],
  ['a raised footnote is no digit', '9,218³', MILLIONS, '9218 1000000 USD'],
  ['a true minus sign', '−10.4%', {}, '-10.4 1 %'],
  ['less than', '<0.1', {}, 'less than 0.1 1 '],
  ['its own unit and scale', '1,023 ktCO2e', MILLIONS, '1023 1000 t CO2e'],
  ['one quantity among words', '737 kt CO2e by 2030', {}, '737 1000 t CO2e'],
  ['another currency keeps no foreign scale word', '€ 1.5 Mio.', MILLIONS, '1.5 1000000 EUR'],
  ['a level with its change', '1,069 or +4%', {}, '1069 1 '],
  ['a level with its change in brackets', '1,875 (−11%)', MILLIONS, '1875 1000000 USD'],
  ['a decimal comma by option', '1.234,5', { decimal: ',' }, '1234.5 1 '],
  ['spaces between groups', '12 345', {}, '12345 1 '],
  ['a dash is nothing', '—', MILLIONS, null],
  ['a hyphen is nothing', '-', MILLIONS, null],
  ['n/a is nothing', 'n/a', MILLIONS, null],
  ['words are nothing', 'don’t know', MILLIONS, null],
  ['two numbers are no one value', '3 4', MILLIONS, null],
  ['a lone currency sign is nothing', '$', MILLIONS, null],
];

describe('a table cell', () => {
  it.each(CELLS)('%s', (_, cell, hints, expected) => {
    const q = parseCell(cell, hints);
    expect(q && [...q.qualifiers, q.amount, q.scale, q.unit].join(' ')).toBe(expected);
  });
});
