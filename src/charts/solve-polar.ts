import type { Bounds } from '../domain/mark.ts';
import { unionOf } from './bounds.ts';
import { type Legend, readLegend } from './legend/read-legend.ts';
import { type PieRead, readPie } from './polar/read-pies.ts';
import { type RadarRead, readRadar } from './polar/read-radars.ts';
import { findWebs } from './polar/spokes.ts';
import { findPies } from './polar/wedges.ts';
import { rounded, tableOf } from './table.ts';
import { titleAbove } from './titles.ts';
import type { Label, Shape, Solved, SolvedChart, SolvedPoint } from './types.ts';

export interface PolarRead {
  readonly charts: readonly Solved[];
  /** Shapes and words of these charts: no other chart is made of them. */
  readonly shapes: ReadonlySet<Shape>;
  readonly labels: ReadonlySet<Label>;
}

/** The charts around a middle: pies, rings and radars, each with its own legend. */
export function solvePolar(shapes: readonly Shape[], labels: readonly Label[]): PolarRead {
  const pies = findPies(shapes).flatMap(pie => solvePie(pie, shapes, labels) ?? []);
  const radars = findWebs(shapes).flatMap(web => solveRadar(web, shapes, labels) ?? []);
  const all = [...pies, ...radars];
  return {
    charts: all.map(({ chart }) => chart),
    shapes: new Set(all.flatMap(one => [...one.shapes])),
    labels: new Set(all.flatMap(one => [...one.labels])),
  };
}

interface Read {
  readonly chart: Solved;
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
}

/** Null for a wheel of equal parts without numbers: a diagram. */
function solvePie(
  pie: ReturnType<typeof findPies>[number],
  shapes: readonly Shape[],
  labels: readonly Label[],
): Read | null {
  const found = readLegend(shapes, labels, unionOf(pie.wedges));
  const legend = found.entries.length > 1 ? found : NO_LEGEND;
  const free = labels.filter(label => !legend.labels.has(label));
  const read = readPie(pie, { shapes, labels: free, entries: legend.entries });
  if (read.points.length > 2 && read.points.every(point => isEqualPart(point, read.points))) return null;
  if (read.belied) return contradiction(read, { legend, labels });
  const rows = read.points.map(point => [point.x, String(point.y)]);
  const table = { columns: ['', read.unit === '%' ? '%' : ''], rows };
  const { chart, points, unit } = read;
  return finished(read, { legend, labels }, { chart, points, unit, table });
}

function contradiction(read: PieRead, around: Around): Read {
  const { chart, ...rest } = finished(read, around, {
    chart: read.chart,
    points: [],
    unit: '',
    table: EMPTY,
  });
  const { bounds, title } = chart;
  const message = 'The numbers printed at the slices are not in proportion to them.';
  return { ...rest, chart: { kind: 'unsolved', bounds, code: 'contradiction', message, title } };
}

const EMPTY = { columns: [], rows: [] };
const NO_LEGEND: Legend = { entries: [], used: new Set(), labels: new Set(), title: '' };

function isEqualPart({ y, how }: SolvedPoint, all: readonly SolvedPoint[]): boolean {
  return (
    how === 'geometry' &&
    Math.abs(y * all.length - all.reduce((sum, one) => sum + one.y, 0)) < 0.06 * y * all.length
  );
}

function solveRadar(
  web: ReturnType<typeof findWebs>[number],
  shapes: readonly Shape[],
  labels: readonly Label[],
): Read | null {
  const legend = readLegend(shapes, labels, unionOf(web.shapes));
  const free = labels.filter(label => !legend.labels.has(label));
  const read = readRadar(web, { shapes, labels: free, entries: legend.entries });
  if (!read || read.series.length === 0) return null;
  const series = read.series.map(rounded);
  const points = series.flatMap(({ name, points }) =>
    points.map(
      ({ x, y, at, tolerance, bounds }): SolvedPoint => ({
        series: name,
        x,
        y,
        how: 'geometry',
        verified: read.exact && tolerance <= Math.abs(y) / 50 && x !== String(at + 1),
        tolerance,
        bounds,
      }),
    ),
  );
  const table = tableOf(series, { x: '', y: '' });
  return finished(read, { legend, labels }, { chart: 'radar', points, unit: '', table });
}

interface Around {
  readonly legend: Legend;
  readonly labels: readonly Label[];
}

function finished(
  read: PieRead | RadarRead,
  { legend, labels }: Around,
  told: Pick<SolvedChart, 'chart' | 'points' | 'unit' | 'table'>,
): Read {
  const taken = new Set([...read.labels, ...legend.labels]);
  const around: Bounds = unionOf([read.bounds, ...legend.entries]);
  const title = titleAbove(
    around,
    labels.filter(label => !taken.has(label)),
  );
  const bounds = unionOf([around, ...(title ? [title] : [])]);
  const words = [...taken, ...labels.filter(label => title?.runs.some(run => label.runs.includes(run)))];
  return {
    chart: {
      kind: 'chart',
      ...told,
      bounds,
      title: title?.text ?? '',
      xTitle: '',
      yTitle: '',
      inks: [],
      confidence: 0.9,
    },
    shapes: [...read.shapes, ...legend.used],
    labels: words,
  };
}
