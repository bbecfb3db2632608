import type { ChartReading } from '../domain/reading.ts';
import { assign } from './assign.ts';
import { type Datum, goldData, readData, tableOf } from './chart-data.ts';
import type { GoldChart } from './chart-gold.ts';
import { keyDistance, placeOf, STRANGERS } from './chart-pairing.ts';
import { type ChartTable, rms } from './rms.ts';

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

/**
 * A reading against the data of its chart; null for a chart that wasn't read.
 * @param drawn all texts of the page: names that aren't among them can't be read
 */
export function scoreChart(
  gold: GoldChart,
  reading: ChartReading | null,
  drawn: readonly string[],
): ChartScore {
  const truth = goldData(gold);
  const none = { within2: 0, within5: 0, verified: 0, verifiedRight: 0, rms: 0, typeRight: false };
  if (reading === null) return { values: valuesOf(truth), ...none };
  const tries = readData(reading, gold.shown).flatMap(read =>
    gold.format === 'xy'
      ? [scorePoints(read, truth)]
      : [read, ...turned(read)].map(data => scoreWide(data, truth, drawn)),
  );
  const best = tries.reduce((a, b) =>
    b.within2 > a.within2 || (b.within2 === a.within2 && b.within5 > a.within5) ? b : a,
  );
  const similarity = gold.format === 'xy' ? best.f1 : rms(readTable(reading, gold), goldTable(gold)).f1;
  const { f1: _, ...counts } = best;
  return {
    values: valuesOf(truth),
    ...counts,
    rms: similarity,
    typeRight: family(reading.chart) === family(gold.type),
  };
}

/** As read; shares where the gold is compared as shares. */
function readTable(reading: ChartReading, { shown }: GoldChart): ChartTable {
  const { title, table } = reading;
  if (shown === 'values') return { title, ...table };
  return { title, ...tableOf(table.columns[0] ?? '', readData(reading, shown)[0] ?? []) };
}

function goldTable(gold: GoldChart): ChartTable {
  const { title, columns, rows, shown } = gold;
  return { title, ...(shown === 'values' ? { columns, rows } : tableOf(columns[0] ?? '', goldData(gold))) };
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

/** Weight of values beside keys when entries are paired: enough to tell equal keys apart. */
const TIE = 1e-4;

function scoreWide(read: readonly Datum[], truth: readonly Datum[], drawn: readonly string[]): Counts {
  const distance = keyDistance(truth, drawn);
  const most = Math.max(...truth.map(({ y }) => Math.abs(y)));
  const keys = read.map(p => truth.map(t => distance(p, t)));
  const costs = read.map((p, i) =>
    truth.map((t, j) => keys[i]![j]! + TIE * Math.min(1, error(p.y, t.y, most))),
  );
  return count(read, truth, assign(costs), (i, j) =>
    keys[i]![j]! < STRANGERS ? error(read[i]!.y, truth[j]!.y, most) : Number.POSITIVE_INFINITY,
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
  return count(read, truth, pairs, (i, j) => errors[i]![j]!);
}

function count(
  read: readonly Datum[],
  truth: readonly Datum[],
  pairs: readonly number[],
  errorOf: (i: number, j: number) => number,
): Counts {
  let [within2, within5, verifiedRight, scored] = [0, 0, 0, read.length];
  let verified = read.filter(datum => datum.verified).length;
  for (const [i, j] of pairs.entries()) {
    if (j < 0) continue;
    const off = errorOf(i, j) - ROUNDING;
    const own = Number(read[i]!.verified);
    if (truth[j]!.ignored && off < Number.POSITIVE_INFINITY) {
      verified -= own;
      scored--;
    } else {
      if (off <= 0.05) within5++;
      if (off <= 0.02) within2++;
      if (off <= 0.02) verifiedRight += own;
    }
  }
  const gold = valuesOf(truth);
  return { within2, within5, verified, verifiedRight, f1: (2 * within2) / Math.max(1, scored + gold) };
}

function valuesOf(truth: readonly Datum[]): number {
  return truth.filter(datum => !datum.ignored).length;
}

const ROUNDING = 1e-9;

/** With series and categories exchanged; series without names can't be categories. */
function turned(data: readonly Datum[]): readonly (readonly Datum[])[] {
  if (data.some(({ series }) => series === '')) return [];
  return [data.map(({ series, x, ...rest }) => ({ series: x, x: series, ...rest }))];
}
