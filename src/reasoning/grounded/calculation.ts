import type { MetricRef } from '../../domain/question.ts';
import type { Dimension } from '../../domain/value.ts';

/** A clause without its times and names, and what is needed to read it. */
export interface Asked {
  readonly text: string;
  /** The same with its names, and known metrics as they are written. */
  readonly whole: string;
  readonly operand: (said: string) => MetricRef | null;
  /** Years between the first and the last asked about; 1 where one is. */
  readonly span: number;
  /** How many years in all: "FY2017 to FY2019" and "three-year average" are three. */
  readonly years: number;
}

/** Arithmetic over metrics, under the name that its result has. */
export interface Drawn {
  readonly name: string;
  readonly expression: string;
  readonly dimension: Dimension;
  readonly operands: readonly MetricRef[];
}

/** Words that may stand before an operand and say nothing. */
export const PLAIN =
  '(?:the |a |its |their |reported |unadjusted |total |overall |net |amounts? of |balance of |value of )*';
