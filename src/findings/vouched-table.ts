import type { ChartReading } from '../domain/reading.ts';
import { pointOf } from './chart-point.ts';

/**
 * A chart's table. Of a chart that was seen in pixels only the values that something printed vouches for: what was
 * measured there, against labels that were read there too, is shown by `read` but makes no finding.
 */
export function vouchedTable(reading: ChartReading): ChartReading['table'] {
  const { route, table } = reading;
  if (route !== 'lens') return table;
  const rows = table.rows.map(cells =>
    cells.map((cell, column) => (column === 0 || pointOf(reading, cells, column)?.verified ? cell : '')),
  );
  return { ...table, rows };
}
