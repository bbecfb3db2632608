import { describe, expect, test } from 'vitest';
import { formatNumber, unitOfFormat } from '../../../src/documents/package/number-format.ts';

describe('a number under a number format prints as a spreadsheet prints it', () => {
  test.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 1234.5, '1234.5'],
    ['0', 12.6, '13'],
    ['0.00', 2, '2.00'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.0#', 1234.5, '1,234.5'],
    ['#,##0;(#,##0)', -1234, '(1,234)'],
    ['#,##0', -1234, '-1,234'],
    ['0%', 0.07, '7%'],
    ['0.0%', 0.1234, '12.3%'],
    ['"$"#,##0.00', 5, '$5.00'],
    ['#,##0 [$€-407]', 5000, '5,000 €'],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 0, '-'],
    ['[Red]0.0;[Blue]-0.0', -1.25, '-1.3'],
    ['0.0,,"M"', 5_200_000, '5.2M'],
    ['[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', 2500, '2.5K'],
    ['[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', 12, '12'],
    ['0.0"x"', 2.5, '2.5x'],
    ['@', 7, '7'],
    ['000', 7, '007'],
    ['0.00E+00', 1500, '1500'],
    ['# ?/?', 0.5, '0.5'],
    ['yyyy-mm-dd', 45382, '2024-03-31'],
    ['d-mmm-yy', 45382, '2024-03-31'],
    ['mmm-yy', 45382, '2024-03'],
    ['yyyy', 45382, '2024'],
    ['mmmm', 45382, 'March'],
    ['dddd', 45382, 'Sunday'],
    ['yyyy-mm-dd h:mm', 45382.5, '2024-03-31T12:00'],
    ['h:mm:ss', 0.25, '06:00:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['[$-409]d\\-mmm\\-yyyy;@', 45382, '2024-03-31'],
  ])('%s of %f is %s', (code, value, printed) => {
    expect(formatNumber(value, code)).toBe(printed);
  });

  test('a workbook may count days from 1904', () => {
    expect(formatNumber(43920, 'yyyy-mm-dd', { date1904: true })).toBe('2024-03-31');
  });
});

describe('a number format names a unit', () => {
  test.each([
    ['0.0%', { unit: '%', percent: true }],
    ['0"%"', { unit: '%', percent: false }],
    ['"$"#,##0', { unit: '$', percent: false }],
    ['#,##0 [$EUR]', { unit: 'EUR', percent: false }],
    ['0.0" Mt"', { unit: 'Mt', percent: false }],
    ['0.0,,"M"', { unit: '', percent: false }],
    ['#,##0_);(#,##0)', { unit: '', percent: false }],
    ['General', { unit: '', percent: false }],
    ['mmm-yy', { unit: '', percent: false }],
  ])('%s', (code, unit) => {
    expect(unitOfFormat(code)).toEqual(unit);
  });
});
