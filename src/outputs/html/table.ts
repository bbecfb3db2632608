import { tag, text } from './tag.ts';

export interface HtmlTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** HTML at the end of the caption. */
  readonly notes?: string;
}

/** A table whose first column names its rows; it scrolls by itself where the screen is narrow. */
export function tableHtml({ caption, columns, rows, notes = '' }: HtmlTable): string {
  const align = (index: number) => (columns[index]?.number ? 'number' : undefined);
  const head = columns.map(({ label }, index) =>
    tag('th', { scope: 'col', class: align(index) }, text(label)),
  );
  const body = rows.map(row =>
    tag(
      'tr',
      {},
      ...columns.map((_, index) =>
        index === 0
          ? tag('th', { scope: 'row', class: align(index) }, text(row[index] ?? ''))
          : tag('td', { class: align(index) }, text(row[index] ?? '')),
      ),
    ),
  );
  const title = caption === '' && notes === '' ? '' : tag('caption', {}, text(caption), notes);
  return tag(
    'div',
    { class: 'table' },
    tag('table', {}, title, tag('thead', {}, tag('tr', {}, ...head)), tag('tbody', {}, ...body)),
  );
}
