import { colorDistance } from '../colors.ts';
import type { LegendEntry } from '../types.ts';

export interface Look {
  readonly color: string;
  readonly form: 'swatch' | 'line' | 'dot';
  readonly dashed: boolean;
}

/** The entry that explains a mark: the same ink, and of several the one drawn like it. */
export function entryOf(look: Look, entries: readonly LegendEntry[]): LegendEntry | null {
  const alike = entries.filter(entry => colorDistance(entry.color, look.color) < SAME_INK);
  const cost = (entry: LegendEntry) =>
    colorDistance(entry.color, look.color) * 4 +
    (entry.dashed === look.dashed ? 0 : 1) +
    (entry.form === 'direct' || entry.form === look.form ? 0 : 0.5);
  return [...alike].sort((a, b) => cost(a) - cost(b))[0] ?? null;
}

/** Wider than `sameColor`: opacity and gradients shift a mark's colour from its key's. */
const SAME_INK = 0.06;
