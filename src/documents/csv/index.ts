import { WHOLE_PAGE } from '../../domain/box.ts';
import type { Page } from '../../domain/region.ts';
import { type Backend, FailureError } from '../backend.ts';
import { readText } from '../decode-text.ts';
import { largest } from '../extremes.ts';
import { cellBox, edgesOf, tableOf } from '../grid.ts';
import { parseDelimited } from './parse.ts';

/** Delimited text: one page with one table, every row as high as the next. */
export const backend: Backend = {
  async open(path, options) {
    const { rows, warnings } = parseDelimited(await readText(path));
    const width = largest(rows, row => row.length);
    const across = edgesOf(new Array<number>(width).fill(1));
    const down = edgesOf(new Array<number>(rows.length).fill(1));
    const cells = rows.flatMap((row, r) =>
      row.map((text, column) => {
        const place = { row: r, column, rowSpan: 1, columnSpan: 1 };
        return { ...place, text, box: cellBox(place, across, down, WHOLE_PAGE) };
      }),
    );
    const table = tableOf({ cells, box: WHOLE_PAGE });
    if (!table) throw new FailureError('empty', 'The file holds no cells.');
    const page: Page = {
      page: 1,
      width: Math.max(width, 1) * COLUMN_POINTS,
      height: Math.max(rows.length, 1) * ROW_POINTS,
      regions: [table],
    };
    options.onPage?.(page);
    return { ok: true, document: { kind: 'csv', title: '', pageCount: 1, pages: [page], warnings } };
  },
};

const COLUMN_POINTS = 72;
const ROW_POINTS = 15;
