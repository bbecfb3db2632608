import type { ChartPoint, ChartReading, TableReading } from '../domain/reading.ts';

/** The point of a chart that a cell of its table tells; null for tables, and where no point is that cell's. */
export function pointOf(
  reading: TableReading | ChartReading,
  cells: readonly string[],
  column: number,
): ChartPoint | null {
  if (reading.kind !== 'chart') return null;
  const { points, table } = reading;
  const names = [...new Set(points.map(({ series }) => series))];
  const series = names.length === table.columns.length - 1 ? names[column - 1] : table.columns[column];
  const there = points.filter(({ x, y }) => x === (cells[0] ?? '') && y !== null);
  const own = there.filter(point => point.series === series);
  const amount = Number(cells[column]);
  return own.find(({ y }) => y === amount) ?? own[0] ?? there.find(({ y }) => y === amount) ?? null;
}
