import { decimalsPrinted } from '../lib/quantity/index.ts';
import type { Valued } from './series.ts';

/** One unit and scale that several values are shown in. */
export interface ShownUnit {
  /** "USD million", "%", "million t CO2e"; '' for plain counts. */
  readonly label: string;
  readonly scale: number;
}

const SCALE_WORDS: Readonly<Record<number, string>> = {
  1e3: 'thousand',
  1e6: 'million',
  1e9: 'billion',
  1e12: 'trillion',
};
const PREFIXED: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  kWh: { 1e3: 'MWh', 1e6: 'GWh', 1e9: 'TWh' },
  GJ: { 1e3: 'TJ', 1e6: 'PJ' },
  kW: { 1e3: 'MW', 1e6: 'GW' },
};
const SHOWN_UNITS: Readonly<Record<string, string>> = { m3: 'm³', m2: 'm²' };

/** Whether two values can stand in one column or on one axis: the same measure, unit and currency. */
export function unitKey({ value }: Valued): string {
  return [value.dimension, value.unit, value.currency ?? ''].join('|');
}

/** The unit for a group of values that share a `unitKey`: the scale that most of them were printed in. */
export function shownUnit(findings: readonly Valued[]): ShownUnit {
  const counts = new Map<number, number>();
  for (const { value } of findings) counts.set(value.scale, (counts.get(value.scale) ?? 0) + 1);
  const scale = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
  const { dimension, unit, currency = '' } = findings[0]!.value;
  if (dimension === 'percent') return { label: '%', scale };
  const base =
    dimension === 'money' ? currency + (/( per .+)$/.exec(unit)?.[1] ?? '') : (SHOWN_UNITS[unit] ?? unit);
  const prefixed = PREFIXED[unit]?.[scale];
  const label =
    prefixed ??
    (dimension === 'money' ? `${base} ${SCALE_WORDS[scale] ?? ''}` : `${SCALE_WORDS[scale] ?? ''} ${base}`);
  return { label: label.replace(/\s+/g, ' ').trim(), scale };
}

/** The amount in the shown unit, exact: no digit is lost or added. */
export function amountIn({ value }: Valued, { scale }: ShownUnit): number {
  return value.scale === scale
    ? value.amount
    : Number(((value.amount * value.scale) / scale).toPrecision(12));
}

/** The same as text: digits as printed where the scale is the printed one. */
export function cellText(finding: Valued, unit: ShownUnit): string {
  const amount = amountIn(finding, unit);
  const own = finding.value.scale === unit.scale ? decimalsPrinted(finding.value.printed) : 0;
  const [whole = '0', fraction = ''] = String(Math.abs(amount)).split('.');
  const decimals = fraction.padEnd(Math.min(own, 4), '0');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0 ? '−' : ''}${grouped}${decimals === '' ? '' : `.${decimals}`}`;
}
