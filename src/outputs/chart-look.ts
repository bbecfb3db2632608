import type { ChartSpec } from '../domain/report.ts';
import { textWidth } from './font/measure.ts';
import { labelSides, type Side } from './label-sides.ts';
import { decimalsOf, formatNumber } from './number.ts';
import { plain } from './plain.ts';

/** The room for a chart, in the unit of the text size: points on slides, pixels in figures. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** Text size of labels. */
  readonly label: number;
}

/** What is decided about a chart before it is drawn, alike for slides and figures. */
export interface ChartLook {
  /** More than six wedges can't be told apart, and a part can't be negative: such a pie is drawn as bars. */
  readonly kind: ChartSpec['kind'];
  /** Values stand at the marks, and the value axis is left out; or the axis stands, and the labels are left out. */
  readonly labels: boolean;
  /** Decimal places of labels, at most two. */
  readonly decimals: number;
  readonly legend: boolean;
  /** Whether a line has a mark at every point; many would make it a chain. */
  readonly markers: boolean;
  /** Lines name themselves at their last point. */
  readonly endNames: boolean;
  /** Whether the value axis begins at zero: bars always do, lines where that doesn't flatten them out of sight. */
  readonly fromZero: boolean;
  /** Where the values of a single line stand, point by point. */
  readonly sides: readonly Side[];
}

const MOST_WEDGES = 6;
const MOST_MARKERS = 24;

export function chartLook(chart: ChartSpec, room: Room): ChartLook {
  const amounts = amountsOf(chart);
  const kind = drawnKind(chart, amounts);
  const decimals = Math.min(decimalsOf(amounts), 2);
  const many = chart.series.length > 1;
  const endNames = kind === 'line' && many && namesStandApart(chart, room);
  const fromZero = kind !== 'line' || linesFromZero(amounts);
  return {
    kind,
    labels: kind === 'pie' || labelsFit({ ...chart, kind }, room, decimals),
    decimals,
    legend: many && kind !== 'pie' && !endNames,
    endNames,
    markers: chart.categories.length <= MOST_MARKERS,
    fromZero,
    sides: kind === 'line' ? labelSides(chart, { room, fromZero, decimals }) : [],
  };
}

/** A series' name, or a word where there is none. */
export function seriesName(chart: ChartSpec, index: number): string {
  return plain(chart.series[index]?.name ?? '') || plain(chart.unit) || `Series ${index + 1}`;
}

export function amountsOf(chart: ChartSpec): readonly number[] {
  return chart.series.flatMap(series => series.values).filter(value => value !== null);
}

function drawnKind(chart: ChartSpec, amounts: readonly number[]): ChartSpec['kind'] {
  if (chart.kind !== 'pie') return chart.kind;
  const fits = chart.categories.length <= MOST_WEDGES && chart.series.length === 1;
  return fits && amounts.every(value => value >= 0) ? 'pie' : 'bar';
}

/** Whether a value at every mark leaves the values apart. */
function labelsFit(chart: ChartSpec, room: Room, decimals: number): boolean {
  const texts = amountsOf(chart).map(value => formatNumber(value, decimals));
  const widest = Math.max(0, ...texts.map(text => textWidth(text, { size: room.label })));
  const slots = Math.max(1, chart.categories.length);
  const column = (room.width * 0.94) / slots;
  switch (chart.kind) {
    case 'bar':
      return (room.height * 0.85) / slots / chart.series.length >= room.label * 1.3;
    case 'stacked-column':
      return widest <= column * 0.62 && roomInStack(chart, room);
    case 'line':
      return chart.series.length === 1 && widest + room.label / 3 <= column;
    default:
      return widest + 2 <= (column * 0.75) / chart.series.length;
  }
}

/** A label needs a segment about as tall as its text. */
function roomInStack(chart: ChartSpec, room: Room): boolean {
  const totals = chart.categories.map((_, index) =>
    chart.series.reduce((sum, series) => sum + Math.abs(series.values[index] ?? 0), 0),
  );
  const perUnit = (room.height * 0.75) / Math.max(1e-9, ...totals);
  const tall = (value: number | null) =>
    value === null || value === 0 || Math.abs(value) * perUnit >= room.label * 1.15;
  return chart.series.every(series => series.values.every(tall));
}

/** Whether names at the lines' ends are short enough and far enough from each other to be read. */
function namesStandApart(chart: ChartSpec, room: Room): boolean {
  const amounts = amountsOf(chart);
  const low = linesFromZero(amounts) ? 0 : Math.min(...amounts);
  const perUnit = (room.height * 0.75) / Math.max(1e-9, Math.max(...amounts) - low);
  const ends = chart.series
    .map(series => series.values.findLast(value => value !== null) ?? null)
    .filter(value => value !== null)
    .sort((a, b) => a - b);
  const apart = ends.every(
    (end, index) => index === 0 || (end - (ends[index - 1] ?? 0)) * perUnit >= room.label * 1.2,
  );
  return apart && chart.series.length <= 6 && widestName(chart, room) <= room.width * 0.25;
}

/** Width of the widest series name, in bold. */
export function widestName(chart: ChartSpec, room: Room): number {
  const widths = chart.series.map((_, index) =>
    textWidth(seriesName(chart, index), { size: room.label, bold: true }),
  );
  return Math.max(0, ...widths);
}

function linesFromZero(amounts: readonly number[]): boolean {
  if (amounts.length === 0) return true;
  return Math.min(...amounts) < Math.max(...amounts) * 0.6;
}
