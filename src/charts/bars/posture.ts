import { moved } from '../axes/scale.ts';
import type { Shape, ValueScale } from '../types.ts';
import type { View } from '../view.ts';
import { type Bar, barsIn, middle } from './candidates.ts';
import { type Stack, stacksOf } from './stacks.ts';

/** The bars of one view with the line that they start from. */
export interface Posture {
  readonly view: View;
  readonly baseline: number;
  readonly stacks: readonly Stack[];
  /** Share of the bars that stand on the baseline or on each other, and that are equally thick: 0 to 1. */
  readonly order: number;
}

/** How a frame's rectangles stand, seen one way: those of one thickness, or all of them; null where there are none. */
export function postureOf(view: View, shapes: readonly Shape[]): Posture | null {
  const zero = baselineOf(view);
  const bars = barsIn(view, shapes, zero);
  const sets = [...alikeSets(bars), ...(bars.length > 0 ? [bars] : [])];
  const [best] = sets.map(set => standing(view, set, zero)).sort((a, b) => weightOf(b) - weightOf(a));
  return best ?? null;
}

export function weightOf({ order, stacks }: Posture): number {
  return order * Math.sqrt(stacks.flat().length);
}

function standing(view: View, bars: readonly Bar[], zero: number): Posture {
  const seat = seatNear(bars, zero, view);
  const adjusted = { ...view, value: seated(view.value, seat) };
  const stacks = stacksOf(
    bars.map(bar => facing(bar, seat)),
    seat,
  );
  const upright = stacks.flat().filter(({ stands }) => stands !== 'free').length;
  return { view: adjusted, baseline: seat, stacks, order: (upright / bars.length) * evenness(bars) };
}

/** Where bars start: at zero, or at the plot's edge nearest to it. */
function baselineOf({ value, plot, turned }: View): number {
  const [low, high] = turned ? [plot.x0, plot.x1] : [plot.y0, plot.y1];
  if (value.kind === 'linear') return Math.min(Math.max(value.toPlace(0), low), high);
  const foot = turned ? low : high;
  const top = turned ? high : low;
  return value.toValue(foot) < value.toValue(top) ? foot : top;
}

/** The place by the baseline where most bars begin: labels alone don't say to a hair where zero is. */
function seatNear(bars: readonly Bar[], zero: number, { value }: View): number {
  const reach = reachOf(value);
  const ends = bars.flatMap(({ foot, tip }) => [foot, tip]).filter(end => Math.abs(end - zero) < reach);
  const votes = (place: number) => ends.filter(end => Math.abs(end - place) < 0.4).length;
  const [best] = [...ends].sort((a, b) => votes(b) - votes(a) || Math.abs(a - zero) - Math.abs(b - zero));
  const bands = new Set(bars.map(bar => Math.round(middle(bar) / (0.4 * thicknessOf(bar) + 0.2)))).size;
  return best !== undefined && votes(best) >= 0.5 * bands ? best : zero;
}

/** A scale whose zero is where bars start, where that is nearly so. */
function seated(scale: ValueScale, seat: number): ValueScale {
  const off = scale.kind === 'linear' ? seat - scale.toPlace(0) : 0;
  return Math.abs(off) > 0.02 && Math.abs(off) < reachOf(scale) ? moved(scale, off) : scale;
}

function reachOf({ ticks }: ValueScale): number {
  return 0.6 * (ticks[0]?.label.size ?? 8);
}

function facing(bar: Bar, baseline: number): Bar {
  const swap = Math.abs(bar.tip - baseline) < Math.abs(bar.foot - baseline);
  return swap ? { ...bar, foot: bar.tip, tip: bar.foot } : bar;
}

/** Bars of one thickness, in sets of at least two. */
function alikeSets(bars: readonly Bar[]): Bar[][] {
  const sorted = [...bars].sort((a, b) => thicknessOf(a) - thicknessOf(b));
  const sets: Bar[][] = [];
  for (const bar of sorted) {
    const set = sets.at(-1);
    const alike = set && thicknessOf(bar) - thicknessOf(set[0]!) < 0.15 * thicknessOf(bar) + 0.4;
    if (alike) set.push(bar);
    else sets.push([bar]);
  }
  return sets.filter(set => set.length >= 2);
}

function thicknessOf({ from, to }: Bar): number {
  return to - from;
}

function evenness(bars: readonly Bar[]): number {
  const thick = bars.map(({ from, to }) => to - from).sort((a, b) => a - b);
  const usual = thick[Math.floor(thick.length / 2)]!;
  return thick.filter(t => Math.abs(t - usual) < 0.2 * usual + 0.4).length / thick.length;
}
