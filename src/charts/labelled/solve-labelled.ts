import { parsePrinted } from '../axes/numbers.ts';
import { touches, unionOf } from '../bounds.ts';
import { type Legend, readLegend } from '../legend/read-legend.ts';
import { tableOf } from '../table.ts';
import { titleAbove } from '../titles.ts';
import type { Label, Series, SeriesPoint, Shape, SolvedChart, SolvedPoint } from '../types.ts';
import { panelsIn } from './panels.ts';
import { type Rated, rateOf, SLACK } from './rate.ts';
import { type Bundle, bundlesIn, lengthOf, type Rod } from './rods.ts';
import { type Row, rowsOf } from './rows.ts';
import { type Names, namesOf } from './series-names.ts';

/** Bar charts without an axis, whose bars carry their values in print: lengths and numbers must be in proportion. */
export function solveLabelled(shapes: readonly Shape[], labels: readonly Label[]): SolvedChart[] {
  const bundles = bundlesIn(shapes, rods => unionOf(rods.map(({ shape }) => shape)));
  const rated = bundles
    .flatMap(bundle => {
      const found = rateOf(bundle, labels);
      return found ? [{ bundle, rated: found }] : [];
    })
    .sort((a, b) => b.rated.values.size - a.rated.values.size);
  const solved: { bundle: Bundle; charts: readonly SolvedChart[] }[] = [];
  for (const { bundle, rated: found } of rated) {
    if (solved.some(other => touches(other.bundle.bounds, bundle.bounds, -1))) continue;
    const charts = chartsOf(bundle, found, { shapes, labels });
    if (charts.length > 0) solved.push({ bundle, charts });
  }
  return solved.flatMap(({ charts }) => charts);
}

interface Drawn {
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
}

/** One chart, or one a panel where several stand side by side under the names of the same rows. */
function chartsOf(bundle: Bundle, rated: Rated, { shapes, labels }: Drawn): readonly SolvedChart[] {
  const values = new Set([...rated.values.values()].map(({ label }) => label));
  const words = labels.filter(label => !values.has(label));
  const legend = readLegend(shapes, words, bundle.bounds);
  const rods = bundle.rods.filter(({ shape }) => !legend.used.has(shape));
  const free = words.filter(label => !legend.labels.has(label));
  const rows = rowsOf({ ...bundle, rods }, free);
  if (rows.filter(({ name }) => name !== '').length < 0.6 * rows.length) return [];
  const named = new Set(rows.flatMap(({ label }) => label?.runs ?? []));
  const left = free.filter(label => !label.runs.some(run => named.has(run)));
  const panels = bundle.turned ? panelsIn(rods) : [rods];
  return panels.flatMap((own, i) => {
    const part = partOf(rows, own);
    const chart = panelChart(part, rated, { turned: bundle.turned, legend, words: left, isFirst: i === 0 });
    return chart ? [chart] : [];
  });
}

/** The rows with the rods of one panel alone. */
function partOf(rows: readonly Row[], rods: readonly Rod[]): readonly Row[] {
  return rows.flatMap(row => {
    const own = row.rods.filter(rod => rods.includes(rod));
    return own.length > 0 ? [{ ...row, rods: own }] : [];
  });
}

interface Explained {
  readonly turned: boolean;
  readonly legend: Legend;
  /** What names neither a row nor a legend's entry and is no value. */
  readonly words: readonly Label[];
  /** Names of rows stand beside the first panel. */
  readonly isFirst: boolean;
}

function panelChart(rows: readonly Row[], rated: Rated, explained: Explained): SolvedChart | null {
  const { turned, legend, words, isFirst } = explained;
  const rods = rows.flatMap(row => row.rods);
  const values = rods.flatMap(rod => rated.values.get(rod)?.label ?? []);
  const named = namesOf(rods, legend.entries, { words, turned, values });
  const { series, points } = seriesOf(rows, rated, { ...explained, named });
  if (points.length === 0) return null;
  const names = rows.flatMap(({ label }) => (label && isFirst ? [label] : []));
  const marks = unionOf(rods.map(({ shape }) => shape));
  const bounds = unionOf([marks, ...values, ...names, ...legend.entries, ...named.headers]);
  const used = new Set(named.headers.flatMap(({ runs }) => runs));
  const title = titleAbove(
    bounds,
    words.filter(label => !label.runs.some(run => used.has(run))),
  );
  return {
    kind: 'chart',
    bounds: unionOf([bounds, ...(title ? [title] : [])]),
    chart: turned ? 'bar' : 'column',
    title: title?.text ?? '',
    xTitle: '',
    yTitle: '',
    unit: unitOf(values),
    table: tableOf(series, { x: '', y: '' }),
    points,
    inks: series.flatMap(({ name, color }) => (name === '' ? [] : [{ name, color }])),
    confidence: 0.9,
  };
}

function unitOf(labels: readonly Label[]): string {
  const units = labels.map(({ text }) => parsePrinted(text)?.unit ?? '');
  // "61% voted" says what is counted, once.
  return (units.find(unit => unit !== '') ?? '').replace(/^%.*/, '%');
}

interface Named extends Explained {
  readonly named: Names;
}

/** A series a legend entry; without a legend, one a colour where rows hold several, else one for all. */
function seriesOf(rows: readonly Row[], rated: Rated, { turned, legend, named }: Named) {
  const series = new Map<string, { name: string; color: string; points: SeriesPoint[] }>();
  const points: SolvedPoint[] = [];
  const several = rows.some(({ rods }) => rods.length > 1);
  for (const row of rows) {
    for (const rod of row.rods) {
      const { color } = rod.shape;
      const name = named.of(color);
      const key = name || (several ? color : '');
      const point = pointOf(row, rod, rated);
      if (!point) continue;
      const own = series.get(key) ?? { name, color, points: [] };
      own.points.push(point);
      series.set(key, own);
      const how = rated.values.has(rod) ? 'label' : 'geometry';
      const { x, y, tolerance, bounds } = point;
      points.push({ series: own.name, x, y, how, verified: how === 'label', tolerance, bounds });
    }
  }
  const kind = turned ? ('bar' as const) : ('column' as const);
  const order = (name: string) => legend.entries.findIndex(entry => entry.name === name);
  const all: Series[] = [...series.values()].map(own => ({ ...own, kind }));
  return { series: all.sort((a, b) => order(a.name) - order(b.name)), points };
}

/** What is printed at a rod; by its length where nothing is; nothing where the two contradict each other. */
function pointOf({ name, at }: Row, rod: Rod, { rate, values, belied }: Rated): SeriesPoint | null {
  if (name === '' || belied.has(rod)) return null;
  const { x0, y0, x1, y1 } = rod.shape;
  const base = { x: name, at, bounds: { x0, y0, x1, y1 } };
  const printed = values.get(rod);
  if (printed) return { ...base, y: printed.value, tolerance: printed.half, label: printed.label };
  const tolerance = SLACK * rate;
  const finest = Math.min(...[...values.values()].map(({ half }) => 2 * half));
  const decimals = Math.max(0, Math.min(Math.ceil(-Math.log10(tolerance)), Math.round(-Math.log10(finest))));
  return { ...base, y: Number((rate * lengthOf(rod)).toFixed(decimals)), tolerance };
}
