import type { ChartReading } from '../domain/reading.ts';
import { assign } from './assign.ts';
import { type Datum, goldData, readData } from './chart-data.ts';
import type { GoldChart } from './chart-gold.ts';
import { canonicalKey, numberOf, timeOf } from './chart-keys.ts';
import { rms, textDistance } from './rms.ts';

/** How well one chart was read: counts of values. */
export interface ChartScore {
  /** Values of the gold. */
  readonly values: number;
  /** Of these, read within 2 % and 5 %. */
  readonly within2: number;
  readonly within5: number;
  /** Values read and marked as verified, and those of them within 2 %. */
  readonly verified: number;
  readonly verifiedRight: number;
  /** F1 of Relative Mapping Similarity; of points for `xy` gold. */
  readonly rms: number;
  readonly typeRight: boolean;
}

/** A reading against the data of its chart; null for a chart that wasn't read. */
export function scoreChart(gold: GoldChart, reading: ChartReading | null): ChartScore {
  const truth = goldData(gold);
  const none = { within2: 0, within5: 0, verified: 0, verifiedRight: 0, rms: 0, typeRight: false };
  if (reading === null) return { values: truth.length, ...none };
  const tries = readData(reading, gold.shown).flatMap(read =>
    gold.format === 'xy'
      ? [scorePoints(read, truth)]
      : [read, turned(read)].map(data => scoreWide(data, truth)),
  );
  const best = tries.reduce((a, b) =>
    b.within2 > a.within2 || (b.within2 === a.within2 && b.within5 > a.within5) ? b : a,
  );
  const { title, table } = reading;
  const similarity =
    gold.format === 'xy'
      ? best.f1
      : rms({ title, ...table }, { title: gold.title, columns: gold.columns, rows: gold.rows }).f1;
  const { f1: _, ...counts } = best;
  return {
    values: truth.length,
    ...counts,
    rms: similarity,
    typeRight: family(reading.chart) === family(gold.type),
  };
}

/** Kinds that tell the same: columns and bars, pies and donuts, points of all sorts. */
export function family(type: string): string {
  const found = FAMILIES.find(([pattern]) => pattern.test(type));
  return found ? found[1] : type;
}

const FAMILIES: readonly (readonly [pattern: RegExp, family: string])[] = [
  [/pie|donut/, 'pie'],
  [/combo/, 'combo'],
  [/scatter|bubble|dot|dumbbell/, 'scatter'],
  [/bar|column|histogram|waterfall/, 'bar'],
  [/area/, 'area'],
  [/line/, 'line'],
];

interface Counts {
  readonly within2: number;
  readonly within5: number;
  readonly verified: number;
  readonly verifiedRight: number;
  readonly f1: number;
}

/** Key distances from which two entries are strangers, as in RMS. */
const STRANGERS = 0.5;
/** Weight of values beside keys when entries are paired: enough to tell equal keys apart. */
const TIE = 1e-4;

function scoreWide(read: readonly Datum[], truth: readonly Datum[]): Counts {
  const distance = keyDistance(truth);
  const most = Math.max(...truth.map(({ y }) => Math.abs(y)));
  const keys = read.map(p => truth.map(t => distance(p, t)));
  const costs = read.map((p, i) =>
    truth.map((t, j) => keys[i]![j]! + TIE * Math.min(1, error(p.y, t.y, most))),
  );
  return count(read, truth, assign(costs), (p, t, i, j) =>
    keys[i]![j]! < STRANGERS ? error(p.y, t.y, most) : Number.POSITIVE_INFINITY,
  );
}

/** How far off, relative to the value; a nought is met within a thousandth of the largest value. */
function error(read: number, gold: number, most: number): number {
  if (gold !== 0) return Math.abs(read - gold) / Math.abs(gold);
  return Math.abs(read) <= most / 1000 ? 0 : Number.POSITIVE_INFINITY;
}

/** Points are right where both coordinates lie within a share of the gold's range of each. */
function scorePoints(read: readonly Datum[], truth: readonly Datum[]): Counts {
  const range = (of: (datum: Datum) => number) => {
    const values = truth.map(of);
    return Math.max(...values) - Math.min(...values) || Math.abs(values[0] ?? 0) || 1;
  };
  const [rangeX, rangeY] = [range(placeOf), range(({ y }) => y)];
  const errors = read.map(p =>
    truth.map(t => {
      const off = Math.max(Math.abs(placeOf(p) - placeOf(t)) / rangeX, Math.abs(p.y - t.y) / rangeY);
      return Number.isFinite(off) ? off : 10;
    }),
  );
  const pairs = assign(errors.map(row => row.map(off => Math.min(off, 1))));
  return count(read, truth, pairs, (_p, _t, i, j) => errors[i]![j]!);
}

function count(
  read: readonly Datum[],
  truth: readonly Datum[],
  pairs: readonly number[],
  errorOf: (read: Datum, gold: Datum, i: number, j: number) => number,
): Counts {
  let [within2, within5, verifiedRight] = [0, 0, 0];
  for (const [i, j] of pairs.entries()) {
    if (j < 0) continue;
    const off = errorOf(read[i]!, truth[j]!, i, j);
    if (off <= 0.02 + ROUNDING) within2++;
    if (off <= 0.05 + ROUNDING) within5++;
    if (off <= 0.02 + ROUNDING && read[i]!.verified) verifiedRight++;
  }
  const verified = read.filter(datum => datum.verified).length;
  return { within2, within5, verified, verifiedRight, f1: (2 * within2) / (read.length + truth.length) };
}

const ROUNDING = 1e-9;

function turned(data: readonly Datum[]): readonly Datum[] {
  return data.map(({ series, x, ...rest }) => ({ series: x, x: series, ...rest }));
}

function placeOf({ x }: Datum): number {
  return timeOf(x) ?? numberOf(x) ?? Number.NaN;
}

/**
 * How unlike the keys of two entries are: the larger distance of series and x. A single series' name is no part of the
 * key. Numbers and dates along an axis are alike where they lie nearer than neighbours do, and within 2 % of the axis.
 */
function keyDistance(truth: readonly Datum[]): (read: Datum, gold: Datum) => number {
  const single = new Set(truth.map(({ series }) => series)).size === 1;
  const places = truth.map(placeOf);
  const near = places.every(Number.isFinite) ? tolerance(places) : 0;
  const memory = new Map<string, number>();
  const texts = (a: string, b: string) => {
    const key = `${a}\n${b}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const distance = textDistance(canonicalKey(a), canonicalKey(b));
    memory.set(key, distance);
    return distance;
  };
  return (read, gold) => {
    const series = single ? 0 : texts(read.series, gold.series);
    const [p, g] = near === 0 ? [Number.NaN, Number.NaN] : [sameKind(read.x, gold.x), placeOf(gold)];
    const x = Number.isFinite(p) ? Math.min(1, (STRANGERS * Math.abs(p - g)) / near) : texts(read.x, gold.x);
    return Math.max(series, x);
  };
}

/** Where `x` lies among places like `gold`: a year alone is its first day among dates, and a date its year among years. */
function sameKind(x: string, gold: string): number {
  const [time, number] = [timeOf(x), numberOf(x)];
  if (timeOf(gold) !== null)
    return time ?? (number !== null && number > 1500 && number < 2200 ? Date.UTC(number, 0) : Number.NaN);
  return number ?? (time === null ? Number.NaN : new Date(time).getUTCFullYear());
}

function tolerance(places: readonly number[]): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const spread = sorted.at(-1)! - sorted[0]!;
  const gap = sorted
    .slice(1)
    .reduce((least, place, i) => Math.min(least, place - sorted[i]!), Number.POSITIVE_INFINITY);
  return spread === 0 ? 0 : Math.min(0.5 * gap, 0.02 * spread);
}
