import type { Value } from '../../domain/value.ts';
import { fixed } from '../fixed.ts';
import { decimalsPrinted, resolutionOf } from './compare.ts';
import { currencySign } from './currencies.ts';

type Shown = Pick<
  Value,
  'amount' | 'scale' | 'unit' | 'dimension' | 'currency' | 'printed' | 'qualifiers' | 'tolerance'
>;

/** A value as a reader wants it: "$177.9 billion", "12.3%", "1.5 million t CO2e", "2,300 GWh", "20,000 people". */
export function formatValue(value: Shown): string {
  return (FORMATS[value.dimension as keyof typeof FORMATS] ?? formatPlain)(value);
}

const FORMATS = {
  money: formatMoney,
  percent: (value: Shown) => (/\d/.test(value.printed) ? `${formatAmount(value)}%` : value.printed),
  points: (value: Shown) =>
    `${formatAmount(value)} percentage point${Math.abs(inUnit(value)) === 1 ? '' : 's'}`,
  ratio: (value: Shown) => `${formatAmount(value)}x`,
  energy: (value: Shown) =>
    formatPrefixed(value, { kWh: ['TWh', 'GWh', 'MWh', 'kWh'], GJ: ['EJ', 'PJ', 'TJ', 'GJ'] }),
  power: (value: Shown) => formatPrefixed(value, { kW: ['TW', 'GW', 'MW', 'kW'] }),
};

/** The number alone, grouped, with no more digits than were printed and no more than a reader needs. */
export function formatAmount(value: Shown): string {
  const number = inUnit(value);
  const printed = Math.max(0, -Math.floor(Math.log10(resolutionOf(value) / unitFactor(value)) + 1e-9));
  return group(number, Math.min(printed, 2));
}

const MAGNITUDES: readonly (readonly [size: number, word: string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

function formatMoney(value: Shown): string {
  const { currency = '', unit } = value;
  const sign = value.amount < 0 ? '-' : '';
  const each = /( per .+)$/.exec(unit)?.[1] ?? '';
  const decimals = each === '' ? 0 : Math.max(2, decimalsPrinted(value.printed));
  const shown = Math.abs(inUnit(value)) < 1e6 ? smallMoney(value, decimals) : inWords(value);
  return `${sign}${currency ? currencySign(currency) : ''}${shown}${each}`;
}

function smallMoney(value: Shown, decimals: number): string {
  const number = Math.abs(inUnit(value));
  const printed = value.scale === 1 ? Math.min(decimalsPrinted(value.printed), 2) : 0;
  return group(number, Math.max(decimals, printed));
}

/** "1.5 million": one decimal from ten up, two below, and never more than were printed. */
function inWords(value: Shown): string {
  const number = Math.abs(inUnit(value));
  const [size, word] = MAGNITUDES.find(([least]) => number >= least * 0.9995) ?? [1, ''];
  const known = Math.max(0, Math.round(Math.log10(size / (resolutionOf(value) / unitFactor(value)))));
  const wanted = number / size >= 10 ? 1 : 2;
  const shown = group(number / size, Math.min(known, wanted)).replace(/(\.\d)0$/, '$1');
  return `${shown}${word === '' ? '' : ` ${word}`}`;
}

function formatPlain(value: Shown): string {
  const number = inUnit(value);
  const sign = number < 0 ? '-' : '';
  const shown = Math.abs(number) >= 1e6 ? sign + inWords(value) : formatAmount(value);
  const unit = value.unit === 'm3' ? 'm³' : value.unit === 'm2' ? 'm²' : value.unit;
  return unit === '' ? shown : `${shown} ${unit}`;
}

function formatPrefixed(value: Shown, prefixes: Readonly<Record<string, readonly string[]>>): string {
  const names = prefixes[value.unit];
  if (!names) return formatPlain(value);
  const number = Math.abs(inUnit(value));
  const step = number >= 1e10 ? 0 : number >= 1e6 ? 1 : number >= 1e3 ? 2 : 3;
  const scale = 10 ** (9 - 3 * step);
  const moved = { ...value, amount: inUnit(value) / scale, scale: 1, printed: '' };
  const known = Math.max(0, Math.round(-Math.log10(resolutionOf(value) / unitFactor(value) / scale)));
  return `${group(moved.amount, Math.min(known, 1))} ${names[step]}`;
}

function inUnit({ amount, scale }: Shown): number {
  return Number((amount * scale).toPrecision(12));
}

/** `resolutionOf` is in base units; this brings it back to the value's own unit. */
function unitFactor(value: Shown): number {
  const { unit } = value;
  return resolutionOf({ unit, amount: 1, scale: 1, printed: '1', qualifiers: [] });
}

function group(number: number, decimals: number): string {
  const [whole = '0', fraction] = fixed(number, decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const sign = number < 0 ? '-' : '';
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
}
