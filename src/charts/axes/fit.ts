/** Something printed at a place: both are numbers. */
export interface Pair {
  readonly at: number;
  readonly value: number;
}

/** `at = start + slope × value`. */
export interface Line {
  readonly start: number;
  readonly slope: number;
}

export interface Fit extends Line {
  /** Indices of the pairs on the line, in their order. */
  readonly on: readonly number[];
  /** Page units: the largest distance of one of them. */
  readonly residual: number;
}

/**
 * The line on which most pairs lie within `slack` of their place, fitted to those by least squares; null where
 * fewer than two pairs differ in value.
 */
export function fitLine(pairs: readonly Pair[], slack: number): Fit | null {
  let best: readonly number[] = [];
  let bestError = Number.POSITIVE_INFINITY;
  for (let i = 0; i < pairs.length; i++) {
    for (let j = Math.min(pairs.length - 1, i + FAR); j > i; j--) {
      const line = through(pairs[i]!, pairs[j]!);
      if (!line) continue;
      const on = nearTo(line, pairs, slack);
      // Of equally many, those that follow each other count: every second one may be on a line by chance.
      const error = on.reduce((sum, k) => sum + offBy(line, pairs[k]!), 0) + 1e3 * (on.at(-1)! - on[0]!);
      if (on.length < best.length || (on.length === best.length && error >= bestError)) continue;
      best = on;
      bestError = error;
    }
    if (best.length >= pairs.length - i) break;
  }
  return best.length >= 2 ? refined(pairs, best) : null;
}

/** Pairs further apart in the list than this are not tried: neighbours will do, and many pairs are many tries. */
const FAR = 12;

/** Least squares through all pairs; null where they don't differ in value. */
export function regression(pairs: readonly Pair[]): Line | null {
  const n = pairs.length;
  const meanAt = pairs.reduce((sum, p) => sum + p.at, 0) / n;
  const meanValue = pairs.reduce((sum, p) => sum + p.value, 0) / n;
  const spread = pairs.reduce((sum, p) => sum + (p.value - meanValue) ** 2, 0);
  if (!(spread > 0)) return null;
  const slope = pairs.reduce((sum, p) => sum + (p.value - meanValue) * (p.at - meanAt), 0) / spread;
  return { slope, start: meanAt - slope * meanValue };
}

export function offBy({ start, slope }: Line, { at, value }: Pair): number {
  return Math.abs(start + slope * value - at);
}

function through(a: Pair, b: Pair): Line | null {
  if (a.value === b.value || a.at === b.at) return null;
  const slope = (b.at - a.at) / (b.value - a.value);
  return { slope, start: a.at - slope * a.value };
}

function nearTo(line: Line, pairs: readonly Pair[], slack: number): number[] {
  return pairs.flatMap((pair, i) => (offBy(line, pair) <= slack ? [i] : []));
}

function refined(pairs: readonly Pair[], on: readonly number[]): Fit | null {
  const line = regression(on.map(i => pairs[i]!));
  if (!line || line.slope === 0) return null;
  return { ...line, on, residual: Math.max(...on.map(i => offBy(line, pairs[i]!))) };
}
