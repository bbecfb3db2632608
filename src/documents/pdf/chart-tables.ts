import { centreInside, shareInside, touches } from './bounds.ts';
import { type Drawing, findDrawings } from './drawings.ts';
import type { Segment } from './segments.ts';
import type { Sheet } from './sheet.ts';
import { pageTables } from './sheet-tables.ts';

type PageTables = ReturnType<typeof pageTables>;

/** The page's tables, but for what is the grid and the labels of a chart. */
export function tablesOutsideCharts(sheet: Sheet, segments: readonly Segment[]): PageTables {
  const found = pageTables(sheet, segments);
  const crossing = sheet.shapes.filter(
    shape => shape.x1 - shape.x0 > SMALLEST && found.tables.some(table => touches(shape, table)),
  );
  if (crossing.length < FEWEST_SHAPES) return found;
  const charts = findDrawings({ sheet, segments, taken: [] }).filter(isChart);
  const covered = (box: Parameters<typeof shareInside>[0]) =>
    charts.reduce((sum, chart) => sum + shareInside(box, chart), 0);
  if (!found.tables.some(table => covered(table) > COVERED)) return found;
  const within = new Set(segments.filter(segment => charts.some(chart => centreInside(segment, chart))));
  const outside = pageTables(
    sheet,
    segments.filter(segment => !within.has(segment)),
  );
  return { tables: outside.tables, segments: [...outside.segments, ...within] };
}

const FEWEST_SHAPES = 2;
/** Points. */
const SMALLEST = 3;
/** Share of a table that charts cover. */
const COVERED = 0.3;

/** Points: slanted lines and curves as long as this are drawn in charts, not in tables. */
const LONG = 40;

function isChart({ marks, scaled }: Drawing): boolean {
  const long = marks.filter(
    ({ kind, x0, y0, x1, y1 }) => kind === 'shape' && Math.max(x1 - x0, y1 - y0) > LONG && y1 - y0 > 4,
  );
  return long.length >= 2 || (scaled && marks.some(mark => mark.kind === 'shape'));
}
