import type { CellRange } from '../drawing/chart-data.ts';
import { sheetRanges } from './reference.ts';
import { readSheet, type Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';

/** The most cells that a chart's formula may name. */
const MAX_CELLS = 20_000;

/**
 * Looks up a chart's formulas in its workbook.
 * @param sheets the workbook's sheets by name, in order
 */
export function cellRange(sheets: ReadonlyMap<string, Sheet>): CellRange {
  const indexes = new Map<Sheet, ReadonlyMap<string, string>>();
  return formula =>
    sheetRanges(formula).flatMap(({ sheet: name, range }) => {
      const sheet = name === '' ? [...sheets.values()][0] : sheets.get(name);
      if (!sheet) return [];
      const index = indexes.get(sheet) ?? indexOf(sheet);
      indexes.set(sheet, index);
      const last = sheet.cells.reduce((end, cell) => Math.max(end, cell.row), 0);
      const texts: string[] = [];
      for (let row = range.top; row <= Math.min(range.bottom, last); row++) {
        for (let column = range.left; column <= range.right && texts.length < MAX_CELLS; column++) {
          texts.push(index.get(`${row} ${column}`) ?? '');
        }
      }
      return texts;
    });
}

/** All sheets of a workbook, for charts that have no data of their own. */
export async function readAllSheets(workbook: Workbook): Promise<ReadonlyMap<string, Sheet>> {
  const sheets = new Map<string, Sheet>();
  for (const { name, part } of workbook.sheets) {
    const bytes = part === undefined ? null : await workbook.pack.zip.read(part);
    if (bytes) sheets.set(name, readSheet(bytes, workbook));
  }
  return sheets;
}

function indexOf(sheet: Sheet): ReadonlyMap<string, string> {
  return new Map(sheet.cells.map(cell => [`${cell.row} ${cell.column}`, cell.raw]));
}
