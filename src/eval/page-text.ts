import type { Reading, TextRole } from '../domain/reading.ts';
import type { StoredPage } from '../domain/store.ts';

const FURNITURE: ReadonlySet<TextRole> = new Set(['header', 'footer']);

/** Everything that was read of a page, in reading order, a line a region. */
export function pageText({ readings }: StoredPage): string {
  return readings.map(readingText).join('\n');
}

/** The same without running headers and footers. */
export function bodyText({ readings }: StoredPage): string {
  const body = readings.filter(reading => reading.kind !== 'text' || !FURNITURE.has(reading.role));
  return body.map(readingText).join('\n');
}

function readingText(reading: Reading): string {
  switch (reading.kind) {
    case 'text':
      return reading.text;
    case 'table':
      return [reading.title, reading.note, grid(reading.columns, reading.rows)].join('\n');
    case 'chart':
      return [
        reading.title,
        reading.xTitle,
        reading.yTitle,
        grid(reading.table.columns, reading.table.rows),
      ].join('\n');
    case 'failed':
      return reading.caption;
  }
}

function grid(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map(row => row.join('\t')).join('\n');
}
