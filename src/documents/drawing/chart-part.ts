import type { Box } from '../../domain/box.ts';
import type { ChartRegion } from '../../domain/region.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { readChart } from './chart.ts';

/** The chart that `part` refers to by relationship `id`; null where there is none that has data. */
export async function chartAt(
  pack: OfficePackage,
  part: string,
  id: string | undefined,
  box: Box,
): Promise<ChartRegion | null> {
  const relation = await pack.related(part, id);
  if (!relation || relation.external) return null;
  const space = await pack.xml(relation.target);
  return space && readChart(space, box);
}
