import { printedNames } from '../axes/printed-names.ts';
import { writeDates } from '../axes/write-dates.ts';
import type { Category, CategoryScale, ValueScale } from '../types.ts';

/** A place along the base axis, named as a person would write it; '' where the axis names nothing there. */
export function namePlaces(
  base: CategoryScale | ValueScale | null,
  ats: readonly number[],
): readonly string[] {
  if (!base) return ranks(ats);
  if (base.kind === 'category') return ats.map(at => categoryAt(base, at)?.name ?? '');
  const printed = tickNames(base, ats) ?? printedNames(base, ats);
  if (printed) return printed;
  const slack = ats.map(at => slackAt(base, at));
  return base.kind === 'date' ? writeDates(base, ats.map(base.toValue), slack) : numbers(base, ats);
}

/** As the ticks print it, where each place has one of its own: at its line, or all off their labels by as much. */
function tickNames({ ticks }: ValueScale, ats: readonly number[]): readonly string[] | null {
  const pitch = Math.min(...ticks.slice(1).map((tick, i) => Math.abs(tick.at - ticks[i]!.at)));
  const own = ats.map(at => nearestTick(ticks, at));
  const texts = own.map(tick => tick?.label.text ?? '');
  const places = new Set(ats.map(at => Math.round(at)));
  if (new Set(texts).size < new Set(own).size || new Set(own).size < places.size - 1) return null;
  const offs = own.map((tick, i) => (tick ? ats[i]! - tick.at : Number.POSITIVE_INFINITY));
  const near = offs.every(off => Math.abs(off) < Math.min(0.05 * pitch + 0.3, 1.5));
  const spread = Math.max(...offs) - Math.min(...offs);
  const shifted =
    ats.length > 2 && offs.every(off => Math.abs(off) < 0.2 * pitch) && spread < 0.08 * pitch + 0.3;
  return near || shifted ? texts : null;
}

function nearestTick(ticks: ValueScale['ticks'], at: number): ValueScale['ticks'][number] | undefined {
  return ticks.reduce<ValueScale['ticks'][number] | undefined>(
    (best, tick) => (best && Math.abs(best.at - at) <= Math.abs(tick.at - at) ? best : tick),
    undefined,
  );
}

/** The category in whose band a place lies, near its middle. */
export function categoryAt({ categories }: CategoryScale, at: number): Category | null {
  let best: Category | null = null;
  for (const category of categories) {
    if (!best || Math.abs(category.at - at) < Math.abs(best.at - at)) best = category;
  }
  return best && Math.abs(best.at - at) <= 0.35 * Math.abs(best.to - best.from) ? best : null;
}

/** Without names the points are counted from 1. */
function ranks(ats: readonly number[]): readonly string[] {
  const sorted = [...new Set(ats.map(at => Math.round(at * 2)))].sort((a, b) => a - b);
  return ats.map(at => String(sorted.indexOf(Math.round(at * 2)) + 1));
}

function slackAt(base: ValueScale, at: number): number {
  return Math.abs(base.toValue(at + PLACE_SLACK + base.residual + 1.5 * base.blur) - base.toValue(at));
}

/** Page units: points stand within it of the place that is meant. */
const PLACE_SLACK = 0.4;

/** The fewest decimals that keep every number within the slack of where it was drawn. */
function numbers(base: ValueScale, ats: readonly number[]): readonly string[] {
  const values = ats.map(base.toValue);
  return roundTogether(
    values,
    ats.map(at => slackAt(base, at)),
  ).map(String);
}

/** Numbers of one origin, with the fewest decimals that keep each within its slack. */
export function roundTogether(values: readonly number[], slack: readonly number[]): readonly number[] {
  const finest = Math.min(...slack.filter(s => s > 0), Number.POSITIVE_INFINITY);
  const last = Number.isFinite(finest) ? Math.ceil(-Math.log10(finest)) + 1 : 6;
  for (let decimals = Math.min(last - 3, 0); decimals < last; decimals++) {
    const rounded = values.map(value => roundTo(value, decimals));
    if (rounded.every((value, i) => Math.abs(value - values[i]!) <= slack[i]!)) return rounded;
  }
  return values.map(value => roundTo(value, last));
}

function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const rounded = decimals < 0 ? Math.round(value * factor) / factor : Number(value.toFixed(decimals));
  return rounded === 0 ? 0 : rounded;
}
