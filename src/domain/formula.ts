import type { MetricRef } from './question.ts';

/**
 * How a metric follows from others, as text that `lib/formula` reads: `365 * average(payables) / cost-of-revenue`.
 * Names are metric ids; one that isn't a plain word stands in square brackets. Percentages come as shares of 1.
 */
export interface Formula {
  /** What it gives; the first of its dimensions says in which unit. */
  readonly metric: MetricRef;
  readonly expression: string;
  /** Every metric that the expression names. */
  readonly inputs: readonly MetricRef[];
  /** The one year that it was asked for; any year where absent. */
  readonly at?: number;
  /** The question defines it itself, asks for the calculation, or the vocabulary has it. */
  readonly from: 'definition' | 'asked' | 'vocabulary';
}

/** How a value was computed from findings, so that anybody can do it again. */
export interface Derivation {
  /** In words: "365 × average accounts payable ÷ cost of revenue". */
  readonly formula: string;
  /** With the numbers, in one scale: "365 × (34,616 + 25,309) ÷ 2 ÷ 111,934, in USD million". */
  readonly worked: string;
  /** Over finding ids in brackets, each worth its value in base units: evaluates to the value. */
  readonly expression: string;
  /** Finding ids, each once, in the order of the formula. */
  readonly inputs: readonly string[];
}
