import type { Box } from '../../domain/box.ts';
import type { ChartKind } from '../../domain/reading.ts';
import type { ChartRegion } from '../../domain/region.ts';
import { attr, child, elements, isOn, type Xml } from '../package/xml.ts';
import { type CellRange, nameOf } from './chart-data.ts';
import { type PlotSeries, seriesOf } from './chart-series.ts';
import { unitOfChart } from './chart-unit.ts';
import { oneLine, plainText } from './text.ts';

/** A group of series that are drawn the same way. */
export interface Plot {
  readonly kind: ChartKind;
  readonly xml: Xml;
  readonly series: readonly PlotSeries[];
}

const NO_CELLS: CellRange = () => [];

/**
 * A DrawingML chart (ECMA-376 part 1, 21.2) with the data of its cache, or of its embedded workbook where that is empty.
 * @param cells looks into the embedded workbook
 * @returns null where the part holds no chart that has data
 */
export function readChart(space: Xml, box: Box, cells: CellRange = NO_CELLS): ChartRegion | null {
  const chart = child(space, 'chart');
  const area = child(chart, 'plotArea');
  const date1904 = isOn(
    attr(child(space, 'date1904'), 'val') ?? (child(space, 'date1904') ? '1' : undefined),
  );
  const plots = elements(area).flatMap(element => {
    const kind = kindOf(element);
    return kind ? [{ kind, xml: element, series: seriesOf(element, { cells, date1904 }) }] : [];
  });
  const all = plots.flatMap(plot => plot.series);
  if (!all.some(series => series.values.some(value => value !== null))) return null;
  const kinds = new Set(plots.filter(plot => plot.series.length > 0).map(plot => plot.kind));
  const [kind = 'column'] = kinds;
  const { unit, series } = unitOfChart(plots, area);
  const table = kind === 'scatter' || kind === 'bubble' ? pointTable(series) : categoryTable(series);
  return {
    kind: 'chart',
    box,
    chart: kinds.size > 1 ? 'combo' : kind,
    title: titleOf(chart, all, cells),
    ...axisTitles(area, kind, cells),
    unit,
    ...table,
  };
}

const KINDS: Readonly<Record<string, ChartKind>> = {
  line: 'line',
  line3D: 'line',
  area: 'area',
  area3D: 'area',
  pie: 'pie',
  pie3D: 'pie',
  ofPie: 'pie',
  doughnut: 'donut',
  scatter: 'scatter',
  bubble: 'bubble',
  radar: 'radar',
  stock: 'line',
  surface: 'area',
  surface3D: 'area',
};

function kindOf(plot: Xml): ChartKind | undefined {
  const name = /^(.*)Chart$/.exec(plot.name)?.[1];
  if (name === 'bar' || name === 'bar3D') {
    return attr(child(plot, 'barDir'), 'val') === 'bar' ? 'bar' : 'column';
  }
  return name === undefined ? undefined : KINDS[name];
}

/** A title without text of its own shows the name of the only series. */
function titleOf(chart: Xml | null, series: readonly PlotSeries[], cells: CellRange): string {
  const title = child(chart, 'title');
  if (!title) return '';
  return titleText(title, cells) || (series.length === 1 ? (series[0]?.name ?? '') : '');
}

function titleText(title: Xml | null, cells: CellRange): string {
  const tx = child(title, 'tx');
  return oneLine(plainText(child(tx, 'rich')) || nameOf(tx, cells));
}

function axisTitles(area: Xml | null, kind: ChartKind, cells: CellRange): { xTitle: string; yTitle: string } {
  const titled = (names: readonly string[]) =>
    elements(area)
      .filter(axis => names.includes(axis.name))
      .map(axis => ({ across: isAcross(axis), title: titleText(child(axis, 'title'), cells) }))
      .filter(axis => axis.title !== '');
  if (kind === 'scatter' || kind === 'bubble') {
    const axes = titled(['valAx']);
    return {
      xTitle: axes.find(axis => axis.across)?.title ?? '',
      yTitle: axes.find(axis => !axis.across)?.title ?? '',
    };
  }
  return {
    xTitle: titled(['catAx', 'dateAx', 'serAx'])[0]?.title ?? '',
    yTitle: titled(['valAx'])[0]?.title ?? '',
  };
}

function isAcross(axis: Xml): boolean {
  return ['b', 't'].includes(attr(child(axis, 'axPos'), 'val') ?? '');
}

type Table = Pick<ChartRegion, 'categories' | 'series'>;

function categoryTable(series: readonly PlotSeries[]): Table {
  const longest = series.reduce<readonly string[]>(
    (best, { categories }) => (categories.length > best.length ? categories : best),
    [],
  );
  const count = Math.max(...series.map(s => s.values.length), longest.length);
  return {
    categories: Array.from(
      { length: count },
      (_, i) => longest[i] ?? (longest.length > 0 ? '' : String(i + 1)),
    ),
    series: series.map(({ name, values }) => ({ name, values: pad(values, count, 0) })),
  };
}

/** Series over their own x values: one row a point, unless all series stand over the same x values. */
function pointTable(series: readonly PlotSeries[]): Table {
  const [first] = series;
  const shared = series.every(s => s.categories.join('\n') === first?.categories.join('\n'));
  if (shared) return categoryTable(series);
  const categories = series.flatMap(s =>
    s.sizeOf ? [] : s.values.map((_, i) => s.categories[i] ?? String(i + 1)),
  );
  let offset = 0;
  let start = 0;
  const columns = series.map(s => {
    if (!s.sizeOf) {
      start = offset;
      offset += s.values.length;
    }
    return { name: s.name, values: pad(s.values, categories.length, start) };
  });
  return { categories, series: columns };
}

function pad(values: readonly (number | null)[], count: number, offset: number): readonly (number | null)[] {
  return Array.from({ length: count }, (_, i) => values[i - offset] ?? null);
}
