import type {
  ChartReading,
  FailedReading,
  Reading,
  TableReading,
  TextReading,
} from '../../domain/reading.ts';

/** A reading as a person reads it on a terminal. */
export function readingText(reading: Reading): string {
  return WRITERS[reading.kind](reading as never);
}

const WRITERS = { text: textLines, table: tableLines, chart: chartLines, failed: failedLine } satisfies {
  [K in Reading['kind']]: (reading: Extract<Reading, { kind: K }>) => string;
};

function textLines({ role, text }: TextReading): string {
  return role === 'paragraph' ? text : `[${role}] ${text}`;
}

function tableLines({ title, note, columns, rows }: TableReading): string {
  return [`[table] ${[title, note].filter(Boolean).join(' ')}`.trimEnd(), grid(columns, rows)].join('\n');
}

function chartLines({ chart, title, unit, table, points }: ChartReading): string {
  const heading = [`[${chart} chart]`, title, unit && `(${unit})`, sureness(points)]
    .filter(Boolean)
    .join(' ');
  return [heading, grid(table.columns, table.rows)].join('\n');
}

/** Numbers that nothing vouches for are not shown as if something did. */
function sureness(points: ChartReading['points']): string {
  const unsure = points.filter(({ verified }) => !verified).length;
  if (unsure === 0) return '';
  return unsure === points.length ? '– unverified' : `– ${unsure} of ${points.length} values unverified`;
}

function failedLine({ region, code, message, caption }: FailedReading): string {
  return `[${region} not read: ${code}] ${caption ? `${caption}. ` : ''}${message}`;
}

const WIDEST_CELL = 40;

function grid(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map(row => row.map(cut));
  const widths = columns.map((_, i) => Math.max(...lines.map(row => (row[i] ?? '').length)));
  return lines
    .map(row =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
}

function cut(cell: string): string {
  return cell.length > WIDEST_CELL ? `${cell.slice(0, WIDEST_CELL - 1)}…` : cell;
}
