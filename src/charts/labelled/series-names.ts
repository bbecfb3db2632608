import { groupBy } from '../../lib/group.ts';
import { middleOf, unionOf } from '../bounds.ts';
import { entryOf } from '../legend/entries.ts';
import type { Label, LegendEntry } from '../types.ts';
import { blocksOf, type Column, headersOf, isName } from './headers.ts';
import type { Rod } from './rods.ts';

export interface Names {
  /** '' where nothing names that ink. */
  readonly of: (color: string) => string;
  /** Headers that name inks which no legend explains. */
  readonly headers: readonly Label[];
}

interface Printed {
  readonly words: readonly Label[];
  readonly turned: boolean;
  /** The numbers printed at rods. */
  readonly values: readonly Label[];
}

/** What each ink of a chart's rods stands for: by the legend's inks; where these are others, by its order; or by headers. */
export function namesOf(
  rods: readonly Rod[],
  entries: readonly LegendEntry[],
  { words, turned, values }: Printed,
): Names {
  const inks = [...groupBy(rods, ({ shape }) => shape.color)];
  const columns = inks.map(([color, own]): Column => ({ color, bounds: unionOf(own.map(rod => rod.shape)) }));
  const ordered = turned ? inOrder(inks, entries) : null;
  if (ordered) return { of: color => ordered.get(color) ?? '', headers: [] };
  const byInk = (color: string) => entryOf({ color, form: 'swatch', dashed: false }, entries)?.name ?? '';
  const unnamed = columns.filter(({ color }) => byInk(color) === '');
  const several = rods.some(rod => rods.some(other => other !== rod && other.at === rod.at));
  const headersFor = turned ? headersOf : (own: readonly Column[]) => besideLast(own, rods, words);
  const headers = several && unnamed.length > 0 ? headersFor(unnamed, words) : new Map<string, Label>();
  return {
    of: color => byInk(color) || (headers.get(color)?.text ?? (inks.length === 1 ? saidOnce(values) : '')),
    headers: [...headers.values()],
  };
}

/** "61% voted" at one of the rods, and mere numbers at the others. */
function saidOnce(values: readonly Label[]): string {
  const said = values.flatMap(({ text }) => /^[\d.,]+\s?%\s+(\p{L}[\p{L}\s]*)$/u.exec(text)?.[1] ?? []);
  return said.length === 1 ? said[0]! : '';
}

/** Words right of the last stack, as many as it has unnamed parts, name these from the top. */
function besideLast(
  columns: readonly Column[],
  rods: readonly Rod[],
  words: readonly Label[],
): ReadonlyMap<string, Label> {
  const inks = new Set(columns.map(({ color }) => color));
  const end = Math.max(...rods.map(({ at }) => at));
  const last = rods.filter(({ at, shape }) => Math.abs(at - end) < 1 && inks.has(shape.color));
  const stack = unionOf(last.map(({ shape }) => shape));
  const beside = words.filter(label => {
    const { y } = middleOf(label);
    const near = label.x0 > stack.x1 - 2 && label.x0 < stack.x1 + 5 * label.size;
    return (
      label.angle === 0 &&
      near &&
      y > stack.y0 - 1.5 * label.size &&
      y < stack.y1 + label.size &&
      isName(label)
    );
  });
  const blocks = [...blocksOf(beside)].sort((a, b) => a.y0 - b.y0);
  const parts = [...last].sort((a, b) => a.from - b.from);
  if (blocks.length !== parts.length || parts.length !== columns.length) return new Map();
  return new Map(parts.map(({ shape }, i) => [shape.color, blocks[i]!]));
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
