import type { Value } from '../domain/value.ts';
import { parseNumbers } from '../lib/quantity/index.ts';

/** How far an answer may be from gold: gold is often rounded. */
const TOLERANCE = 0.01;
/** Gold says "in USD millions" in the question and then a bare number. */
const SCALES = [1, 1e3, 1e6, 1e9];
const SINGLE =
  /^\s*(?:[-−]\s*)?[$€£]?\s*(?<digits>[\d,]*\.?\d+)\s*(?<mark>%|percent\b|million\b|billion\b|thousand\b)?\s*(?:\.\s.*)?$/is;

/** Gold that is one number: its size as printed, and whether it is a percentage; null for anything else. */
export interface NumericGold {
  readonly amount: number;
  readonly percent: boolean;
}

export function numericGold(answer: string): NumericGold | null {
  const match = SINGLE.exec(answer);
  if (!match) return null;
  const { digits = '', mark = '' } = match.groups ?? {};
  const amount = Number(digits.replaceAll(',', ''));
  return Number.isFinite(amount) ? { amount, percent: /^(?:%|percent)$/i.test(mark) } : null;
}

/** Signs aside: gold says "-27%" where a sentence says "fell 27%", and "16%" of what is 16 points apart. */
export function matchesValue(
  gold: NumericGold,
  { amount, scale, unit }: Pick<Value, 'amount' | 'scale' | 'unit'>,
): boolean {
  if (gold.percent) return (unit === '%' || unit === 'pp') && near(amount, gold.amount);
  return SCALES.some(factor => near(amount * scale, gold.amount * factor));
}

/** Whether any number in a text is the gold one. */
export function statesNumber(gold: NumericGold, text: string): boolean {
  return parseNumbers(text).some(span => matchesValue(gold, span));
}

function near(found: number, wanted: number): boolean {
  return Math.abs(Math.abs(found) - Math.abs(wanted)) <= TOLERANCE * Math.abs(wanted);
}
