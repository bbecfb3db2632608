import type { TextLine } from './group-lines.ts';

/** Groups of lines with a gap of more than `gap` between them along one axis, in its order. */
export function parted(
  lines: readonly TextLine[],
  extent: (line: TextLine) => readonly [number, number],
  gap: number,
): readonly (readonly TextLine[])[] {
  const groups: TextLine[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const line of lines.toSorted((a, b) => extent(a)[0] - extent(b)[0])) {
    const [from, to] = extent(line);
    if (groups.length === 0 || from - end > gap) groups.push([line]);
    else groups.at(-1)!.push(line);
    end = Math.max(end, to);
  }
  return groups;
}

/** Lines that stand side by side, rows from the top, each from the left. */
export function groupRows(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const rows: TextLine[][] = [];
  for (const line of lines.toSorted((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && Math.abs(middle(last) - middle(line)) < 0.5 * Math.min(last.size, line.size))
      row.push(line);
    else rows.push([line]);
  }
  return rows.map(row => row.toSorted((a, b) => a.x0 - b.x0));
}

/** Width from the leftmost to the rightmost edge. */
export function span(lines: readonly TextLine[]): number {
  return Math.max(...lines.map(line => line.x1)) - Math.min(...lines.map(line => line.x0));
}

function middle({ y0, y1 }: TextLine): number {
  return (y0 + y1) / 2;
}
