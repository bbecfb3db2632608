import { plain } from '../../plain.ts';
import { BOX, type Canvas, drawHeading, drawSource, drawTitle } from '../draw.ts';
import type { TableRow } from '../library.ts';
import { BODY } from '../page.ts';
import { cellMargin, HEADING, tableLayout } from '../table-layout.ts';
import type { SlideOf } from './index.ts';

const NONE = { type: 'none' } as const;

/** A native table: a header row over a line, hairlines between rows, numbers at the right. */
export function table(page: SlideOf<'table'>, canvas: Canvas): void {
  const { size, widths, heights } = tableLayout(page);
  const name = 'Table';
  drawTitle(canvas, page.title);
  drawHeading(canvas, plain(page.heading), { ...BODY, y: BODY.y - 0.06, h: HEADING - 0.08 });
  canvas.slide.addTable([header(page), ...page.rows.map((_, index) => bodyRow(page, index))], {
    x: BODY.x,
    y: BODY.y + HEADING,
    w: widths.reduce((sum, width) => sum + width, 0),
    colW: [...widths],
    rowH: [...heights],
    fontSize: size,
    fontFace: BOX.fontFace,
    objectName: name,
  });
  canvas.alts.set(name, `Table: ${plain(page.heading)}, ${page.rows.length} rows.`);
  drawSource(canvas, page);
}

function header(page: SlideOf<'table'>): TableRow {
  return page.columns.map(({ label, number }, column) => ({
    text: plain(label),
    options: {
      bold: true,
      margin: cellMargin(column),
      color: 'tx2',
      align: number ? 'right' : 'left',
      valign: 'bottom',
      border: [NONE, NONE, { type: 'solid', pt: 1.5, color: 'tx2' }, NONE],
    },
  }));
}

function bodyRow(page: SlideOf<'table'>, index: number): TableRow {
  return page.columns.map(({ number }, column) => ({
    text: plain(page.rows[index]?.[column]?.text ?? ''),
    options: {
      color: 'tx1',
      margin: cellMargin(column),
      align: number ? 'right' : 'left',
      valign: 'middle',
      border: [NONE, NONE, { type: 'solid', pt: 0.75, color: 'bg2' }, NONE],
    },
  }));
}
