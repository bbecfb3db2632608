import type { Bounds } from '../domain/mark.ts';
import type { ChartKind } from '../domain/reading.ts';
import { labelsOf, titledFrame } from './axes/titles.ts';
import { readBars } from './bars/index.ts';
import { grown, touches, unionOf } from './bounds.ts';
import { type Checked, checkSeries, type Measured } from './checks/check-series.ts';
import { readDots } from './dots/read-dots.ts';
import { frameOf, type Stand } from './frames/index.ts';
import { type Legend, readLegend } from './legend/read-legend.ts';
import { readAreas } from './lines/read-areas.ts';
import { readLines } from './lines/read-lines.ts';
import { pointTable, rounded, tableOf } from './table.ts';
import { titleAbove } from './titles.ts';
import type { Axis, Frame, Label, Series, Shape, Solved } from './types.ts';
import { type View, viewOf } from './view.ts';

/** One plot area, read: its axes, legend and series as a table; or why it can't be. */
export function solveFrame(stand: Stand, shapes: readonly Shape[], labels: readonly Label[]): Solved {
  const ticks = new Set(stand.rulers.flatMap(({ ruler }) => ruler.scale.ticks.map(({ label }) => label)));
  const legend = readLegend(
    shapes,
    labels.filter(label => !ticks.has(label)),
    stand.plot,
  );
  const words = labels.filter(label => !legend.labels.has(label));
  const plain = frameOf(stand, words);
  const named = new Set([...plain.x, ...plain.y].flatMap(labelsOf).flatMap(label => label.runs));
  const free = words.filter(label => !label.runs.some(run => named.has(run)));
  const { frame, used } = titledFrame(plain, free);
  const bounds = chartBounds(frame, legend);
  const title = titleAbove(
    bounds,
    free.filter(label => !used.has(label)),
  );
  const found = readSeries(frame, shapes, legend);
  const about = { bounds: unionOf([bounds, ...(title ? [title] : [])]), title: title?.text ?? '' };
  if (found.measured.length === 0) return { kind: 'unsolved', ...about, ...reasonOf(found.problem) };
  const values = free.filter(label => !used.has(label) && !label.runs.some(run => title?.runs.includes(run)));
  return solvedChart(checkSeries(found.measured, { labels: values, shapes }), frame, about);
}

interface Found {
  readonly measured: readonly Measured[];
  readonly problem: string;
}

/** Bars first, since lines and markers may lie upon them; markers by themselves last. */
function readSeries(frame: Frame, all: readonly Shape[], legend: Legend): Found {
  const area = grown(frame.plot, 3);
  const shapes = all.filter(shape => !legend.used.has(shape) && touches(area, shape));
  const bars = readBars(barViews(frame), shapes, legend.entries);
  if (bars.problem) return { measured: [], problem: bars.problem };
  const view = bars.view ?? viewOf(frame);
  if (!view) return { measured: [], problem: 'no_axis' };
  const rest = shapes.filter(shape => !bars.used.has(shape));
  const areas = readAreas(view, rest, legend.entries);
  const lines = readLines(view, without(rest, areas.used), legend.entries);
  const drawn = [...bars.series, ...areas.series, ...lines.series];
  const others = drawn.length > 0 ? [] : readDots(view, rest, legend.entries).series;
  return { measured: [...drawn, ...others].map(series => ({ series: rounded(series), view })), problem: '' };
}

function without(shapes: readonly Shape[], used: ReadonlySet<Shape>): Shape[] {
  return shapes.filter(shape => !used.has(shape));
}

/** The ways in which bars may stand: upright on a vertical value axis, lying on a level one. */
function barViews({ plot, x, y }: Frame): View[] {
  const [across, upward] = [x[0]?.scale ?? null, y[0]?.scale ?? null];
  const views: View[] = [];
  if (upward && upward.kind !== 'category') views.push({ plot, base: across, value: upward, turned: false });
  if (across && across.kind !== 'category') views.push({ plot, base: upward, value: across, turned: true });
  return views;
}

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
