import { regression } from '../axes/fit.ts';
import { middleOf } from '../bounds.ts';
import type { Category, CategoryScale, Label } from '../types.ts';

/**
 * The years under lines whose nodes stand a year apart or several, where some of them are printed. Nodes are at times
 * drawn a little off their year: all have to be nearer to it than to the middle between two, and no line has two in one.
 */
export function yearsUnder(
  labels: readonly Label[],
  lines: readonly (readonly number[])[],
): CategoryScale | null {
  const printed = labels.flatMap(label => {
    const year = yearOf(label.text);
    return year === null ? [] : [{ label, at: middleOf(label).x, value: year }];
  });
  const { centuries, known } = inCenturies(printed);
  const fit = centuries && known.length >= 2 ? regression(known) : null;
  if (!fit || fit.slope < FINEST) return null;
  const yearAt = (at: number) => (at - fit.start) / fit.slope;
  const years = lines.map(nodes => nodes.map(at => Math.round(yearAt(at))));
  const all = [...new Set(years.flat())].sort((a, b) => a - b);
  const near = lines.flat().every(at => Math.abs(yearAt(at) - Math.round(yearAt(at))) < OFF);
  const apart = years.every((own, i) => new Set(own).size === new Set(lines[i]!.map(Math.round)).size);
  const named = known.every(({ value }) => all.includes(value));
  if (!near || !apart || !named || (all.length < FEWEST && all.length > known.length)) return null;
  const categories = all.map((year): Category => {
    const at = fit.start + fit.slope * year;
    const half = 0.5 * fit.slope;
    const nearest = known.reduce((a, b) => (Math.abs(b.value - year) < Math.abs(a.value - year) ? b : a));
    return { name: String(year), at, from: at - half, to: at + half, label: nearest.label };
  });
  return { kind: 'category', categories };
}

/** Page units of a year: what is finer can't be told apart. */
const FINEST = 4;
/** Years: a node further off its year proves another grain. */
const OFF = 0.3;
/** So many nodes are near their year by no accident. */
const FEWEST = 6;

/** "1993", "'17" or "04'"; null for what is no year. */
function yearOf(text: string): number | null {
  const whole = /^(?:19|20)\d\d$/.exec(text)?.[0];
  const short = /^(?:['’‘](\d\d)|(\d\d)['’‘])$/.exec(text);
  return whole ? Number(whole) : short ? Number(short[1] ?? short[2]) : null;
}

interface Known {
  readonly label: Label;
  readonly at: number;
  readonly value: number;
}

/** Years of two digits are of the century in which they rise from left to right; of this one where none is whole. */
function inCenturies(printed: readonly Known[]): { readonly centuries: boolean; readonly known: Known[] } {
  const sorted = [...printed].sort((a, b) => a.at - b.at);
  const first = sorted[0]?.value ?? 0;
  let century = first >= 100 ? 100 * Math.floor(first / 100) : first > 40 ? 1900 : 2000;
  let last = Number.NEGATIVE_INFINITY;
  const known = sorted.map(one => {
    if (one.value < 100 && century + one.value < last) century += 100;
    const value = one.value < 100 ? century + one.value : one.value;
    const rises = value > last;
    last = value;
    return { ...one, value, rises };
  });
  return { centuries: known.every(({ rises }) => rises), known };
}
