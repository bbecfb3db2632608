import type { Block } from '../flow.ts';
import type { GridCell } from '../grid.ts';
import { allOf, child, elements, numberAttr, prefixed, type Xml } from '../package/xml.ts';
import { piecesOf, textOfPieces } from './runs.ts';

type Anchor = Omit<GridCell, 'box'>;

/** `w:tbl`: cells by grid columns, merged ones at their anchor; a table inside a cell is that cell's text. */
export function tableBlock(table: Xml): Extract<Block, { kind: 'table' }> {
  const rows = rowsOf(table);
  const cells: Anchor[] = [];
  /** Where in `cells` a vertical merge began, by its column. */
  const merging = new Map<number, number>();
  for (const [r, row] of rows.entries()) {
    let column = numberAttr(child(child(row, 'trPr'), 'gridBefore'), 'val') ?? 0;
    for (const tc of cellsOf(row)) {
      const columnSpan = Math.max(1, numberAttr(child(child(tc, 'tcPr'), 'gridSpan'), 'val') ?? 1);
      const merge = mergeOf(tc);
      const begun = merge === 'goes on' ? merging.get(column) : undefined;
      if (begun === undefined) {
        if (merge === 'none') merging.delete(column);
        else merging.set(column, cells.length);
        cells.push({ row: r, column, rowSpan: 1, columnSpan, text: cellText(tc) });
      } else {
        const anchor = cells[begun] as Anchor;
        cells[begun] = { ...anchor, rowSpan: r - anchor.row + 1 };
      }
      column += columnSpan;
    }
  }
  const headerRows = rows.findIndex(row => !child(child(row, 'trPr'), 'tblHeader'));
  return { kind: 'table', cells, ...(headerRows > 0 ? { headerRows } : {}) };
}

function mergeOf(tc: Xml): 'none' | 'begins' | 'goes on' {
  const merge = child(child(tc, 'tcPr'), 'vMerge');
  if (!merge) return 'none';
  return prefixed(merge, 'val') === 'restart' ? 'begins' : 'goes on';
}

function rowsOf(table: Xml): readonly Xml[] {
  return elements(table).flatMap(element =>
    element.name === 'tr' ? [element] : WRAPS.has(element.name) ? rowsOf(element) : [],
  );
}

function cellsOf(row: Xml): readonly Xml[] {
  return elements(row).flatMap(element =>
    element.name === 'tc' ? [element] : WRAPS.has(element.name) ? cellsOf(element) : [],
  );
}

const WRAPS: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'customXml', 'ins']);

function cellText(tc: Xml): string {
  return allOf(tc, 'p')
    .map(p => textOfPieces(piecesOf(p)))
    .filter(text => text !== '')
    .join(' ');
}
