import { namePlaces } from '../lines/places.ts';
import type { CategoryScale, ValueScale } from '../types.ts';
import { type Bar, middle } from './candidates.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Stack } from './stacks.ts';

/** A place along the base axis with its name: a category, a bin, a date; and the stacks that stand there. */
export interface Slot {
  readonly name: string;
  readonly at: number;
  readonly stacks: readonly Stack[];
}

export interface Slots {
  readonly slots: readonly Slot[];
  /** Bars fill the ranges between ticks. */
  readonly bins: boolean;
}

/** The slots that stacks stand in; null where the base axis can't name them all apart. */
export function slotsOf(stacks: readonly Stack[], base: CategoryScale | ValueScale | null): Slots | null {
  if (!base) return null;
  return base.kind === 'category' ? byCategory(base, stacks) : byValue(base, groupsOf(stacks));
}

function byCategory({ categories }: CategoryScale, stacks: readonly Stack[]): Slots | null {
  const slots = categories.map(({ name, at, from, to }) => ({
    name,
    at,
    stacks: stacks.filter(([bar]) => middle(bar!) >= from && middle(bar!) < to),
  }));
  const placed = slots.reduce((sum, slot) => sum + slot.stacks.length, 0);
  return placed === stacks.length && !slots.some(slot => isCrowded(slot.stacks))
    ? { slots, bins: false }
    : null;
}

/** Two bars of one colour side by side under one name: every second name is left out. */
function isCrowded(stacks: readonly Stack[]): boolean {
  const looks = stacks.map(stack => stack.map(({ color }) => color).join(' '));
  return new Set(looks).size < looks.length;
}

/** Bars between ticks are bins, named by both ends; others stand at a value, or begin at one. */
function byValue(base: ValueScale, groups: readonly Group[]): Slots {
  const bands = groups.map(({ stacks }) => stacks[0]![0]!);
  const single = groups.every(({ stacks }) => stacks.length === 1);
  const ticks = base.ticks.map(({ at }) => at);
  const bins = single && areBins(bands, ticks);
  if (bins && base.kind !== 'date') return { slots: binSlots(base, groups), bins };
  const begin = single && (bins || begins(bands, ticks));
  const places = groups.map((group, i) => (begin ? bands[i]!.from : group.at));
  const names = namesAt(base, places);
  return { slots: groups.map(({ stacks }, i) => ({ name: names[i]!, at: places[i]!, stacks })), bins: false };
}

/** As the ticks print it where each place has one; else by rounding to the step from bar to bar. */
function namesAt(base: ValueScale, places: readonly number[]): readonly string[] {
  const pitch = Math.min(...places.slice(1).map((at, i) => Math.abs(at - places[i]!)), 40);
  const printed = places.map(at => base.ticks.find(tick => Math.abs(tick.at - at) < 0.2 * pitch)?.label.text);
  if (printed.every(name => name !== undefined)) return printed;
  if (base.kind !== 'linear') return namePlaces(base, places);
  const step = niceStep(Math.abs(base.toValue(places[0]! + pitch) - base.toValue(places[0]!)));
  const values = places.map(base.toValue);
  const onStep = step !== null && values.every(v => Math.abs(v / step - Math.round(v / step)) < 0.2);
  if (!onStep) return namePlaces(base, places);
  return values.map(v => String(Number((Math.round(v / step) * step).toPrecision(12))));
}

/** 1, 2, 2.5 or 5 times a power of ten, where a step is nearly that; null for others. */
function niceStep(step: number): number | null {
  const power = 10 ** Math.floor(Math.log10(step) + 0.05);
  const nice = [1, 2, 2.5, 5, 10].map(n => n * power).find(n => Math.abs(n - step) < 0.06 * n);
  return nice ?? null;
}

function areBins(bands: readonly Bar[], ticks: readonly number[]): boolean {
  if (bands.length < 3) return false;
  const thick = bands[0]!.to - bands[0]!.from;
  const gaps = bands.slice(1).map((bar, i) => bar.from - bands[i]!.to);
  const touching = gaps.filter(gap => gap < 0.12 * thick + 0.3).length;
  const apart = gaps.filter(gap => gap > 0.5 * thick).length;
  if (touching < 0.6 * (gaps.length - apart)) return false;
  const inner = ticks.filter(t =>
    bands.some(({ from, to }) => t > from - 0.2 * thick && t < to + 0.2 * thick),
  );
  const onEdge = inner.filter(t =>
    bands.some(({ from, to }) => Math.min(Math.abs(t - from), Math.abs(t - to)) < 0.13 * thick + 0.5),
  );
  return inner.length > 0 && onEdge.length >= 0.8 * inner.length;
}

/** Whether ticks stand at the bars' first edges rather than at their middles. */
function begins(bands: readonly Bar[], ticks: readonly number[]): boolean {
  const count = (of: (bar: Bar) => number) =>
    ticks.filter(t => bands.some(bar => Math.abs(t - of(bar)) < 0.12 * (bar.to - bar.from) + 0.6)).length;
  const starts = count(bar => bar.from);
  return starts >= 2 && starts > count(middle);
}

function binSlots(base: ValueScale, groups: readonly Group[]): Slot[] {
  const bands = groups.map(({ stacks }) => stacks[0]![0]!);
  const edges = bands.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b);
  const thick = bands[0]!.to - bands[0]!.from;
  const distinct = edges.filter((edge, i) => i === 0 || edge - edges[i - 1]! > 0.25 * thick);
  const names = namesAt(base, distinct);
  const nameAt = (edge: number) => {
    const apart = distinct.map(d => Math.abs(d - edge));
    return names[apart.indexOf(Math.min(...apart))]!;
  };
  const rising = base.toValue(bands[0]!.to) > base.toValue(bands[0]!.from);
  return groups.map(({ at, stacks }, i) => {
    const [low, high] = rising ? [bands[i]!.from, bands[i]!.to] : [bands[i]!.to, bands[i]!.from];
    return { name: `${nameAt(low)} – ${nameAt(high)}`, at, stacks };
  });
}
