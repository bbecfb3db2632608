import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import type { Valued, WeighedSeries } from './series.ts';

type Shape = Extract<Insight, { kind: 'trend' }>['shape'];

/** A step that is smaller than this share of the level is no movement. */
const STILL = 0.005;
/** A series that stays within this share of its mean is flat; per cents within so many points. */
const FLAT = 0.03;
const FLAT_POINTS = 1.5;

/** What a series of three values or more looks like, and where it turns. */
export function shapeOf({ findings }: Pick<WeighedSeries, 'findings'>): {
  readonly shape: Shape;
  readonly turn: Finding | null;
} {
  const values = findings.map(({ value }) => valueInBase(value));
  if (isFlat(values, findings[0]!)) return { shape: 'flat', turn: null };
  if (climbs(values)) return { shape: 'rise', turn: null };
  if (climbs(values.map(value => -value))) return { shape: 'fall', turn: null };
  const peak = turnOf(values);
  if (peak > 0) return { shape: 'peak', turn: findings[peak] ?? null };
  const trough = turnOf(values.map(value => -value));
  if (trough > 0) return { shape: 'trough', turn: findings[trough] ?? null };
  return { shape: 'mixed', turn: null };
}

function isFlat(values: readonly number[], { value }: Valued): boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (value.dimension === 'percent') return high - low <= FLAT_POINTS;
  const mean = values.reduce((sum, n) => sum + n, 0) / values.length;
  return mean !== 0 && (high - low) / Math.abs(mean) <= FLAT;
}

function climbs(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value >= values[i - 1]! - Math.abs(values[i - 1]!) * STILL);
}

/** Index of the one inner top: up to it all the way, down from it all the way. -1 where there is none. */
function turnOf(values: readonly number[]): number {
  const top = values.indexOf(Math.max(...values));
  if (top <= 0 || top >= values.length - 1) return -1;
  const rises = climbs(values.slice(0, top + 1));
  const falls = climbs(values.slice(top).reverse());
  return rises && falls ? top : -1;
}
