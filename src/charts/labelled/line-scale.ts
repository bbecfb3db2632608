import { scaleOf } from '../axes/scale.ts';
import { middleOf } from '../bounds.ts';
import { type PrintedValue, printedValues } from '../checks/printed-values.ts';
import { sameColor } from '../colors.ts';
import type { Label, Line, Tick, ValueScale } from '../types.ts';

/** A number printed at a line's node, perhaps its value. */
interface Guess {
  readonly printed: PrintedValue;
  /** The node's place down the page. */
  readonly at: number;
}

/**
 * The scale on which the numbers printed at nodes stand: at least three of them, and most of those that are there,
 * within their rounding and a page unit of one straight fit that rises upwards; null where they don't.
 */
export function scaleFromLabels(
  nodes: readonly (readonly [x: number, y: number])[],
  labels: readonly Label[],
): ValueScale | null {
  const values = printedValues(labels.filter(label => label.angle === 0));
  const guesses = values.flatMap(printed =>
    nodes.filter(node => isAt(printed, node)).map(([, at]) => ({ printed, at })),
  );
  const count = new Set(guesses.map(guess => guess.printed)).size;
  if (count < 3 || guesses.length > MOST) return null;
  const fit = bestFit(guesses);
  if (!fit || fit.length < Math.max(3, 0.7 * count)) return null;
  const ticks = fit.map(({ printed, at }): Tick => ({ at, label: printed.label, value: printed.value }));
  const places = ticks.map(tick => tick.at);
  const spread = Math.max(...places) - Math.min(...places);
  const units = [...new Set(fit.map(({ printed }) => /%/.exec(printed.label.text)?.[0] ?? ''))];
  return spread > 4 && new Set(ticks.map(tick => tick.value)).size > (fit.length > 3 ? 1 : 2)
    ? scaleOf('linear', ticks, units.find(unit => unit !== '') ?? '')
    : null;
}

/**
 * The scale of one stroke between two numbers in its own ink: what it is worth between them is unknown, and two numbers
 * prove nothing of each other.
 */
export function scaleOfTwo(lines: readonly Line[], labels: readonly Label[]): ValueScale | null {
  const [line] = lines;
  if (lines.length !== 1 || !line || line.nodes.length !== 4) return null;
  const own = printedValues(labels.filter(({ angle, color }) => angle === 0 && sameColor(color, line.color)));
  const [x0, y0, x1, y1] = line.nodes as [number, number, number, number];
  const ends = [[x0, y0] as const, [x1, y1] as const].map(end => ({
    at: end[1],
    near: own.filter(printed => isAt(printed, end)),
  }));
  const ticks = ends.flatMap(({ at, near: [printed] }): Tick[] =>
    printed ? [{ at, label: printed.label, value: printed.value }] : [],
  );
  const [a, b] = ticks;
  const alone = own.length === 2 && ends.every(({ near }) => near.length === 1) && a?.label !== b?.label;
  return a && b && alone && (a.value - b.value) * (a.at - b.at) < 0 ? scaleOf('linear', ticks, '') : null;
}

/** Past this many pairs the drawing is no plain line with its values. */
const MOST = 150;

/** Above, below or beside a node. */
function isAt({ label }: PrintedValue, [x, y]: readonly [number, number]): boolean {
  const middle = middleOf(label);
  const [dx, dy] = [Math.abs(middle.x - x), Math.abs(middle.y - y)];
  const over = dx < 0.9 * label.size && dy < 1.7 * label.size;
  const gap = Math.max(label.x0 - x, x - label.x1);
  return over || (gap < 1.2 * label.size && dy < label.size);
}

/** The guesses, one a number, that most numbers agree with. */
function bestFit(guesses: readonly Guess[]): readonly Guess[] | null {
  let best: readonly Guess[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const [i, a] of guesses.entries()) {
    for (const b of guesses.slice(i + 1)) {
      const slope = (b.at - a.at) / (b.printed.value - a.printed.value);
      if (!(slope < 0) || !Number.isFinite(slope)) continue;
      const { on, off } = agreeing(guesses, { slope, start: a.at - slope * a.printed.value });
      if (on.length < best.length || (on.length === best.length && off >= least)) continue;
      [best, least] = [on, off];
    }
  }
  return best.length >= 3 ? best : null;
}

function agreeing(
  guesses: readonly Guess[],
  { slope, start }: { readonly slope: number; readonly start: number },
) {
  const nearest = new Map<PrintedValue, { guess: Guess; off: number }>();
  for (const guess of guesses) {
    const { value, half } = guess.printed;
    const off = Math.abs(start + slope * value - guess.at);
    if (off > half * Math.abs(slope) + 1) continue;
    const known = nearest.get(guess.printed);
    if (!known || off < known.off) nearest.set(guess.printed, { guess, off });
  }
  const all = [...nearest.values()];
  return { on: all.map(one => one.guess), off: all.reduce((sum, one) => sum + one.off, 0) };
}
