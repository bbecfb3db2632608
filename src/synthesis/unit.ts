import { fixed } from '../lib/fixed.ts';
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

/** More digits before the point than a reader takes in at a glance, and fewer than one. */
const TOO_LARGE = 1e5;
const TOO_SMALL = 0.1;
const STEP = 1e3;
const LARGEST = 1e12;

/**
 * The unit for a group of values that share a `unitKey`: the scale that most of them were printed in, or the next
 * one where the largest would run to six digits and the smallest still shows.
 */
export function shownUnit(findings: readonly Valued[], tooLarge = TOO_LARGE): ShownUnit {
  const counts = new Map<number, number>();
  for (const { value } of findings) counts.set(value.scale, (counts.get(value.scale) ?? 0) + 1);
  const printed = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
  const scale = isScaled(findings[0]!) ? readable(findings, { printed, tooLarge }) : printed;
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

/** Per cents and ratios stay as they are; prices and rates have no thousands. */
function isScaled({ value }: Valued): boolean {
  return !['percent', 'points', 'ratio', 'time'].includes(value.dimension) && !/ per /u.test(value.unit);
}

function readable(
  findings: readonly Valued[],
  { printed, tooLarge }: { readonly printed: number; readonly tooLarge: number },
): number {
  const sizes = findings
    .map(({ value }) => Math.abs(value.amount * value.scale))
    .filter(size => size > 0)
    .sort((a, b) => a - b);
  const [least, most] = [sizes[0], sizes.at(-1)];
  if (least === undefined || most === undefined || printed < 1) return printed;
  let scale = printed;
  const median = sizes[Math.floor(sizes.length / 2)]!;
  while (most / scale >= tooLarge && scale < LARGEST && median / (scale * STEP) >= TOO_SMALL) scale *= STEP;
  return scale;
}

/** The amount in the shown unit, exact: no digit is lost or added. */
export function amountIn({ value }: Valued, { scale }: ShownUnit): number {
  return value.scale === scale
    ? value.amount
    : Number(((value.amount * value.scale) / scale).toPrecision(12));
}

/** The same as text: digits as printed where the scale is the printed one, else so many decimals as `decimalsFor` says. */
export function cellText(finding: Valued, unit: ShownUnit, decimals: number): string {
  const amount = amountIn(finding, unit);
  const own = decimalsPrinted(finding.value.printed);
  const exact = String(amount).split('.')[1]?.length ?? 0;
  const shown =
    finding.value.scale === unit.scale ? Math.min(Math.max(own, exact), 4) : Math.min(decimals, exact);
  const [whole = '0', fraction = ''] = fixed(amount, shown).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const sign = amount < 0 && Number(fixed(amount, shown)) !== 0 ? '−' : '';
  return `${sign}${grouped}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Decimals that a reader needs of amounts that were brought to another scale: three digits of the usual one. */
export function decimalsFor(findings: readonly Valued[], unit: ShownUnit): number {
  const sizes = findings.map(finding => Math.abs(amountIn(finding, unit))).filter(size => size > 0);
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 1;
  return Math.min(3, Math.max(1, 2 - Math.floor(Math.log10(usual))));
}
