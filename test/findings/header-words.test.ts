import { describe, expect, it } from 'vitest';
import { tellingWords } from '../../src/findings/header-words.ts';

const HEADERS: readonly (readonly [header: string, telling: string])[] = [
  ['Year ended 30 September 2024', ''],
  ['Year Ended December 31, 2016', ''],
  ['Year ended 30 September', ''],
  ['Six months ended 30 June', ''],
  ['As at 31 December 2023', ''],
  ['52 weeks ended 28 December 2019', ''],
  ['zum 31. Dezember 2023', ''],
  ['Geschäftsjahr 2023', ''],
  ['Exercice clos le 31 décembre 2023', ''],
  ['Reporting years 2022', ''],
  ['Base year 2020', ''],
  ['2023 Actual', ''],
  ['Unaudited 2023', ''],
  ['As reported', ''],
  ['Unit', ''],
  ['March', ''],
  ['%', ''],
  ['t CO2e', ''],
  ['1,000 metric tons of CO2e', ''],
  ['in thousands of euros', ''],
  ['2023 $’000', ''],
  ['US$ million', ''],
  ['Revenue (US$ million)', 'Revenue'],
  ['FY2023 (restated)', 'restated'],
  ['FY2025 plan', 'plan'],
  ['2030f', 'forecast'],
  ['Target 2030', 'Target'],
  ['Scope 1 emissions, t CO2e', 'Scope 1 emissions'],
  ['At Prior Year Rates(2)', 'Prior Year Rates'],
  ['May Department Stores', 'May Department Stores'],
  ['Data centers', 'Data centers'],
  ['Market value', 'Market value'],
  ['T-Mobile', 'T-Mobile'],
  ['Europe & Africa', 'Europe & Africa'],
];

describe('what a header says beside period, unit and finish', () => {
  it.each(HEADERS)('“%s” says “%s”', (header, telling) => {
    expect(tellingWords(header)).toBe(telling);
  });
});
