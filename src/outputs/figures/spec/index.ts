import type { ChartSpec } from '../../../domain/report.ts';
import { BugError } from '../../../errors.ts';
import type { Theme } from '../../theme.ts';
import { bar, column, stackedColumn } from './bars.ts';
import { type Sketch, type Spec, sketchOf } from './frame.ts';
import { line } from './line.ts';
import { pie } from './pie.ts';

export type { Spec } from './frame.ts';

const makers = { column, bar, line, 'stacked-column': stackedColumn, pie } satisfies Record<
  ChartSpec['kind'],
  (sketch: Sketch) => Spec
>;

/** A chart as a Vega-Lite 6 specification that holds its data and can be edited on. */
export function vegaLiteSpec(chart: ChartSpec, theme: Theme): Spec {
  const sketch = sketchOf(chart, theme);
  const make = makers[sketch.look.kind] as ((sketch: Sketch) => Spec) | undefined;
  if (make === undefined) throw new BugError(`No figure for a chart of kind "${chart.kind}"`);
  return make(sketch);
}
