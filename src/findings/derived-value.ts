import type { Formula } from '../domain/formula.ts';
import type { Period, Value } from '../domain/value.ts';
import { fixed } from '../lib/fixed.ts';
import { baseUnit } from '../lib/quantity/index.ts';
import { NO_YEAR, type Valued } from './ledger.ts';

/** What numbers of a formula are shown in. */
export interface Shown {
  readonly factor: number;
  /** "USD million"; '' where the inputs have several units. */
  readonly note: string;
}

const SCALE_WORDS: Readonly<Record<number, string>> = { 1e3: 'thousand', 1e6: 'million', 1e9: 'billion' };

/** The finest scale that any input was printed in. */
export function shownAs(inputs: readonly Valued[]): Shown {
  const units = new Set(inputs.map(({ value }) => value.unit));
  if (units.size !== 1) return { factor: 1, note: '' };
  const factor = Math.min(...inputs.map(({ value }) => value.scale));
  const unit = [...units][0] ?? '';
  return {
    factor,
    note: [unit, SCALE_WORDS[factor] ?? ''].filter(word => word !== '' && word !== '%').join(' '),
  };
}

export function showInput({ value }: Valued, { factor }: Shown): string {
  return ((value.amount * value.scale) / factor).toLocaleString('en-US', { maximumFractionDigits: 3 });
}

/** Whether the inputs may stand in one formula: one currency, and for a ratio one unit. */
export function agree({ metric }: Formula, inputs: readonly Valued[]): boolean {
  const money = inputs.filter(({ value }) => value.dimension === 'money');
  if (new Set(money.map(({ value }) => value.currency ?? '')).size > 1) return false;
  const mixed = metric.dimensions[0] === 'money' && money.length > 0 && money.length < inputs.length;
  return mixed || new Set(inputs.map(({ value }) => baseUnit(value.unit))).size === 1;
}

/** What a formula gives, as a value of its metric; `result` is in base units, a percentage as a share of 1. */
export function derivedValue(
  { metric }: Formula,
  result: number,
  { inputs, year, shown, entity }: { inputs: readonly Valued[]; year: number; shown: Shown; entity: string },
): Omit<Value, 'confidence'> {
  const measure = measureOf(metric.dimensions[0], result, inputs, shown);
  const decimals = decimalsFor(measure, inputs);
  const printed = (measure.amount < 0 ? '-' : '') + fixed(measure.amount, decimals);
  return {
    ...measure,
    amount: Number(printed),
    period: periodFor(inputs, year),
    entity,
    metric: metric.name,
    printed,
    qualifiers: [],
    how: 'computed',
  };
}

type Measure = Pick<Value, 'amount' | 'dimension' | 'unit' | 'scale' | 'currency'>;

function measureOf(
  dimension: Value['dimension'] | undefined,
  result: number,
  inputs: readonly Valued[],
  { factor }: Shown,
): Measure {
  if (dimension === 'percent') return { amount: result * 100, dimension, unit: '%', scale: 1 };
  if (dimension === 'points') return { amount: result, dimension, unit: 'pp', scale: 1 };
  if (dimension === 'ratio') return { amount: result, dimension, unit: 'x', scale: 1 };
  if (dimension === 'time') return { amount: result, dimension, unit: 'days', scale: 1 };
  const { value } = inputs.find(input => input.value.dimension === dimension) ?? inputs[0]!;
  const { unit, currency } = value;
  if (value.dimension === 'percent') return { amount: result, dimension: 'points', unit: 'pp', scale: 1 };
  const plain = { amount: result / factor, dimension: value.dimension, unit, scale: factor };
  return currency ? { ...plain, currency } : plain;
}

/** As many digits as a reader can use: no more than the inputs bear out. */
function decimalsFor({ amount, dimension }: Measure, inputs: readonly Valued[]): number {
  if (dimension === 'percent') return Math.abs(amount) >= 10 ? 1 : 2;
  if (dimension === 'ratio' || dimension === 'time') return 2;
  const printed = inputs.map(({ value }) => String(value.amount).split('.')[1]?.length ?? 0);
  return Math.min(2, Math.max(...printed));
}

/** The year of the flows among the inputs; a ratio of balances is of their day. */
function periodFor(inputs: readonly Valued[], year: number): Period | null {
  if (year === NO_YEAR) return null;
  const periods = inputs.flatMap(({ value }) => (value.period ? [value.period] : []));
  return (
    periods.find(period => period.kind === 'year' && period.year === year) ??
    periods.find(period => period.year === year) ?? { label: String(year), kind: 'year', year }
  );
}
