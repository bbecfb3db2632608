import type { Bounds } from '../../domain/mark.ts';
import { unionOf } from '../bounds.ts';
import { entryOf } from '../legend/entries.ts';
import type { Label, LegendEntry, Shape, SolvedPoint, Wedge } from '../types.ts';
import { type PrintedNumber, parseSlice, type SliceLabel } from './slice-label.ts';
import { wordsAtSlices } from './slice-words.ts';
import type { Pie } from './wedges.ts';

export interface PieRead {
  readonly chart: 'pie' | 'donut';
  /** Wedges and the words at them. */
  readonly bounds: Bounds;
  /** '%' where values are shares. */
  readonly unit: string;
  readonly points: readonly SolvedPoint[];
  /** The numbers printed at several slices are not in proportion to them. */
  readonly belied: boolean;
  readonly shapes: ReadonlySet<Shape>;
  readonly labels: ReadonlySet<Label>;
}

interface Slice {
  readonly wedge: Wedge;
  /** 0 to 1. */
  readonly share: number;
  readonly name: string;
  readonly printed: SliceLabel | null;
}

/** What stands around a pie: `labels` without the legend's. */
interface Surroundings {
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
  readonly entries: readonly LegendEntry[];
}

/**
 * A pie or ring with its slices named and measured. Values are those that are printed, held against the angles; where
 * none are, the shares in percent. Slices that close to a whole turn prove each other.
 */
export function readPie(pie: Pie, { shapes, labels, entries }: Surroundings): PieRead {
  const words = wordsAtSlices(
    pie,
    labels.filter(label => label.text.trim() !== ''),
    shapes,
  );
  const printed = pie.wedges.map(wedge => {
    const own = words.get(wedge);
    return own ? parseSlice(own.map(label => label.text).join(' ')) : null;
  });
  const shares = pie.wedges.map(wedge => (wedge.to - wedge.from) / pie.sweep);
  const total = totalOf(
    shares,
    printed.map(label => label?.value ?? null),
  );
  const slices = pie.wedges.map((wedge, i): Slice => {
    const entry = entryFor(pie, i, entries);
    const said =
      (total === null ? printed[i]?.words : printed[i]?.name) ||
      (total === null ? wordsOf(words.get(wedge)) : '');
    return { wedge, share: shares[i]!, name: entry?.name || said || String(i + 1), printed: printed[i]! };
  });
  const used = new Set([...words.values()].flat());
  return {
    chart: pie.hole > 0 ? 'donut' : 'pie',
    bounds: unionOf([...pie.wedges, ...used]),
    shapes: new Set(pie.wedges),
    labels: used,
    ...measure(pie, slices, total),
    belied: isBelied(slices, total),
  };
}

/** At least two slices carry numbers, and fewer than half of these say what is drawn. */
function isBelied(slices: readonly Slice[], total: number | null): boolean {
  const numbered = slices.filter(
    ({ printed }) => printed?.percent || (printed?.value && !isYear(printed.value)),
  );
  const right = numbered.filter(({ printed, share }) => {
    if (printed?.percent) return agrees(printed.percent, 100 * share, 0.8);
    return total !== null;
  });
  return numbered.length > 1 && 2 * right.length < numbered.length;
}

function isYear({ amount }: PrintedNumber): boolean {
  return Number.isInteger(amount) && amount > 1800 && amount < 2100;
}

/** A name that looks like a number: a year. */
function wordsOf(labels: readonly Label[] | undefined): string {
  return labels?.find(label => !label.text.includes('%'))?.text ?? '';
}

/** By its ink; where slices share an ink and the legend has as many entries, by its place. */
function entryFor(pie: Pie, i: number, entries: readonly LegendEntry[]): LegendEntry | null {
  const { color, mark } = pie.wedges[i]!;
  const repeats = new Set(pie.wedges.map(wedge => wedge.color)).size < pie.wedges.length;
  if (repeats && entries.length === pie.wedges.length) return entries[i]!;
  return entryOf({ color, form: 'swatch', dashed: mark.dashed }, entries);
}

function measure(pie: Pie, slices: readonly Slice[], total: number | null): Pick<PieRead, 'unit' | 'points'> {
  const values = slices.map(slice => slice.printed?.value ?? null);
  const percents = slices.map(slice => slice.printed?.percent ?? null);
  if (total !== null && values.every(value => value !== null)) {
    return { unit: unitOf(values), points: pointsOf(pie, slices, { printed: values, whole: total }) };
  }
  const shares = percents.some(percent => percent !== null) ? percents : sharesAmong(values, total);
  return { unit: '%', points: pointsOf(pie, slices, { printed: shares, whole: 100 }) };
}

/** What the whole pie stands for, by the values printed at its slices; null where they don't grow with the slices. */
function totalOf(shares: readonly number[], values: readonly (PrintedNumber | null)[]): number | null {
  let [sum, share] = [0, 0];
  values.forEach((value, i) => {
    if (!value) return;
    sum += value.amount;
    share += shares[i]!;
  });
  const count = values.filter(value => value !== null).length;
  if (count < 2 || share === 0 || sum <= 0) return null;
  const whole = sum / share;
  const fits = values.every((value, i) => !value || agrees(value, shares[i]! * whole, 0.02 * whole));
  return fits ? whole : null;
}

/** Numbers without a percent sign that are the shares in percent all the same. */
function sharesAmong(values: readonly (PrintedNumber | null)[], total: number | null) {
  const percent = total !== null && Math.abs(total - 100) < 3;
  return percent ? values : values.map(() => null);
}

function agrees(value: PrintedNumber, measured: number, slack: number): boolean {
  return Math.abs(value.amount - measured) <= value.half + slack;
}

function unitOf(values: readonly (PrintedNumber | null)[]): string {
  const units = new Set(values.map(value => value?.unit ?? ''));
  return units.size === 1 ? [...units][0]! : '';
}

interface Reading {
  readonly printed: readonly (PrintedNumber | null)[];
  readonly whole: number;
}

function pointsOf(pie: Pie, slices: readonly Slice[], { printed, whole }: Reading): readonly SolvedPoint[] {
  const slack = (0.3 / pie.outer / pie.sweep) * whole;
  return slices.map(({ share, name, wedge }, i) => {
    const { x0, y0, x1, y1 } = wedge;
    const base = { series: '', x: name, bounds: { x0, y0, x1, y1 } };
    const value = printed[i] ?? null;
    const measured = share * whole;
    const said = value !== null && agrees(value, measured, 0.008 * whole);
    const verified = name !== String(i + 1) && (said || (pie.closes && value === null));
    if (said && !isCoarse(value, slack)) {
      return { ...base, y: value.amount, how: 'label', verified, tolerance: value.half };
    }
    return { ...base, y: roundTo(measured, slack), how: 'geometry', verified, tolerance: slack };
  });
}

/** "9 %" for what is drawn as 8.57: the angle says more than the label, which bears it out. */
function isCoarse({ amount, half }: PrintedNumber, slack: number): boolean {
  return half > 4 * slack && half > 0.01 * Math.abs(amount);
}

/** One digit finer than it is sure of. */
function roundTo(value: number, slack: number): number {
  const decimals = Math.max(0, Math.ceil(-Math.log10(slack)) + 1);
  return Number(value.toFixed(Math.min(decimals, 12)));
}
