import { seriesColours } from '../../theme.ts';
import { categoryKeys } from '../category.ts';
import { framed, plotHeight, type Sketch, type Spec } from './frame.ts';

/** A pie; its legend names every wedge with its value, because labels around small wedges run into each other. */
export function pie(sketch: Sketch): Spec {
  const { chart, theme, rows } = sketch;
  const palette = seriesColours(theme);
  const keys = categoryKeys(chart.categories);
  const percent = chart.unit.trim() === '%' ? '%' : '';
  const names = Object.fromEntries(rows.map(row => [row.key, `${row.category}: ${row.label}${percent}`]));
  const height = plotHeight(chart);
  return framed(sketch, {
    width: 260,
    height,
    mark: { type: 'arc', outerRadius: 118, stroke: `#${theme.colours.background}`, strokeWidth: 2 },
    encoding: {
      theta: { field: 'value', type: 'quantitative', stack: true },
      order: { field: 'key', type: 'ordinal' },
      color: {
        field: 'key',
        type: 'ordinal',
        scale: { domain: keys, range: keys.map((_, index) => `#${palette[index % palette.length]}`) },
        legend: {
          orient: 'right',
          title: null,
          offset: 24,
          rowPadding: 10,
          labelLimit: 320,
          labelExpr: `${JSON.stringify(names)}[datum.value]`,
          values: keys.filter(key => key in names),
        },
      },
    },
  });
}
