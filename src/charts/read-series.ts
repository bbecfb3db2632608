import { readBars } from './bars/index.ts';
import { grown, touches } from './bounds.ts';
import type { Measured } from './checks/check-series.ts';
import { readDots } from './dots/read-dots.ts';
import { nameDirectly } from './legend/direct.ts';
import type { Legend } from './legend/read-legend.ts';
import { readAreas } from './lines/read-areas.ts';
import { readLines } from './lines/read-lines.ts';
import { onAxes } from './lines/value-axes.ts';
import { rounded } from './table.ts';
import type { Axis, Frame, Label, Series, Shape, ValueScale } from './types.ts';
import { type View, viewOf } from './view.ts';

export interface SeriesRead {
  readonly measured: readonly Measured[];
  /** Words that name series. */
  readonly labels: ReadonlySet<Label>;
  /** Why nothing was measured; '' where something was. */
  readonly problem: string;
}

interface Plotted {
  readonly frame: Frame;
  readonly shapes: readonly Shape[];
  readonly legend: Legend;
  /** Words that are no tick, category, title or legend. */
  readonly words: readonly Label[];
}

/** What is drawn in a frame. Bars first, since lines and markers may lie upon them; markers by themselves last. */
export function readSeries({ frame, shapes: all, legend, words }: Plotted): SeriesRead {
  const area = grown(frame.plot, 3);
  const shapes = all.filter(shape => !legend.used.has(shape) && touches(area, shape));
  const bars = readBars(barViews(frame), shapes, legend.entries);
  if (bars.problem) return nothing(bars.problem);
  const view = bars.view ?? viewOf(frame);
  // An axis across the page alone measures lying bars; of lines it says where they stand, not what they are worth.
  const measures = view !== null && (view.base !== null || !view.turned || bars.series.length > 0);
  if (!measures || view.value.kind === 'date') return nothing('no_axis');
  const rest = without(shapes, bars.used);
  const areas = readAreas(view, rest, legend.entries);
  const lines = readLines(view, without(rest, areas.used), legend.entries);
  const drawn = nameDirectly([...areas.series, ...lines.series], words);
  const overBars = bars.series.length > 0;
  const alone = overBars || drawn.series.length > 0 ? [] : readDots(view, rest, legend.entries).series;
  const measured = [
    ...bars.series.map(series => ({ series, view, sure: true })),
    ...onAxes([...drawn.series, ...alone], frame, { view, overBars, shapes: all }).map(one => ({
      ...one,
      series: onSlots(one.series, bars.series),
    })),
  ];
  return {
    measured: measured.map(one => ({ ...one, series: rounded(one.series) })),
    labels: drawn.used,
    problem: measured.length === 0 ? 'no_series' : '',
  };
}

/** Points over bars stand at the bars' places and are named like them. */
function onSlots(series: Series, bars: readonly Series[]): Series {
  const slots = bars.flatMap(({ points }) => points).sort((a, b) => a.at - b.at);
  const steps = slots.slice(1).flatMap((slot, i) => (slot.x === slots[i]!.x ? [] : [slot.at - slots[i]!.at]));
  const reach = 0.3 * Math.min(...steps, 60);
  const points = series.points.map(point => {
    const near = slots.filter(slot => Math.abs(slot.at - point.at) < reach);
    const [slot] = near.sort((a, b) => Math.abs(a.at - point.at) - Math.abs(b.at - point.at));
    return slot ? { ...point, x: slot.x, at: slot.at } : point;
  });
  return { ...series, points };
}

function nothing(problem: string): SeriesRead {
  return { measured: [], labels: new Set(), problem };
}

function without(shapes: readonly Shape[], used: ReadonlySet<Shape>): Shape[] {
  return shapes.filter(shape => !used.has(shape));
}

/** The ways in which bars may stand: upright on a vertical value axis, lying on a level one. Dates measure no bar. */
function barViews({ plot, x, y }: Frame): View[] {
  const [across, upward] = [x[0]?.scale ?? null, y[0]?.scale ?? null];
  const views: View[] = [];
  if (upward && measuresBars(upward)) views.push({ plot, base: across, value: upward, turned: false });
  if (across && measuresBars(across)) views.push({ plot, base: upward, value: across, turned: true });
  return views;
}

function measuresBars(scale: Axis['scale']): scale is ValueScale {
  return scale.kind === 'linear' || scale.kind === 'log';
}
