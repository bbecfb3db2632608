import type { Context } from '../context.ts';
import { references } from '../sentence.ts';
import { tableHtml } from '../table.ts';
import type { BlockOf } from './index.ts';

export function table(block: BlockOf<'table'>, context: Context): string {
  return tableHtml({
    caption: block.title,
    columns: block.columns,
    rows: block.rows.map(row => row.map(cell => cell.text)),
    notes: references(block.citations, context),
  });
}
