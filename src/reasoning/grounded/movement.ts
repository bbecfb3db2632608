import type { Value } from '../../domain/value.ts';
import { formatValue, valueInBase } from '../../lib/quantity/index.ts';
import { type Valued, wasWere } from './phrases.ts';

/** How one value became another, in words that the numbers warrant. */
export interface Movement {
  readonly direction: 'up' | 'down' | 'flat';
  /** Past tense with its measure: "rose 31%", "more than doubled", "fell by 3.2 percentage points". */
  readonly words: string;
  /** The same as a noun in brackets or a tail: "up 31%". */
  readonly tail: string;
}

const FLAT_PERCENT = 0.5;

export function movement(from: Valued, to: Valued): Movement {
  if (to.value.dimension === 'percent') return inPoints(from.value, to.value);
  const [a, b] = [valueInBase(from.value), valueInBase(to.value)];
  if (a <= 0 || b <= 0) return acrossZero(from.value, to.value);
  const percent = (b / a - 1) * 100;
  if (Math.abs(percent) < FLAT_PERCENT)
    return { direction: 'flat', words: `${wasWere(to.value)} little changed`, tail: 'little changed' };
  const up = percent > 0;
  const fold = b / a >= 3.5 ? String(Number((b / a).toFixed(1))) : null;
  const tail = fold ? `${fold} times as much` : `${up ? 'up' : 'down'} ${percentText(percent)}`;
  return {
    direction: up ? 'up' : 'down',
    words: fold
      ? `grew ${fold}-fold`
      : (striking(b / a) ?? `${up ? 'rose' : 'fell'} ${percentText(percent)}`),
    tail,
  };
}

/** "rose 31% to $5 billion"; "was unchanged at 13.5%". */
export function movedTo({ direction, words }: Movement, end: string): string {
  return `${words} ${direction === 'flat' ? 'at' : 'to'} ${end}`;
}

/** Whole per cents from ten up, one decimal below; thousands grouped. */
export function percentText(percent: number): string {
  const size = Math.abs(percent);
  const digits = size >= 10 ? Math.round(size).toLocaleString('en-US') : String(Number(size.toFixed(1)));
  return `${digits}%`;
}

/** The difference between two values of one unit, shown as a value of the later one's unit. */
export function difference(from: Value, to: Value): string {
  const step = valueInBase({ amount: 1, scale: to.scale, unit: to.unit });
  const size = Math.abs(valueInBase(to) - valueInBase(from)) / step;
  return formatValue({ ...to, amount: Number(size.toPrecision(10)), printed: to.printed, qualifiers: [] });
}

/** Words for ratios that a reader knows by name; null for the rest. */
function striking(ratio: number): string | null {
  if (ratio >= 1.96 && ratio <= 2.04) return 'doubled';
  if (ratio > 2.04 && ratio < 2.5) return 'more than doubled';
  if (ratio >= 2.94 && ratio <= 3.06) return 'tripled';
  if (ratio > 3.06 && ratio < 3.5) return 'more than tripled';
  if (ratio >= 0.49 && ratio <= 0.51) return 'halved';
  if (ratio > 0.4 && ratio < 0.49) return 'more than halved';
  if (ratio >= 0.655 && ratio <= 0.675) return 'fell by a third';
  return null;
}

function inPoints(from: Value, to: Value): Movement {
  const points = Number((valueInBase(to) - valueInBase(from)).toPrecision(6));
  const decimals = Math.max(decimalsOf(from.amount), decimalsOf(to.amount));
  const size = Number(Math.abs(points).toFixed(Math.min(decimals, 2)));
  if (size === 0) return { direction: 'flat', words: `${wasWere(to)} unchanged`, tail: 'unchanged' };
  const measure = `${size} percentage point${size === 1 ? '' : 's'}`;
  return points > 0
    ? { direction: 'up', words: `rose ${measure}`, tail: `up ${measure}` }
    : { direction: 'down', words: `fell ${measure}`, tail: `down ${measure}` };
}

function acrossZero(from: Value, to: Value): Movement {
  const [a, b] = [valueInBase(from), valueInBase(to)];
  const measure = difference(from, to);
  if (a === b) return { direction: 'flat', words: `${wasWere(to)} unchanged`, tail: 'unchanged' };
  if (a < 0 && b > 0) return { direction: 'up', words: 'turned positive', tail: `up ${measure}` };
  if (a > 0 && b < 0) return { direction: 'down', words: 'turned negative', tail: `down ${measure}` };
  const up = b > a;
  return {
    direction: up ? 'up' : 'down',
    words: `${up ? 'rose' : 'fell'} by ${measure}`,
    tail: `${up ? 'up' : 'down'} ${measure}`,
  };
}

function decimalsOf(amountOf: number): number {
  return String(amountOf).split('.')[1]?.length ?? 0;
}
