import type { Formula } from './formula.ts';
import type { Dimension, Period } from './value.ts';

/** A metric asked for: the vocabulary's entry, or the question's own words where it has none. */
export interface MetricRef {
  /** Vocabulary id (`revenue`, `capex`, `ghg-scope-1`), or `own:` and the words. */
  readonly id: string;
  readonly name: string;
  /** Phrases that mean it, lower case, the name among them; the longest match wins. */
  readonly phrases: readonly string[];
  /** Phrases that look like it and are something else ("cost of revenue"). */
  readonly not: readonly string[];
  readonly dimensions: readonly Dimension[];
  /** Where a table is asked for one cell: what its labels have to say, and the rest of the question, which they may say. */
  readonly labels?: { readonly own: string; readonly around: string };
}

export type Aspect =
  | 'level'
  | 'change'
  | 'trend'
  | 'comparison'
  | 'rank'
  | 'share'
  | 'cause'
  | 'target'
  | 'list'
  | 'statement'
  /** "How many …": a number of things, which may have to be counted. */
  | 'count'
  /** "Did …?", "Is …?": answered by yes or no. */
  | 'whether';

/** One thing to find out. */
export interface Question {
  /** `q1`, `q2`, … in the order asked. */
  readonly id: string;
  readonly text: string;
  /** A short noun phrase for headings: "Capital expenditure". */
  readonly topic: string;
  readonly metrics: readonly MetricRef[];
  readonly entities: readonly string[];
  /** Every proper name that it gives, the entities among them: where no source mentions one, none can answer. */
  readonly names?: readonly string[];
  /** Absolute; "since 2019" is a range from 2019 to a year far ahead. */
  readonly periods: readonly Period[];
  /** "In each of the last three years" is 3, "latest" is 1: counted back from the newest year that the sources report. */
  readonly lastYears?: number;
  readonly aspects: readonly Aspect[];
  /** Further content words to rank by, stemmed by the search, with weights. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /** "by scope and year": the dimensions to lay values out along. */
  readonly by: readonly string[];
  /** How metrics asked for can be computed; the first for a metric that all inputs are found for is taken. */
  readonly formulas?: readonly Formula[];
  /** What it names and no source mentions, once they were searched. */
  readonly absent?: readonly string[];
  /** What those formulas lacked when findings were settled last: "inventories in 2016". */
  readonly missing?: readonly string[];
}

export interface Plan {
  readonly questions: readonly Question[];
  /** What was not understood, said so in the report. */
  readonly notes: readonly string[];
}
