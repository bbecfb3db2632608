import type { Box } from '../domain/box.ts';
import type {
  ChartPoint,
  ChartReading,
  FailedReading,
  Reading,
  TableReading,
  TextReading,
} from '../domain/reading.ts';
import type { ChartRegion, FigureRegion, Region, TableRegion, TextRegion } from '../domain/region.ts';
import { legibility } from './legibility.ts';

type Placed = 'id' | 'page' | 'box' | 'order' | 'section';
/** A reading before it is placed on its page. */
export type Read =
  | Omit<TextReading, Placed>
  | Omit<TableReading, Placed>
  | Omit<ChartReading, Placed>
  | Omit<FailedReading, Placed>;

export interface Seen {
  readonly box: Box;
  readonly read: Read;
}

/**
 * What a region that is no drawing says, by the cheapest route that can be trusted.
 * Pixels that aren't a page of text wait for eyes that understand them: such a figure fails with `needs_lens`.
 */
export function readRegion(region: Region): Seen {
  return { box: region.box, read: READERS[region.kind](region as never) };
}

const READERS = { text: readText, table: readTable, chart: readChart, figure: readFigure } satisfies {
  [K in Region['kind']]: (region: Extract<Region, { kind: K }>) => Read;
};

/** A text layer is typed by whoever made the file, not seen: slightly below certain. */
const TEXT_LAYER_CONFIDENCE = 0.98;

function readText({ role, level, text, lines, seen }: TextRegion): Read {
  const confidence = round2(seen ?? TEXT_LAYER_CONFIDENCE * legibility(text));
  return {
    kind: 'text',
    role,
    ...(level === undefined ? {} : { level }),
    text,
    lines,
    route: seen === undefined ? 'text-layer' : 'lens',
    confidence,
  };
}

function readTable({ title, note, columns, rows, boxes, confidence, seen = 1 }: TableRegion): Read {
  const route: Reading['route'] = seen < 1 ? 'lens' : confidence === 1 ? 'native' : 'text-layer';
  return { kind: 'table', title, note, columns, rows, boxes, route, confidence: round2(confidence * seen) };
}

function readChart(region: ChartRegion): Read {
  const { chart, title, xTitle, yTitle, unit, categories, series } = region;
  const points: ChartPoint[] = series.flatMap(({ name, values }) =>
    categories.map((x, i) => ({
      series: name,
      x,
      y: values[i] ?? null,
      verified: true,
      how: 'native' as const,
    })),
  );
  const table = {
    columns: [xTitle, ...series.map(s => s.name)],
    rows: categories.map((x, i) => [x, ...series.map(s => printed(s.values[i]))]),
  };
  return { kind: 'chart', chart, title, xTitle, yTitle, unit, table, points, route: 'native', confidence: 1 };
}

function readFigure({ drawing, caption }: FigureRegion): Read {
  const what = drawing === 'raster' ? 'a picture' : 'a drawing';
  return {
    kind: 'failed',
    region: drawing === 'raster' ? 'picture' : 'chart',
    code: 'needs_lens',
    message: `This is ${what} whose content has to be seen; nothing here could say what it shows.`,
    caption,
    route: drawing === 'raster' ? 'lens' : 'vector',
    confidence: 0,
  };
}

function printed(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function round2(n: number): number {
  return Math.round(n * 100) / 100;
}
