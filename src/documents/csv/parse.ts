import { largest } from '../extremes.ts';
import { tableRowLimit } from '../grid.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFFED_ROWS = 30;

/**
 * Cells of delimited text (RFC 4180, with the delimiter sniffed): the one that cuts most rows into the same number of
 * cells. Quoted cells may hold delimiters, doubled quotes and line ends. Blank lines are left out,
 * and so are rows past what one table may have, with a warning.
 */
export function parseDelimited(text: string): {
  readonly rows: readonly (readonly string[])[];
  readonly warnings: readonly string[];
} {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const delimiter = stated?.[1] ?? sniff(body);
  const width = largest(cut(body, delimiter, SNIFFED_ROWS), row => row.length, 1);
  const limit = tableRowLimit(width);
  const rows = cut(body, delimiter, limit + 1);
  if (rows.length <= limit) return { rows, warnings: [] };
  return { rows: rows.slice(0, limit), warnings: [`Only the first ${limit} rows were read.`] };
}

function sniff(text: string): string {
  let best: string = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const widths = cut(text.slice(0, 50_000), delimiter, SNIFFED_ROWS).map(row => row.length);
    const usual = mode(widths);
    if (usual < 2) continue;
    const score = widths.filter(width => width === usual).length / widths.length + usual / 1_000;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
}

/** Up to `limit` rows that aren't blank. */
function cut(text: string, delimiter: string, limit: number): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < limit) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, delimiter) : bareCell(text, at, delimiter);
    row.push(cell.trim());
    at = end;
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    if (row.some(c => c !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

function bareCell(text: string, start: number, delimiter: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { cell: text.slice(start, end), end };
}

/** What follows the closing quote up to the delimiter belongs to the cell, since hand-made files have such. */
function quotedCell(text: string, start: number, delimiter: string): { cell: string; end: number } {
  let end = start + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  const quoted = text.slice(start + 1, end).replaceAll('""', '"');
  const rest = bareCell(text, Math.min(end + 1, text.length), delimiter);
  return { cell: quoted.replace(/\s*\r?\n\s*/g, ' ') + rest.cell, end: rest.end };
}
