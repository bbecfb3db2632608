import type { Dimension, Period } from '../../domain/value.ts';

/** An amount with everything that makes it a quantity: `amount × scale` of `unit`. */
export interface Quantity {
  readonly amount: number;
  readonly scale: number;
  readonly dimension: Dimension;
  /** Canonical, as `Value.unit`. */
  readonly unit: string;
  /** ISO 4217, for money. */
  readonly currency?: string;
  readonly printed: string;
  /** "about", "at least", "more than", "up to", "less than", "between". */
  readonly qualifiers: readonly string[];
  /** The upper end of a range ("10–12%"), in the same scale and unit. */
  readonly high?: number;
}

/** A quantity in running text; `text.slice(start, end) === printed`. */
export interface NumberSpan extends Quantity {
  readonly start: number;
  readonly end: number;
}

/** A period in running text. */
export interface PeriodSpan {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  readonly period: Period;
  /** The preposition before it, lower case: "in", "by", "since", "from", "to", "until", …; '' where there is none. */
  readonly lead: string;
}

/** What words near a number say about its unit: "(in millions)" gives a scale, "USD million" scale and currency. */
export interface UnitHint {
  readonly scale?: number;
  readonly dimension?: Dimension;
  readonly unit?: string;
  readonly currency?: string;
}
