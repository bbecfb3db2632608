import type { CellRange } from '../drawing/chart-data.ts';
import { OfficePackage } from '../package/office-package.ts';
import { cellRange, readAllSheets } from './cell-range.ts';
import { readWorkbook } from './workbook.ts';

/** A workbook inside another document, for a chart's formulas; null where it can't be read. */
export async function openEmbedded(bytes: Buffer): Promise<CellRange | null> {
  using pack = await OfficePackage.open(bytes);
  const workbook = await readWorkbook(pack);
  return workbook && cellRange(await readAllSheets(workbook));
}
