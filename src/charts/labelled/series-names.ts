import { groupBy } from '../../lib/group.ts';
import { middleOf, unionOf } from '../bounds.ts';
import { entryOf } from '../legend/entries.ts';
import type { Label, LegendEntry } from '../types.ts';
import { type Column, headersOf } from './headers.ts';
import type { Rod } from './rods.ts';

export interface Names {
  /** '' where nothing names that ink. */
  readonly of: (color: string) => string;
  /** Headers that name inks which no legend explains. */
  readonly headers: readonly Label[];
}

/** What each ink of a chart's rods stands for: by the legend's inks; where these are others, by its order; or by headers. */
export function namesOf(
  rods: readonly Rod[],
  entries: readonly LegendEntry[],
  { words, turned }: { readonly words: readonly Label[]; readonly turned: boolean },
): Names {
  const inks = [...groupBy(rods, ({ shape }) => shape.color)];
  const columns = inks.map(([color, own]): Column => ({ color, bounds: unionOf(own.map(rod => rod.shape)) }));
  const ordered = turned ? inOrder(inks, entries) : null;
  if (ordered) return { of: color => ordered.get(color) ?? '', headers: [] };
  const byInk = (color: string) => entryOf({ color, form: 'swatch', dashed: false }, entries)?.name ?? '';
  const unnamed = columns.filter(({ color }) => byInk(color) === '');
  const several = rods.some(rod => rods.some(other => other !== rod && other.at === rod.at));
  const headers =
    turned && several && unnamed.length > 0 ? headersOf(unnamed, words) : new Map<string, Label>();
  return {
    of: color => byInk(color) || (headers.get(color)?.text ?? ''),
    headers: [...headers.values()],
  };
}

/**
 * A legend in one row with as many entries as stacks have parts, not all in their inks: drawn in other shades, it still
 * names the parts from left to right. Null where inks explain all.
 */
function inOrder(
  inks: readonly (readonly [string, readonly Rod[]])[],
  entries: readonly LegendEntry[],
): ReadonlyMap<string, string> | null {
  const [first] = entries;
  const inRow = entries.every(one => Math.abs(middleOf(one).y - middleOf(first!).y) < 0.4 * one.label.size);
  if (inks.length < 3 || inks.length !== entries.length || !inRow) return null;
  const explained = new Set(
    inks.map(([color]) => entryOf({ color, form: 'swatch', dashed: false }, entries)?.name),
  );
  if (explained.size === inks.length && !explained.has(undefined)) return null;
  const mean = (rods: readonly Rod[]) => rods.reduce((sum, { from }) => sum + from, 0) / rods.length;
  const parts = [...inks].sort(([, a], [, b]) => mean(a) - mean(b));
  const names = [...entries].sort((a, b) => a.x0 - b.x0).map(({ name }) => name);
  return new Map(parts.map(([color], i) => [color, names[i]!]));
}
