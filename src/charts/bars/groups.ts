import { middle } from './candidates.ts';
import type { Stack } from './stacks.ts';

/** Stacks side by side around one place of the base axis. */
export interface Group {
  readonly at: number;
  readonly stacks: readonly Stack[];
}

/** Stacks in order along the base axis, gathered where bars of different colours repeat at one pitch. */
export function groupsOf(stacks: readonly Stack[]): Group[] {
  const sorted = [...stacks].sort((a, b) => placeOf(a) - placeOf(b));
  const cycle = sorted.every(stack => stack.length === 1) ? cycleOf(sorted) : null;
  if (!cycle) return sorted.map(stack => ({ at: placeOf(stack), stacks: [stack] }));
  const groups = new Map<number, Stack[]>();
  for (const stack of sorted) {
    const index = Math.floor((placeOf(stack) - cycle.start) / cycle.pitch);
    groups.set(index, [...(groups.get(index) ?? []), stack]);
  }
  return [...groups].map(([index, own]) => ({ at: cycle.start + (index + 0.5) * cycle.pitch, stacks: own }));
}

function placeOf(stack: Stack): number {
  return middle(stack[0]!);
}

interface Cycle {
  /** Where one group ends and the next begins. */
  readonly start: number;
  readonly pitch: number;
}

/** The pitch at which colours repeat; null where there is one colour, or all bars are equally far apart. */
function cycleOf(sorted: readonly Stack[]): Cycle | null {
  const places = new Map<string, number[]>();
  for (const stack of sorted)
    places.set(stack[0]!.color, [...(places.get(stack[0]!.color) ?? []), placeOf(stack)]);
  if (places.size < 2) return null;
  const steps = [...places.values()].flatMap(own => own.slice(1).map((at, i) => at - own[i]!));
  const pitch = Math.min(...steps);
  if (!Number.isFinite(pitch)) return oneGroup(sorted);
  const thick = sorted[0]![0]!.to - sorted[0]![0]!.from;
  if (pitch < 1.5 * thick || steps.some(step => Math.abs(step / pitch - Math.round(step / pitch)) > 0.06))
    return null;
  const phases = sorted
    .map(stack => placeOf(stack) - pitch * Math.floor(placeOf(stack) / pitch))
    .sort((a, b) => a - b);
  const gaps = phases.map((phase, i) => ({ phase, gap: (phases[i + 1] ?? phases[0]! + pitch) - phase }));
  const [widest, second] = [...gaps].sort((a, b) => b.gap - a.gap);
  if (!widest || (second && widest.gap < 1.15 * second.gap)) return null;
  return { pitch, start: widest.phase + widest.gap / 2 };
}

/** Colours that don't repeat are one group only where bars touch. */
function oneGroup(sorted: readonly Stack[]): Cycle | null {
  const bars = sorted.map(stack => stack[0]!);
  const touching = bars.slice(1).every((bar, i) => bar.from - bars[i]!.to < 0.25 * (bar.to - bar.from));
  if (!touching) return null;
  const [from, to] = [bars[0]!.from, bars.at(-1)!.to];
  return { start: from - 1, pitch: to - from + 2 };
}
