import { printedNames } from '../axes/printed-names.ts';
import { writeDates } from '../axes/write-dates.ts';
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

/** The slots that stacks stand in; null where the names along the base axis don't tell them apart. */
export function slotsOf(stacks: readonly Stack[], base: CategoryScale | ValueScale | null): Slots | null {
  if (!base) return { slots: numbered(groupsOf(stacks)), bins: false };
  return base.kind === 'category' ? byCategory(base, stacks) : byValue(base, groupsOf(stacks));
}

/** Where nothing is printed along the axis, slots are counted from 1. */
function numbered(groups: readonly Group[]): Slot[] {
  return groups.map(({ at, stacks }, i) => ({ name: String(i + 1), at, stacks }));
}

/** Groups by the name that stands at them; one group may have none, more are not told apart. */
function byCategory({ categories }: CategoryScale, stacks: readonly Stack[]): Slots | null {
  const slots = categories.map(({ name, at, from, to }) => ({
    name,
    at,
    stacks: stacks.filter(([bar]) => middle(bar!) >= from && middle(bar!) < to),
  }));
  const placed = slots.reduce((sum, slot) => sum + slot.stacks.length, 0);
  if (placed === stacks.length && !slots.some(slot => isCrowded(slot.stacks))) return { slots, bins: false };
  const groups = groupsOf(stacks);
  const pitch = pitchOf(groups.map(({ at }) => at));
  const named = groups.map(({ at, stacks: own }) => {
    const category = categories.find(c => Math.abs(c.at - at) < 0.25 * pitch);
    return { name: category?.name ?? '', at, stacks: own };
  });
  const unnamed = named.filter(({ name }) => name === '').length;
  return unnamed <= 1 && unnamed < named.length - 1 ? { slots: named, bins: false } : null;
}

/** Two bars of one colour side by side under one name: every second name is left out. */
function isCrowded(stacks: readonly Stack[]): boolean {
  const looks = stacks.map(stack => stack.map(({ color }) => color).join(' '));
  return new Set(looks).size < looks.length;
}

/** Bars between ticks are bins, named by both ends; others stand at a value, or fill what follows it. */
function byValue(base: ValueScale, groups: readonly Group[]): Slots {
  const bands = groups.map(({ stacks }) => stacks[0]![0]!);
  const single = groups.every(({ stacks }) => stacks.length === 1);
  const bins = single && base.kind !== 'date' && areBins(bands, placesOf(base));
  if (bins) return { slots: binSlots(base, groups), bins };
  const shift = tickShift(base, groups);
  const places = groups.map(({ at }) => at + shift);
  const printed = printedNames(
    base,
    groups.map(({ at }) => at),
  );
  const names = printed ?? namesAt(base, places);
  return { slots: groups.map(({ stacks }, i) => ({ name: names[i]!, at: places[i]!, stacks })), bins: false };
}

function placesOf({ ticks }: ValueScale): number[] {
  return ticks.map(({ at }) => at);
}

/** How far ticks stand from the middles of the groups that they name; half a pitch where they stand between groups. */
function tickShift(base: ValueScale, groups: readonly Group[]): number {
  const pitch = pitchOf(groups.map(({ at }) => at));
  const shares = placesOf(base).flatMap(tick => {
    const offs = groups.map(({ at }) => (tick - at) / pitch).filter(off => Math.abs(off) <= 0.6);
    return offs.length > 0 ? [offs.reduce((a, b) => (Math.abs(a) < Math.abs(b) ? a : b))] : [];
  });
  const between = shares.filter(share => Math.abs(share) > 0.3).length;
  const way = base.toValue(1) > base.toValue(0) ? -1 : 1;
  if (between > 0.5 * shares.length) return 0.5 * pitch * way;
  const sorted = shares.filter(share => Math.abs(share) <= 0.3).sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0) * pitch;
}

/** The least distance of neighbours, in page units; a single place has none, and any will do. */
function pitchOf(places: readonly number[]): number {
  const steps = places.slice(1).map((at, i) => Math.abs(at - places[i]!));
  return steps.length > 0 ? Math.min(...steps) : 40;
}

/** As the ticks print it where each place has one; else by rounding to the step from bar to bar. */
function namesAt(base: ValueScale, places: readonly number[]): readonly string[] {
  const pitch = pitchOf(places);
  const printed = places.map(at => base.ticks.find(tick => Math.abs(tick.at - at) < 0.2 * pitch)?.label.text);
  if (printed.every(name => name !== undefined)) return printed;
  if (base.kind === 'date') {
    const times = places.map(base.toValue);
    const quarter = Math.abs(base.toValue(places[0]! + 0.25 * pitch) - times[0]!);
    return writeDates(
      base,
      times,
      times.map(() => quarter),
    );
  }
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
  if (inner.length > 0 && onEdge.length >= 0.8 * inner.length) return true;
  // Bins of any width: bars touch all along, and ticks stand anywhere among them.
  const seamless = gaps.filter(gap => Math.abs(gap) < 0.02 * thick + 0.1).length;
  const centred = inner.filter(t => bands.some(bar => Math.abs(t - middle(bar)) < 0.15 * thick));
  return bands.length >= 5 && seamless === gaps.length && centred.length < 0.6 * inner.length;
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
