import { clean, type FormatUnit, unitOfFormat } from '../package/number-format.ts';
import { attr, child, childrenOf, elements, isOn, type Xml } from '../package/xml.ts';
import type { Plot } from './chart.ts';
import type { PlotSeries } from './chart-series.ts';

/**
 * The unit that a chart prints its values in, and its series with values as printed: fractions under a percent
 * format are hundreds. Where series differ in unit the chart has none, and each name says its own.
 */
export function unitOfChart(
  plots: readonly Plot[],
  area: Xml | null,
): { readonly unit: string; readonly series: readonly PlotSeries[] } {
  const measured = plots.flatMap(plot =>
    plot.series.map(series => ({ series, format: unitOfSeries(plot, series, area) })),
  );
  const units = new Set(measured.filter(m => !m.series.sizeOf).map(m => m.format.unit));
  const [unit = ''] = units;
  const mixed = units.size > 1;
  return {
    unit: mixed ? '' : unit,
    series: measured.map(({ series, format }) => ({
      ...series,
      name: mixed && format.unit !== '' ? `${series.name} (${format.unit})` : series.name,
      values: format.percent ? series.values.map(v => (v === null ? null : clean(v * 100))) : series.values,
    })),
  };
}

const NONE: FormatUnit = { unit: '', percent: false };

/** A label's or axis's own format wins over the format of the cells. */
function unitOfSeries(plot: Plot, series: PlotSeries, area: Xml | null): FormatUnit {
  if (series.sizeOf) return NONE;
  const codes = [labelFormat(plot.xml), axisFormat(plot.xml, area), series.format];
  const own = codes.find(code => code !== undefined && code !== 'General');
  return own === undefined ? NONE : unitOfFormat(own);
}

/** Labels that show shares of a pie are printed in percent whatever the values are. */
function labelFormat(plot: Xml): string | undefined {
  const labels = [child(plot, 'dLbls'), ...childrenOf(plot, 'ser').map(ser => child(ser, 'dLbls'))];
  for (const label of labels) {
    const showsValue = isOn(attr(child(label, 'showVal'), 'val'));
    const showsShare = isOn(attr(child(label, 'showPercent'), 'val'));
    const code = showsValue && !showsShare ? ownFormat(label) : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The axis of a stack to 100 % counts shares, not the values. */
function axisFormat(plot: Xml, area: Xml | null): string | undefined {
  if (attr(child(plot, 'grouping'), 'val') === 'percentStacked') return undefined;
  const ids = childrenOf(plot, 'axId').map(id => attr(id, 'val'));
  const across = plot.name === 'scatterChart' || plot.name === 'bubbleChart' ? ['b', 't'] : [];
  const axis = elements(area).find(
    element =>
      element.name === 'valAx' &&
      ids.includes(attr(child(element, 'axId'), 'val')) &&
      !across.includes(attr(child(element, 'axPos'), 'val') ?? ''),
  );
  return ownFormat(axis ?? null);
}

function ownFormat(holder: Xml | null): string | undefined {
  const format = child(holder, 'numFmt');
  return format && !isOn(attr(format, 'sourceLinked')) ? attr(format, 'formatCode') : undefined;
}
