import type { Context } from '../context.ts';
import { escapeInline } from '../escape.ts';
import { references } from '../footnotes.ts';
import { pipeTable } from '../table.ts';
import type { BlockOf } from './index.ts';

export function table(block: BlockOf<'table'>, context: Context): string {
  const title = escapeInline(block.title);
  const notes = references(block.citations, context);
  const grid = pipeTable({
    columns: block.columns.map(({ label, number }) => ({ label: escapeInline(label), number })),
    rows: block.rows.map(row => row.map(cell => escapeInline(cell.text))),
  });
  return [title === '' ? '' : `**${title}**`, grid, notes === '' ? '' : `Evidence: ${notes}`]
    .filter(part => part !== '')
    .join('\n\n');
}
