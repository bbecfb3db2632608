import type { Box } from '../../domain/box.ts';
import type { ChartRegion } from '../../domain/region.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { child } from '../package/xml.ts';
import { readChart } from './chart.ts';
import type { CellRange } from './chart-data.ts';
import { readChartEx } from './chart-ex.ts';

interface ChartPlace {
  readonly pack: OfficePackage;
  /** The part that refers to the chart by relationship `id`. */
  readonly part: string;
  readonly id: string | undefined;
  readonly box: Box;
  /** Where to look for data that the chart has not cached; its embedded workbook where absent. */
  readonly cells?: () => Promise<CellRange>;
}

/** A chart by its reference; null where there is none that has data. */
export async function chartAt({ pack, part, id, box, cells }: ChartPlace): Promise<ChartRegion | null> {
  const relation = await pack.related(part, id);
  if (!relation || relation.external) return null;
  const space = await pack.xml(relation.target);
  if (!space) return null;
  if (child(child(space, 'chart'), 'plotArea') && child(space, 'chartData')) return readChartEx(space, box);
  const cached = readChart(space, box);
  if (cached) return cached;
  const range = cells ? await cells() : await embeddedCells(pack, relation.target);
  return range ? readChart(space, box, range) : null;
}

/** The workbook reader is a format of its own: it is loaded only for a chart without a cache. */
async function embeddedCells(pack: OfficePackage, chart: string): Promise<CellRange | null> {
  const relation = await pack.relatedByType(chart, 'package');
  const bytes = relation ? await pack.zip.read(relation.target) : null;
  if (!bytes) return null;
  const { openEmbedded } = await import('../xlsx/embedded.ts');
  return openEmbedded(bytes);
}
