import { groupBy } from '../../lib/group.ts';
import { largest, smallest } from '../extremes.ts';
import type { Reference } from './reference.ts';
import type { Cell } from './sheet.ts';

/** Cells that touch, with the rectangle they fill. */
export interface Component extends Reference {
  readonly cells: readonly Cell[];
}

/** A sheet in more pieces than this is no arrangement of tables: it is taken as one. */
const MAX_PIECES = 2_000;

/** Groups of cells that touch at their sides; groups whose rectangles overlap are one. Merged cells fill their range. */
export function componentsOf(cells: readonly Cell[], merges: readonly Reference[]): readonly Component[] {
  const groups = touching(cells, merges).map(component);
  if (groups.length > MAX_PIECES) return [component(cells)];
  return mergeWhere(groups, overlaps);
}

/** Joins components, first with first, as long as any two of them belong together. */
export function mergeWhere(
  components: readonly Component[],
  belong: (a: Component, b: Component) => boolean,
): readonly Component[] {
  const left = [...components];
  for (let i = 0; i < left.length; ) {
    const at = left.findIndex((other, j) => j > i && belong(left[i] as Component, other));
    if (at < 0) i++;
    else {
      const [other] = left.splice(at, 1) as [Component];
      left[i] = component([...(left[i] as Component).cells, ...other.cells]);
      i = 0;
    }
  }
  return left;
}

function component(cells: readonly Cell[]): Component {
  return {
    cells,
    top: smallest(cells, cell => cell.row),
    left: smallest(cells, cell => cell.column),
    bottom: largest(cells, cell => cell.row),
    right: largest(cells, cell => cell.column),
  };
}

export function overlaps(a: Component, b: Component): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

const COLUMNS = 16_384;
/** A merge larger than this fills only its corner. */
const LARGE_MERGE = 10_000;

function touching(cells: readonly Cell[], merges: readonly Reference[]): readonly (readonly Cell[])[] {
  const owner = ownersOf(cells, merges);
  const parents = cells.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  };
  for (const [place, i] of owner) {
    for (const next of [place + 1, place + COLUMNS]) {
      const other = owner.get(next);
      if (other !== undefined) parents[rootOf(Math.max(i, other))] = rootOf(Math.min(i, other));
    }
  }
  return [...groupBy([...cells.keys()], rootOf).values()].map(group => group.map(i => cells[i] as Cell));
}

/** Which cell fills each place of the sheet. */
function ownersOf(cells: readonly Cell[], merges: readonly Reference[]): ReadonlyMap<number, number> {
  const owner = new Map<number, number>();
  const ranges = new Map(merges.map(merge => [merge.top * COLUMNS + merge.left, merge]));
  for (const [i, cell] of cells.entries()) {
    const place = cell.row * COLUMNS + cell.column;
    owner.set(place, i);
    const range = ranges.get(place);
    if (!range || (range.bottom - range.top + 1) * (range.right - range.left + 1) > LARGE_MERGE) continue;
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) owner.set(row * COLUMNS + column, i);
    }
  }
  return owner;
}
