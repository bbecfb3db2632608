import { child, childrenOf, numberAttr, type Xml } from '../package/xml.ts';
import { type CellRange, categoriesOf, nameOf, numbersOf } from './chart-data.ts';

/** One series with the labels or x values that it stands over. */
export interface PlotSeries {
  readonly name: string;
  readonly categories: readonly string[];
  readonly values: readonly (number | null)[];
  /** Number format of its values' cells. */
  readonly format: string;
  /** Set on the bubble sizes that follow a bubble series. */
  readonly sizeOf?: string;
}

interface Context {
  readonly cells: CellRange;
  readonly date1904: boolean;
}

/** The series of one plot in the order they are drawn; a bubble series is followed by its sizes. */
export function seriesOf(plot: Xml, context: Context): readonly PlotSeries[] {
  return childrenOf(plot, 'ser')
    .map((ser, i) => ({ ser, order: numberAttr(child(ser, 'order'), 'val') ?? i }))
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ ser }) => readSeries(ser, context));
}

function readSeries(ser: Xml, { cells, date1904 }: Context): readonly PlotSeries[] {
  const index = numberAttr(child(ser, 'idx'), 'val') ?? 0;
  const name = nameOf(child(ser, 'tx'), cells) || `Series ${index + 1}`;
  const { values, format } = numbersOf(child(ser, 'val') ?? child(ser, 'yVal'), cells);
  const categories = categoriesOf(child(ser, 'cat') ?? child(ser, 'xVal'), cells, date1904);
  const sizes = numbersOf(child(ser, 'bubbleSize'), cells);
  const series = { name, categories, values, format };
  if (sizes.values.length === 0) return [series];
  return [series, { name: `${name} (size)`, categories, ...sizes, sizeOf: name }];
}
