import type { Finding } from './finding.ts';

/** Values of one metric of one entity in one unit, in order of period: what a trend sentence is about. */
export interface Series {
  readonly metric: string;
  readonly entity: string;
  /** Extra narrowing that keeps this apart from another series of the same metric ("market-based", a segment). */
  readonly scope: string;
  readonly findings: readonly Finding[];
}

/** A pattern that code saw in findings; a reasoner puts it into words. */
export type Insight =
  | { readonly kind: 'level'; readonly finding: Finding }
  | { readonly kind: 'change'; readonly series: Series; readonly from: Finding; readonly to: Finding }
  | {
      readonly kind: 'trend';
      readonly series: Series;
      readonly from: Finding;
      readonly to: Finding;
      readonly shape: 'rise' | 'fall' | 'flat' | 'peak' | 'trough' | 'mixed';
      /** The peak or trough. */
      readonly turn: Finding | null;
    }
  /** Average growth a year between two years of a series. */
  | { readonly kind: 'growth'; readonly series: Series; readonly from: Finding; readonly to: Finding }
  /** The largest step between neighbouring periods of a series. */
  | { readonly kind: 'leap'; readonly series: Series; readonly from: Finding; readonly to: Finding }
  | {
      readonly kind: 'rank';
      readonly metric: string;
      readonly period: string;
      readonly ordered: readonly Finding[];
      /** The lowest comes first. */
      readonly lowest?: true;
      /** The total that the ordered ones are parts of; null where they are not. */
      readonly whole: Finding | null;
    }
  | { readonly kind: 'share'; readonly part: Finding; readonly whole: Finding }
  /** Whether what was asked holds, by the numbers of another insight. */
  | { readonly kind: 'verdict'; readonly holds: boolean; readonly insight: Insight }
  | { readonly kind: 'target'; readonly finding: Finding }
  | { readonly kind: 'statement'; readonly finding: Finding }
  | {
      readonly kind: 'contested';
      readonly finding: Finding;
      readonly others: readonly Finding[];
      /** Names of the sources, of `finding` first, then of `others`. */
      readonly names: readonly string[];
    }
  | {
      readonly kind: 'superseded';
      readonly older: Finding;
      readonly newer: Finding;
      /** Names of the sources: the older one's, then the newer one's. */
      readonly names: readonly [older: string, newer: string];
    };
