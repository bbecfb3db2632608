import type { Box } from '../../domain/box.ts';
import type { ChartKind } from '../../domain/reading.ts';
import type { ChartRegion } from '../../domain/region.ts';
import { clean, unitOfFormat } from '../package/number-format.ts';
import { allOf, attr, child, childrenOf, descend, numberAttr, textOf, type Xml } from '../package/xml.ts';
import { oneLine } from './text.ts';

/** The kind that comes closest to each of the layouts that Office added in 2016. */
const KINDS: Readonly<Record<string, ChartKind>> = {
  waterfall: 'column',
  clusteredColumn: 'column',
  paretoLine: 'line',
  funnel: 'bar',
  boxWhisker: 'column',
  treemap: 'pie',
  sunburst: 'pie',
  regionMap: 'column',
};

/** An extended chart (MS-ODRAWXML 2.24.3): waterfall, funnel, treemap and their like; null where it has no data. */
export function readChartEx(space: Xml, box: Box): ChartRegion | null {
  const chart = child(space, 'chart');
  const drawn = allOf(descend(chart, 'plotArea', 'plotAreaRegion'), 'series');
  const data = new Map(childrenOf(child(space, 'chartData'), 'data').map(d => [attr(d, 'id'), d]));
  const read = drawn.flatMap((series, i) => {
    const columns = columnsOf(data.get(attr(child(series, 'dataId'), 'val')));
    const name = textOf(descend(series, 'tx', 'txData', 'v')) || `Series ${i + 1}`;
    return columns.values.length > 0 ? [{ name, ...columns, layout: attr(series, 'layoutId') ?? '' }] : [];
  });
  const [first] = read;
  if (!first) return null;
  const { unit, percent } = unitOfFormat(first.format);
  const count = Math.max(...read.map(series => series.values.length));
  return {
    kind: 'chart',
    box,
    chart: KINDS[first.layout] ?? 'column',
    title: titleOf(child(chart, 'title')),
    xTitle: '',
    yTitle: '',
    unit,
    categories: Array.from({ length: count }, (_, i) => first.categories[i] ?? String(i + 1)),
    series: read.map(({ name, values }) => ({
      name,
      values: Array.from({ length: count }, (_, i) => printed(values[i], percent)),
    })),
  };
}

function printed(value: number | null | undefined, percent: boolean): number | null {
  return value === null || value === undefined ? null : clean(percent ? value * 100 : value);
}

function titleOf(title: Xml | null): string {
  const words = [...allOf(title, 't'), ...allOf(title, 'v')].map(textOf);
  return oneLine(words.join(' '));
}

function columnsOf(data: Xml | undefined) {
  const labels = levelsOf(child(data, 'strDim'));
  const [numbers = []] = levelsOf(child(data, 'numDim'));
  const count = Math.max(numbers.length, ...labels.map(level => level.length), 0);
  const categories = Array.from({ length: count }, (_, i) =>
    labels
      .toReversed()
      .map(level => oneLine(level[i] ?? ''))
      .filter(label => label !== '')
      .join(' / '),
  );
  const values = numbers.map(text =>
    text === undefined || text.trim() === '' ? null : finite(Number(text)),
  );
  const format = attr(descend(data, 'numDim', 'lvl'), 'formatCode') ?? 'General';
  return { categories, values, format };
}

const MAX_POINTS = 20_000;

function levelsOf(dimension: Xml | null): readonly (readonly (string | undefined)[])[] {
  return childrenOf(dimension, 'lvl').map(level => {
    const texts: (string | undefined)[] = [];
    for (const pt of childrenOf(level, 'pt')) {
      const index = numberAttr(pt, 'idx') ?? texts.length;
      if (index >= 0 && index < MAX_POINTS) texts[index] = textOf(pt);
    }
    return Array.from(texts);
  });
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
