import { middleOf } from '../bounds.ts';
import { type PrintedValue, printedValues } from '../checks/printed-values.ts';
import type { Label } from '../types.ts';
import { type Bundle, lengthOf, type Rod } from './rods.ts';

/** A rod with the numbers that may be its own: inside it first, then at its ends. */
interface Marked {
  readonly rod: Rod;
  readonly inside: readonly PrintedValue[];
  readonly outside: readonly PrintedValue[];
}

export interface Rated {
  /** Value of a page unit of length. */
  readonly rate: number;
  /** The number that each rod carries and its length confirms. */
  readonly values: ReadonlyMap<Rod, PrintedValue>;
  /** Rods in which a number stands that their length belies. */
  readonly belied: ReadonlySet<Rod>;
}

/**
 * The one value of a unit of length by which the numbers printed at rods say how long these are; null where fewer than
 * three rods of different lengths agree, or a fifth of those that carry a number don't.
 */
export function rateOf(bundle: Bundle, labels: readonly Label[]): Rated | null {
  const printed = printedValues(labels);
  const marked = bundle.rods.map(rod => markedRod(rod, printed, bundle));
  const ratios = marked.flatMap(({ rod, inside, outside }) =>
    [...inside, ...outside].map(({ value }) => Math.abs(value) / lengthOf(rod)).filter(r => r > 0),
  );
  const [best] = ratios
    .map(rate => ({ rate, count: marked.filter(one => matchOf(one, rate)).length }))
    .sort((a, b) => b.count - a.count);
  if (!best || best.count < 3) return null;
  const rate = refined(marked, best.rate);
  const values = matched(marked, rate);
  const told = new Set(values.values());
  const belied = new Set(
    marked
      .filter(({ rod, inside }) => !values.has(rod) && inside.some(printed => !told.has(printed)))
      .map(({ rod }) => rod),
  );
  const proven = values.size >= 3 && belied.size <= 0.2 * values.size && areDifferent(values, rate);
  return proven ? { rate, values, belied } : null;
}

/** Page units by which a rod may be longer or shorter than its number says, besides the number's rounding. */
export const SLACK = 0.9;

function matchOf({ rod, inside, outside }: Marked, rate: number): PrintedValue | null {
  const near = [...inside, ...outside].filter(one => offBy(rod, one, rate) <= SLACK);
  return near.sort((a, b) => offBy(rod, a, rate) - offBy(rod, b, rate))[0] ?? null;
}

function offBy(rod: Rod, { value, half }: PrintedValue, rate: number): number {
  return (Math.abs(Math.abs(value) - rate * lengthOf(rod)) - 1.1 * half) / rate;
}

/** Each rod with its number; a number between two rods is the one's in which it stands, or whose length fits better. */
function matched(marked: readonly Marked[], rate: number): ReadonlyMap<Rod, PrintedValue> {
  const claims = marked.flatMap(({ rod, inside, outside }) =>
    [...inside, ...outside].map(printed => {
      const { x0, y0, x1, y1 } = rod.shape;
      const { x, y } = middleOf(printed.label);
      const isIn = x > x0 && x < x1 && y > y0 && y < y1;
      return { rod, printed, isIn, off: offBy(rod, printed, rate) };
    }),
  );
  const values = new Map<Rod, PrintedValue>();
  const taken = new Set<PrintedValue>();
  for (const { rod, printed, off } of claims.sort(
    (a, b) => Number(b.isIn) - Number(a.isIn) || a.off - b.off,
  )) {
    if (off > SLACK || values.has(rod) || taken.has(printed)) continue;
    values.set(rod, printed);
    taken.add(printed);
  }
  return values;
}

/** The middle of the rates that agree with the first guess. */
function refined(marked: readonly Marked[], guess: number): number {
  const rates = marked.flatMap(one => {
    const match = matchOf(one, guess);
    return match ? [{ rate: Math.abs(match.value) / lengthOf(one.rod), length: lengthOf(one.rod) }] : [];
  });
  const weight = rates.reduce((sum, { length }) => sum + length * length, 0);
  return rates.reduce((sum, { rate, length }) => sum + rate * length * length, 0) / weight;
}

/** Equal lengths prove nothing, table cells have them too: three must differ by more than chance explains. */
function areDifferent(values: ReadonlyMap<Rod, PrintedValue>, rate: number): boolean {
  const sorted = [...values.values()].sort((a, b) => Math.abs(a.value) - Math.abs(b.value));
  let [steps, last] = [0, sorted[0]!];
  for (const one of sorted.slice(1)) {
    const apart = Math.abs(one.value) - Math.abs(last.value);
    if (apart < 3 * Math.max(one.half, last.half) + 3 * SLACK * rate) continue;
    steps++;
    last = one;
  }
  const [least, most] = [Math.abs(sorted[0]!.value), Math.abs(sorted.at(-1)!.value)];
  const wide = sorted.length >= 5 && most - least > 6 * (sorted[0]!.half + SLACK * rate);
  return steps >= 2 || (steps === 1 && (wide || most > 1.5 * least));
}

function markedRod(rod: Rod, printed: readonly PrintedValue[], { turned }: Bundle): Marked {
  const beside = printed.flatMap(one => {
    const { x, y } = middleOf(one.label);
    const [along, across] = turned ? [x, y] : [y, x];
    if (Math.abs(across - rod.at) > 0.5 * Math.max(rod.thickness, one.label.size)) return [];
    const [near, far] = turned ? [one.label.x0, one.label.x1] : [one.label.y0, one.label.y1];
    const inside = along > rod.from - 0.5 && along < rod.to + 0.5;
    const gap = Math.max(near - rod.to, rod.from - far);
    return inside || gap < 1.3 * one.label.size ? [{ one, inside, gap }] : [];
  });
  return {
    rod,
    inside: beside.filter(b => b.inside).map(b => b.one),
    outside: beside
      .filter(b => !b.inside)
      .sort((a, b) => a.gap - b.gap)
      .map(b => b.one),
  };
}
