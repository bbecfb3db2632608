import type { Bounds } from '../domain/mark.ts';
import type { ChartKind } from '../domain/reading.ts';
import { labelsOf, titledFrame } from './axes/titles.ts';
import { unionOf } from './bounds.ts';
import { type Checked, checkSeries } from './checks/check-series.ts';
import { frameOf, type Stand } from './frames/index.ts';
import { type Legend, readLegend } from './legend/read-legend.ts';
import { readSeries } from './read-series.ts';
import { pointTable, tableOf } from './table.ts';
import { labelsNear } from './territory.ts';
import { namedByTitle } from './title-names.ts';
import { titleAbove } from './titles.ts';
import type { Axis, Frame, Label, Series, Shape, Solved } from './types.ts';

/** What else is drawn in a figure, with all of its plots. */
interface Surroundings {
  readonly stands: readonly Stand[];
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
}

/** One plot area, read: its axes, legend and series as a table; or why it can't be. */
export function solveFrame(stand: Stand, { stands, shapes, labels }: Surroundings): Solved {
  const ticks = new Set(stand.rulers.flatMap(({ ruler }) => ruler.scale.ticks.map(({ label }) => label)));
  const legend = readLegend(
    shapes,
    labels.filter(label => !ticks.has(label)),
    stand.plot,
  );
  const explains = legend.entries.length > 0;
  const near = labelsNear(stand, stands, labels);
  const words = near.filter(label => !(explains && legend.labels.has(label)));
  const plain = frameOf(stand, words);
  const named = new Set([...plain.x, ...plain.y].flatMap(labelsOf).flatMap(label => label.runs));
  const free = words.filter(label => !label.runs.some(run => named.has(run)));
  const { frame, used } = titledFrame(plain, free);
  const bounds = chartBounds(frame, legend);
  const title = titleAbove(
    bounds,
    free.filter(label => !used.has(label)),
  );
  const apart = free.filter(label => !used.has(label) && !label.runs.some(run => title?.runs.includes(run)));
  const found = readSeries({ frame, shapes, legend, words: apart });
  const about = { bounds: unionOf([bounds, ...(title ? [title] : [])]), title: title?.text ?? '' };
  const isLeft = isRemainder(
    found.measured.map(({ series }) => series),
    frame,
  );
  if (found.measured.length === 0 || isLeft)
    return { kind: 'unsolved', ...about, ...reasonOf(found.problem) };
  const values = apart.filter(label => !found.labels.has(label));
  const measured = namedByTitle(found.measured, frame);
  return solvedChart(checkSeries(measured, { labels: values, shapes }), frame, about);
}

/** A few points over dates or names, in a plot without titles, are the accents of lines that were not read. */
function isRemainder(series: readonly Series[], { x, y }: Frame): boolean {
  const points = series.reduce((sum, one) => sum + one.points.length, 0);
  const isPoints = series.length > 0 && series.every(({ kind }) => kind === 'scatter' || kind === 'bubble');
  const isTimeline =
    x.length > 0 && x.every(({ scale }) => scale.kind === 'date' || scale.kind === 'category');
  const isTitled = [...x, ...y].some(({ title }) => title !== '');
  return isPoints && isTimeline && !isTitled && points < FEWEST_POINTS;
}

const FEWEST_POINTS = 4;

function chartBounds(frame: Frame, { entries }: Legend): Bounds {
  return unionOf([frame.plot, ...[...frame.x, ...frame.y].flatMap(labelsOf), ...entries]);
}

function solvedChart(
  checked: readonly Checked[],
  frame: Frame,
  about: { readonly bounds: Bounds; readonly title: string },
): Solved {
  const series = checked.map(one => one.series);
  const turned = checked.some(({ view }) => view.turned);
  const [base, value] = turned ? [frame.y[0], frame.x[0]] : [frame.x[0], frame.y[0]];
  const heads = { x: base?.title ?? '', y: value?.title ?? '' };
  const chart = kindOf(series);
  const isPoints = chart === 'scatter' || chart === 'bubble';
  const plotted = isPoints && base?.scale.kind !== 'category';
  return {
    kind: 'chart',
    ...about,
    chart,
    xTitle: heads.x,
    yTitle: heads.y,
    unit: unitOf(value),
    table: plotted ? pointTable(series, heads) : tableOf(series, heads),
    points: checked.flatMap(one => one.points),
    inks: series.flatMap(({ name, color }) => (name === '' ? [] : [{ name, color }])),
    confidence: 0.9,
  };
}

function unitOf(axis: Axis | undefined): string {
  return axis && axis.scale.kind !== 'category' ? axis.scale.unit : '';
}

function kindOf(series: readonly Series[]): ChartKind {
  const kinds = new Set(series.map(({ kind }) => kind));
  return kinds.size === 1 ? series[0]!.kind : 'combo';
}

const REASONS: Readonly<Record<string, string>> = {
  ambiguous: 'Bars were found, but the names along their axis don’t tell them apart.',
  no_axis: 'No axis measures the marks in this plot.',
};

function reasonOf(problem: string): { readonly code: string; readonly message: string } {
  const message = REASONS[problem];
  return message
    ? { code: problem, message }
    : { code: 'no_series', message: 'Axes were found, but no marks that they measure.' };
}
