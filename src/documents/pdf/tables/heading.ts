import { columnsOf } from './columns.ts';
import type { Interval } from './geometry.ts';
import type { GridCell } from './grid.ts';
import type { Chunk, Line } from './lines.ts';
import { isUnitNote } from './numbers.ts';
import type { Drawn } from './rows.ts';
import { type HeaderCell, headerSpans } from './spans.ts';
import type { Token } from './tokens.ts';

/** Header lines over columns as rows of cells, and the words among them that set the unit for all columns. */
export function headerRows(
  lines: readonly Line[],
  columns: readonly Interval[],
  drawn: Drawn,
): { header: GridCell[][]; notes: Token[] } {
  const header: GridCell[][] = [];
  const notes: Token[] = [];
  let below: readonly HeaderCell[] = [];
  for (const line of [...lines].reverse()) {
    const note = noteOf(line, columns);
    if (note) notes.unshift(...note.tokens);
    else {
      const spans = headerSpans(line, columns, { flat: drawn.flat, below });
      below = [...spans, ...below];
      header.unshift(toCells(spans));
    }
  }
  return { header, notes };
}

/** "(in thousands)" over the values belongs to all columns. */
function noteOf(line: Line, columns: readonly Interval[]): Chunk | undefined {
  const only = line.chunks.length === 1 ? line.chunks[0]! : undefined;
  return only && isUnitNote(only.text) && columnsOf(only, columns).to > 0 ? only : undefined;
}

function toCells(spans: readonly HeaderCell[]): GridCell[] {
  const cells: GridCell[] = [];
  for (const { chunk, from, to } of spans) {
    const at = cells.findIndex(cell => cell.col === from && cell.colEnd === to);
    const same = cells[at];
    if (same) cells[at] = { ...same, lines: [[...same.lines[0]!, ...chunk.tokens]] };
    else cells.push({ row: 0, rowEnd: 0, col: from, colEnd: to, lines: [chunk.tokens] });
  }
  return cells;
}
