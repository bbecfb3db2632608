/** A table of escaped cells as a GFM pipe table; columns are padded so that it reads well as plain text too. */
export interface PipeTable {
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Beyond this a column isn't padded: one long cell would stretch every line. */
const WIDEST_PADDING = 48;

export function pipeTable({ columns, rows }: PipeTable): string {
  const widths = columns.map((column, index) => {
    const cells = [column.label, ...rows.map(row => row[index] ?? '')].map(width);
    return Math.max(3, ...cells.filter(length => length <= WIDEST_PADDING));
  });
  const line = (cells: readonly string[]) =>
    `| ${columns.map(({ number }, index) => pad(cells[index] ?? '', widths[index] ?? 3, number)).join(' | ')} |`;
  const rule = columns.map(({ number }, index) => {
    const dashes = '-'.repeat((widths[index] ?? 3) - (number ? 1 : 0));
    return number ? `${dashes}:` : dashes;
  });
  return [line(columns.map(column => column.label)), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function pad(cell: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(cell)));
  return right ? space + cell : cell + space;
}

function width(cell: string): number {
  return [...cell].length;
}
