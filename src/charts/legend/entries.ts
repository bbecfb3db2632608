import { colorDistance } from '../colors.ts';
import type { Dot, LegendEntry } from '../types.ts';

export interface Look {
  readonly color: string;
  readonly form: 'swatch' | 'line' | 'dot';
  readonly dashed: boolean;
  readonly marker?: Dot['form'] | undefined;
}

/**
 * The entry that explains a mark: the same ink, and of several the one drawn like it. Null where none is, or where
 * several are told apart only by markers that this mark doesn't show.
 */
export function entryOf(look: Look, entries: readonly LegendEntry[]): LegendEntry | null {
  const alike = entries.filter(entry => colorDistance(entry.color, look.color) < SAME_INK);
  const cost = (entry: LegendEntry) =>
    colorDistance(entry.color, look.color) * 4 +
    (entry.dashed === look.dashed ? 0 : 1) +
    (entry.form === 'direct' || entry.form === look.form ? 0 : 0.5) +
    (entry.marker === undefined || look.marker === undefined || entry.marker === look.marker ? 0 : 1);
  const [best, second] = [...alike].sort((a, b) => cost(a) - cost(b));
  if (!best) return null;
  const tied = second !== undefined && second.marker !== best.marker && cost(second) - cost(best) < 1e-9;
  return tied ? null : best;
}

/** Wider than `sameColor`: opacity and gradients shift a mark's colour from its key's. */
const SAME_INK = 0.06;
