/** A stretch of time that a number is about. */
export interface Period {
  /** As a reader would write it: "2017", "FY2017", "Q3 2015", "30 June 2024", "2019–2023", "2030". */
  readonly label: string;
  readonly kind: 'year' | 'half' | 'quarter' | 'month' | 'day' | 'range';
  readonly year: number;
  /** Half 1-2, quarter 1-4, month 1-12; the last year of a range. */
  readonly part?: number;
  readonly day?: number;
  readonly fiscal?: boolean;
}

/** The unit classes a number can carry. */
export type Dimension =
  | 'money'
  | 'percent'
  | 'points'
  | 'count'
  | 'mass'
  | 'energy'
  | 'power'
  | 'volume'
  | 'area'
  | 'length'
  | 'time'
  | 'ratio'
  | 'other';

/** A number never travels bare. */
export interface Value {
  /** As printed, before `scale`: 177,866 in a table "in millions" is amount 177866 with scale 1e6. */
  readonly amount: number;
  readonly dimension: Dimension;
  /** Canonical unit: `%`, `USD`, `t CO2e`, `kWh`, `people`, `x`, or '' for a plain count. */
  readonly unit: string;
  /** What `amount` is to be multiplied by: 1, 1e3, 1e6, 1e9 … */
  readonly scale: number;
  /** ISO 4217 code for money. */
  readonly currency?: string;
  readonly period: Period | null;
  /** Who or what it is about: a company, a country, a group, a segment; '' where the source doesn't say. */
  readonly entity: string;
  /** What was measured: the vocabulary's name where it is known, else the label as printed. */
  readonly metric: string;
  /** As printed in the source, with its sign, marks and unit. */
  readonly printed: string;
  /** Narrowing words, kept: "about", "at least", "projected", "restated", "adjusted", "Scope 1", "market-based". */
  readonly qualifiers: readonly string[];
  /** `computed`: by a formula from other findings. */
  readonly how: 'text' | 'cell' | 'point' | 'computed';
  /** 0 to 1. */
  readonly confidence: number;
  /** How far off `amount` may be, in its own scale, where it was measured off a drawing. */
  readonly tolerance?: number;
}
