import type { Opened, Page } from '../../domain/region.ts';
import { type Backend, FailureError, type OpenOptions } from '../backend.ts';
import type { CellRange } from '../drawing/chart-data.ts';
import { largest, smallest } from '../extremes.ts';
import { tableRowLimit } from '../grid.ts';
import { OfficePackage } from '../package/office-package.ts';
import { choosePages } from '../page-choice.ts';
import { failureOfPage } from '../page-failure.ts';
import { cellRange, readAllSheets } from './cell-range.ts';
import { readDrawings } from './drawings.ts';
import { pageOf } from './page.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { readWorkbook, type SheetRef, type Workbook } from './workbook.ts';

/** Excel workbooks: a sheet is a page, labelled with its name and as large as its used cells. */
export const backend: Backend = { open };

async function open(path: string, options: OpenOptions): Promise<Opened> {
  using pack = await OfficePackage.open(path);
  const workbook = await readWorkbook(pack);
  if (!workbook) throw new FailureError('damaged', 'The workbook has no sheets that could be read.');
  const title = await pack.title();
  const pageCount = workbook.sheets.length;
  options.onStart?.({ title, pageCount });
  const chosen = choosePages(pageCount, options);
  const cells = lazyCells(workbook);
  const pages: Page[] = [];
  for (const number of chosen.pages) {
    const page = await readOne(workbook, number, cells);
    pages.push(page);
    options.onPage?.(page);
  }
  const hidden = workbook.sheets.filter(sheet => sheet.hidden).map(sheet => sheet.name);
  const warnings = [...pack.warnings, ...chosen.warnings];
  if (hidden.length > 0) warnings.push(`Hidden sheets were read too: ${hidden.join(', ')}.`);
  return { ok: true, document: { kind: 'xlsx', title, pageCount, pages, warnings } };
}

async function readOne(workbook: Workbook, number: number, cells: () => Promise<CellRange>): Promise<Page> {
  const { name, part } = workbook.sheets[number - 1] as SheetRef;
  try {
    const bytes = part === undefined ? null : await workbook.pack.zip.read(part);
    if (part === undefined || !bytes) {
      throw new FailureError('damaged', 'The workbook names this sheet but does not hold it.');
    }
    const sheet = readSheet(bytes, workbook);
    const drawings = await readDrawings(workbook.pack, part, cells).catch(() => []);
    const page = pageOf({ number, name, sheet, drawings });
    return sheet.cut || isCut(sheet) ? { ...page, failure: TOO_MANY } : page;
  } catch (error) {
    return {
      page: number,
      label: name,
      width: 612,
      height: 792,
      regions: [],
      failure: failureOfPage(error, 'sheet'),
    };
  }
}

/** Few cells may stand far apart: a table is cut by its places, empty ones among them. */
function isCut({ cells }: Sheet): boolean {
  const columns = largest(cells, cell => cell.column + 1);
  return largest(cells, cell => cell.row) - smallest(cells, cell => cell.row) >= tableRowLimit(columns);
}

const TOO_MANY = {
  code: 'too_large',
  message: 'This sheet has more than 200,000 cells; the rest was left out.',
};

/** Sheets are read a second time only where a chart needs their cells. */
function lazyCells(workbook: Workbook): () => Promise<CellRange> {
  let sheets: Promise<ReadonlyMap<string, Sheet>> | undefined;
  return async () => {
    sheets ??= readAllSheets(workbook);
    return cellRange(await sheets);
  };
}
