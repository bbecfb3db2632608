import type { Bounds } from '../../domain/mark.ts';
import { unionOf } from '../bounds.ts';
import type { Label, Shape, Tick, ValueScale } from '../types.ts';
import { alignedRows, type Direction, placeOf, type Row } from './aligned.ts';
import { crispSlack, withoutCrispness } from './crisp.ts';
import { type Fit, fitLine, type Pair } from './fit.ts';
import { type RowReading, readRow } from './readings.ts';
import { scaleOf } from './scale.ts';
import { pushedIn, snapped } from './snap.ts';

/** Labels that measure a direction: numbers or dates whose places are in proportion to them. */
export interface Ruler {
  readonly direction: Direction;
  readonly scale: ValueScale;
  /** Of its labels. */
  readonly bounds: Bounds;
}

interface Candidate {
  readonly row: Row;
  readonly reading: RowReading;
  readonly fit: Fit;
}

/** Every ruler among the labels, the longest first; a label belongs to one. */
export function findRulers(labels: readonly Label[], shapes: readonly Shape[]): Ruler[] {
  const candidates = alignedRows(labels)
    .flatMap(row => [row, ...runsOf(row)])
    .flatMap(candidatesIn)
    .sort((a, b) => b.fit.on.length - a.fit.on.length || a.fit.residual - b.fit.residual);
  const used = new Set<Label>();
  const rulers: Ruler[] = [];
  for (const candidate of candidates) {
    const own = labelsOf(candidate);
    if (own.some(label => used.has(label))) continue;
    for (const label of own) used.add(label);
    rulers.push(rulerOf(candidate, shapes));
  }
  return rulers;
}

function labelsOf({ row, fit }: Candidate): Label[] {
  return fit.on.map(i => row.labels[i]!);
}

/** Parts of a row in which values go one way: panels side by side repeat their axis. */
function runsOf({ labels, direction }: Row): Row[] {
  const values = readRow(labels)[0]!.values;
  const known = labels.flatMap((label, i) => (values[i] === null ? [] : [{ label, value: values[i]! }]));
  const rising = known.filter((k, i) => i > 0 && k.value > known[i - 1]!.value).length;
  const way = 2 * rising >= known.length - 1 ? 1 : -1;
  const runs: Label[][] = [];
  known.forEach(({ label, value }, i) => {
    const goesOn = i > 0 && way * (value - known[i - 1]!.value) > 0;
    if (goesOn) runs.at(-1)!.push(label);
    else runs.push([label]);
  });
  return runs.length > 1 ? runs.filter(run => run.length >= 2).map(run => ({ labels: run, direction })) : [];
}

function candidatesIn(row: Row): Candidate[] {
  const readings = readRow(row.labels).flatMap(reading => {
    const fit = fitRow(row, reading);
    return fit && isRuler(row, reading, fit) ? [{ row, reading, fit }] : [];
  });
  const [best] = readings.sort((a, b) => b.fit.on.length - a.fit.on.length);
  return best ? [best] : [];
}

function fitRow({ labels, direction }: Row, { values, kind }: RowReading): Fit | null {
  const known = labels.flatMap((label, i) =>
    values[i] === null ? [] : [{ i, at: placeOf(label, direction), value: values[i]! }],
  );
  if (known.length < 2 || known.length > MOST) return null;
  const size = labels[0]!.size;
  const gaps = known.slice(1).map((pair, i) => pair.at - known[i]!.at);
  const spacing = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const slack = Math.max(0.15 * size, (kind === 'date' ? 0.06 : 0.025) * spacing);
  const fit = fitLine(known, slack);
  const best = fit && fit.on.length < 3 && direction === 'x' ? (innerFit(known, labels, slack) ?? fit) : fit;
  return best && { ...best, on: best.on.map(k => known[k]!.i) };
}

/** The fit of all but the outer two labels, where these were pushed inwards and still cover their places. */
function innerFit(
  known: readonly (Pair & { readonly i: number })[],
  labels: readonly Label[],
  slack: number,
): Fit | null {
  const inner = fitLine(known.slice(1, -1), slack);
  if (!inner || inner.on.length < known.length - 2) return null;
  const covered = [known[0]!, known.at(-1)!].every(({ value, i }) => {
    const place = inner.start + inner.slope * value;
    return place > labels[i]!.x0 - 2 && place < labels[i]!.x1 + 2;
  });
  return covered ? { ...inner, on: inner.on.map(k => k + 1) } : null;
}

/** Labels past which a row is a table's. */
const MOST = 80;

/** Three at even steps, with few numbers between them that are off the line. */
function isRuler(row: Row, { values, kind }: RowReading, fit: Fit): boolean {
  const { labels } = row;
  const { on } = fit;
  const inner = on.length === 2 && on[0] === 1 && labels.length === 4;
  if ((on.length < 3 && !inner) || (row.direction === 'x' && areNames(row, values, fit))) return false;
  const [first, last] = [on[0]!, on.at(-1)!];
  const between = values.slice(first, last + 1).filter(value => value !== null).length;
  if (on.length < 0.7 * between) return false;
  const steps = on.slice(1).map((k, i) => Math.abs(values[k]! - values[on[i]!]!));
  if (kind === 'date') return true;
  if (new Set(on.map(i => labels[i]!.text)).size < on.length) return false;
  return areEven(steps) || (kind === 'log' && areRound(on.map(i => 10 ** values[i]!)));
}

/** Numbers that go on at the same pitch as those on the line but are off it, "3 4 5 6 8", are names. */
function areNames({ labels, direction }: Row, values: RowReading['values'], fit: Fit): boolean {
  const places = labels.map(label => placeOf(label, direction));
  const pitch = Math.min(...fit.on.slice(1).map((k, i) => places[k]! - places[fit.on[i]!]!));
  return values.some((value, i) => {
    if (value === null || fit.on.includes(i)) return false;
    const near = fit.on.some(k => Math.abs(Math.abs(places[k]! - places[i]!) - pitch) < 0.06 * pitch);
    const { x0, x1, size } = labels[i]!;
    const place = fit.start + fit.slope * value;
    return near && (place < x0 - 0.5 * size || place > x1 + 0.5 * size);
  });
}

/** Four or more of one, two, three or five times powers of ten, over a decade at least. */
function areRound(values: readonly number[]): boolean {
  const isRound = (value: number) =>
    /^[1235]$/.test(String(Number((value / 10 ** Math.floor(Math.log10(value) + 1e-9)).toPrecision(6))));
  return values.length >= 4 && Math.max(...values) >= 10 * Math.min(...values) && values.every(isRound);
}

/** Whether all steps are small multiples of the smallest. */
function areEven(steps: readonly number[]): boolean {
  const least = Math.min(...steps);
  return steps.every(step => {
    const times = step / least;
    return Math.abs(times - Math.round(times)) < 0.03 * times && times < 6.5;
  });
}

function rulerOf({ row, reading, fit }: Candidate, shapes: readonly Shape[]): Ruler {
  const { kind, values, unit } = reading;
  const ticks = row.labels.map((label, i): Tick => {
    return { at: placeOf(label, row.direction), label, value: values[i] ?? Number.NaN };
  });
  const own = ticks.filter((_, i) => fit.on.includes(i));
  const around = { direction: row.direction, bounds: unionOf(own.map(({ label }) => label)), shapes };
  const exact = snapped(own, around);
  const others = ticks.filter((tick, i) => !fit.on.includes(i) && !Number.isNaN(tick.value));
  const pushed = pushedIn(others, scaleOf('linear', exact, ''), around);
  const sorted = [...exact, ...pushed].sort((a, b) => a.at - b.at);
  const all = withoutCrispness(sorted, shapes);
  const bounds = unionOf(all.map(({ label }) => label));
  if (kind === 'linear' && areYears(all)) {
    return { direction: row.direction, bounds, scale: scaleOf('date', all.map(inTime), '') };
  }
  const read = kind === 'log' ? all.map(tick => ({ ...tick, value: 10 ** tick.value })) : all;
  const scale = scaleOf(kind, read, unit);
  const slack = all.every((tick, i) => tick.at === sorted[i]!.at) ? crispSlack(all, shapes) : 0;
  return { direction: row.direction, bounds, scale: { ...scale, residual: scale.residual + slack } };
}

/** Four digits without a separator, of times that charts are drawn of. */
function areYears(ticks: readonly Tick[]): boolean {
  return ticks.every(({ label, value }) => /^\d{4}$/.test(label.text) && value >= 1500 && value <= 2150);
}

function inTime(tick: Tick): Tick {
  return { ...tick, value: Date.UTC(tick.value, 0, 1) };
}
