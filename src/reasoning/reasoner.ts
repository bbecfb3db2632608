import type { Insight } from '../domain/insight.ts';
import type { Plan } from '../domain/question.ts';

/**
 * Who plans and words. `grounded` needs no model; whatever else implements this may word things better,
 * but never decides what is true: findings, citations and numbers are bound by code.
 */
export interface Reasoner {
  readonly name: string;
  /** Breaks what was asked into things to find out; what wasn't understood is said in the plan's notes. */
  understand(asked: readonly string[]): Plan;
  /**
   * One sentence whose numbers are the insight's or computed from them. `title` is shorter, fits two lines of a
   * slide, and has no full stop.
   */
  word(insight: Insight, form?: 'sentence' | 'title'): string;
  /** A short noun phrase for headings. */
  topic(question: string): string;
}
