import type { Value } from '../../domain/value.ts';
import { toBase } from './units.ts';

type Measured = Pick<Value, 'amount' | 'scale' | 'unit' | 'printed' | 'qualifiers' | 'tolerance'>;

/** `amount × scale` in the base unit of its dimension: tonnes, kWh, square metres; money in its currency. */
export function valueInBase({ amount, scale, unit }: Pick<Value, 'amount' | 'scale' | 'unit'>): number {
  const { amount: base } = toBase(amount * scale, unit);
  return Number(base.toPrecision(12));
}

/** The unit that `valueInBase` counts in. */
export function baseUnit(unit: string): string {
  return toBase(1, unit).unit;
}

/**
 * The step that the printed digits resolve, in the base unit: 1e8 for "$2.2 billion", 1e6 for 2,233 in millions.
 * What was measured off a drawing resolves no less than twice its tolerance, brought to a power of ten.
 */
export function resolutionOf(value: Measured): number {
  const { scale, unit, tolerance = 0 } = value;
  const measured = tolerance > 0 ? 10 ** Math.ceil(Math.log10(2 * tolerance) - 1e-9) : 0;
  return Math.max(printedResolution(value), Math.abs(toBase(measured * scale, unit).amount));
}

function printedResolution({ amount, scale, unit, printed, qualifiers }: Measured): number {
  const digits = Math.max(decimalsPrinted(printed), decimalsOf(amount));
  const trailing = qualifiers.includes('about') && digits === 0 ? trailingZeros(amount) : 0;
  return Math.abs(toBase(10 ** (trailing - digits) * scale, unit).amount);
}

/** Equal within the rounding of the coarser of the two, and in the same unit. */
export function sameValue(a: Measured, b: Measured): boolean {
  if (baseUnit(a.unit) !== baseUnit(b.unit)) return false;
  const [left, right] = [valueInBase(a), valueInBase(b)];
  const step = Math.max(resolutionOf(a), resolutionOf(b));
  return Math.abs(left - right) <= (step / 2) * (1 + 1e-9);
}

/** Digits after the decimal mark of the first number in `printed`. */
export function decimalsPrinted(printed: string): number {
  const digits = /\d[\d.,\u00a0\u202f’]*\d|\d|\.\d+/.exec(printed)?.[0] ?? '';
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits)) return 0;
  return /[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0;
}

function decimalsOf(amount: number): number {
  const [, fraction = ''] = String(amount).split('.');
  return fraction.includes('e') ? 0 : Math.min(fraction.length, 6);
}

function trailingZeros(amount: number): number {
  return amount === 0 ? 0 : (/0*$/.exec(String(Math.abs(amount)))?.[0].length ?? 0);
}
