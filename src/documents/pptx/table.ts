import type { Box } from '../../domain/box.ts';
import type { Region } from '../../domain/region.ts';
import { plainText } from '../drawing/text.ts';
import { cellBox, edgesOf, type GridCell, tableOf } from '../grid.ts';
import { attr, child, childrenOf, isOn, numberAttr, type Xml } from '../package/xml.ts';

/** `a:tbl`: cells by grid columns and rows, merged ones at their anchor. */
export function readTable(table: Xml, box: Box): readonly Region[] {
  const columns = childrenOf(child(table, 'tblGrid'), 'gridCol').map(column => numberAttr(column, 'w') ?? 0);
  const rows = childrenOf(table, 'tr');
  const across = edgesOf(columns);
  const down = edgesOf(rows.map(row => numberAttr(row, 'h') ?? 0));
  const cells = rows.flatMap((row, r) => cellsOf(row, r, cell => cellBox(cell, across, down, box)));
  const read = tableOf({ cells, box });
  return read ? [read] : [];
}

function cellsOf(
  row: Xml,
  r: number,
  boxOf: (cell: Omit<GridCell, 'text' | 'box'>) => Box,
): readonly GridCell[] {
  return childrenOf(row, 'tc').flatMap((tc, column) => {
    if (isOn(attr(tc, 'hMerge')) || isOn(attr(tc, 'vMerge'))) return [];
    const place = {
      row: r,
      column,
      rowSpan: Math.max(1, numberAttr(tc, 'rowSpan') ?? 1),
      columnSpan: Math.max(1, numberAttr(tc, 'gridSpan') ?? 1),
    };
    return [{ ...place, text: plainText(child(tc, 'txBody')), box: boxOf(place) }];
  });
}
