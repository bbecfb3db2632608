import { columnsOf, findColumns, splitRunOn } from './columns.ts';
import { isData } from './data-line.ts';
import { around, bottom, type Interval, middleX, middleY, right } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import { headerRows } from './heading.ts';
import { type Chunk, type Divides, type Line, toLines } from './lines.ts';
import type { Region } from './regions.ts';
import { type Drawn, findRows } from './rows.ts';
import type { Token } from './tokens.ts';
import type { PointBox } from './types.ts';

/** The grid of a table whose columns are kept by alignment alone. */
export function alignedGrid({ header: above, body }: Region, drawn: Drawn): Grid | undefined {
  const region = { header: above, body: splitRunOn(body) };
  const columns = findColumns(region.body);
  if (columns.length < 2) return undefined;
  const rows = findRows(region.body, columns, drawn);
  const { header, notes } = headerRows(region.header, columns, drawn);
  const cells = [
    ...header.flatMap((row, i) => row.map(cell => ({ ...cell, row: i, rowEnd: i }))),
    ...rows.flatMap((lines, i) => bodyRow(lines, columns, header.length + i)),
  ];
  return {
    box: around([...region.header, ...region.body]),
    rows: header.length + rows.length,
    columns: columns.length,
    cells,
    headerRows: header.length,
    note: notes,
    how: 'aligned',
    edges: columns.map(column => column.from),
  };
}

/** The grid of all words within a box that is known to be a table. */
export function gridInBox(box: PointBox, { tokens, divides, drawn }: Inside): Grid | undefined {
  const lines = toLines(
    tokens.filter(token => holds(box, token)),
    divides,
  );
  const first = lines.findIndex(isData);
  if (first < 0) return undefined;
  const labelled = lines.slice(0, first).findLastIndex(line => line.chunks.length > 1) + 1;
  return alignedGrid({ header: lines.slice(0, labelled), body: lines.slice(labelled) }, drawn);
}

interface Inside {
  readonly tokens: readonly Token[];
  readonly divides: Divides;
  readonly drawn: Drawn;
}

function holds(box: PointBox, token: Token): boolean {
  const x = middleX(token);
  const y = middleY(token);
  return x >= box.x && x <= right(box) && y >= box.y && y <= bottom(box);
}

function bodyRow(lines: readonly Line[], columns: readonly Interval[], row: number): GridCell[] {
  const parts = new Map<number, Token[][]>();
  for (const line of lines) {
    const inLine = new Map<number, Token[]>();
    line.chunks.forEach((chunk, i) => {
      const col = columnFor(chunk, i, columns);
      inLine.set(col, [...(inLine.get(col) ?? []), ...chunk.tokens]);
    });
    for (const [col, tokens] of inLine) parts.set(col, [...(parts.get(col) ?? []), tokens]);
  }
  return [...parts].map(([col, cellLines]) => ({ row, rowEnd: row, col, colEnd: col, lines: cellLines }));
}

/** A label may run on under empty columns; a value stands in the column that it covers most. */
function columnFor(chunk: Chunk, index: number, columns: readonly Interval[]): number {
  const { from, to } = columnsOf(chunk, columns);
  if (from === to || (index === 0 && !chunk.value)) return from;
  const widths = columns.map(
    column => Math.min(column.to, chunk.x + chunk.w) - Math.max(column.from, chunk.x),
  );
  return widths.indexOf(Math.max(...widths));
}
