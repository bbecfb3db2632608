export { type CellHints, parseCell } from './cells.ts';
export { baseUnit, decimalsPrinted, resolutionOf, sameValue, valueInBase } from './compare.ts';
export { currencyIn, currencySign } from './currencies.ts';
export { formatAmount, formatValue } from './format.ts';
export { isUnitLabel, parseUnitNote } from './notes.ts';
export { type NumberOptions, parseNumbers } from './numbers.ts';
export { comparePeriods, periodKey } from './period-order.ts';
export { parsePeriods, periodOf } from './periods.ts';
export type { NumberSpan, PeriodSpan, Quantity, UnitHint } from './types.ts';
