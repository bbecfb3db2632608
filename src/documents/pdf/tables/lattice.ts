import { acrossX, acrossY, bottom, type Interval, overlap, right } from './geometry.ts';
import { covered, type Rulings, type Stroke } from './rulings.ts';
import type { PointBox } from './types.ts';

/** Cells that strokes draw: rectangles of the grid spanned by `xs` and `ys`. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
}

export interface LatticeCell {
  readonly row: number;
  readonly col: number;
  readonly rowEnd: number;
  readonly colEnd: number;
}

/** Strokes this close to each other's ends still meet. */
const MEETING = 3;
/** Strokes nearer than this are one border drawn twice. */
const SAME_BORDER = 3;

/** Points between parts of one table that don't touch: a row of text at most. */
const WIDEST_BREAK = 14;

export interface Crossing {
  readonly box: PointBox;
  readonly rulings: Rulings;
}

/** Boxes of strokes that cross each other: the places where ruled tables may be. */
export function crossings(rulings: Rulings): Crossing[] {
  const { horizontal, vertical } = rulings;
  if (horizontal.length * vertical.length > 4e6) return [];
  const groups = new Groups(horizontal.length + vertical.length);
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (within(v.at, h) && within(h.at, v)) groups.join(i, horizontal.length + j);
    });
  });
  return groups
    .all()
    .map(members => ({
      horizontal: members.filter(i => i < horizontal.length).map(i => horizontal[i]!),
      vertical: members.filter(i => i >= horizontal.length).map(i => vertical[i - horizontal.length]!),
    }))
    .filter(found => found.horizontal.length > 0 && found.vertical.length > 0)
    .map(found => ({ box: extent(found), rulings: found }))
    .sort((a, b) => a.box.y - b.box.y)
    .reduce<Crossing[]>(joinStacked, []);
}

/** A double line, or a row without strokes between its columns, leaves a gap within one table. */
function joinStacked(found: Crossing[], next: Crossing): Crossing[] {
  const at = found.findIndex(({ box }) => {
    const gap = next.box.y - bottom(box);
    const sameSides = Math.abs(box.x - next.box.x) < 4 && Math.abs(right(box) - right(next.box)) < 4;
    return sameSides && gap > -2 && gap < WIDEST_BREAK;
  });
  const above = found[at];
  if (!above) return [...found, next];
  const rulings = {
    horizontal: [...above.rulings.horizontal, ...next.rulings.horizontal],
    vertical: [...above.rulings.vertical, ...next.rulings.vertical],
  };
  return found.with(at, { box: extent(rulings), rulings });
}

/** The cells within `box`, whose own edges count as borders. */
export function toLattice(box: PointBox, rulings: Rulings): Lattice {
  const xs = borders(rulings.vertical, acrossX(box), acrossY(box));
  const ys = borders(rulings.horizontal, acrossY(box), acrossX(box));
  const columns = xs.length - 1;
  const groups = new Groups(Math.max(0, columns * (ys.length - 1)));
  for (let row = 0; row < ys.length - 1; row++) {
    for (let col = 0; col < columns; col++) {
      const down = { from: ys[row]!, to: ys[row + 1]! };
      const across = { from: xs[col]!, to: xs[col + 1]! };
      const at = row * columns + col;
      if (col + 1 < columns && covered(rulings.vertical, xs[col + 1]!, down, SAME_BORDER) < 0.5)
        groups.join(at, at + 1);
      if (row + 2 < ys.length && covered(rulings.horizontal, ys[row + 1]!, across, SAME_BORDER) < 0.5)
        groups.join(at, at + columns);
    }
  }
  const cells = groups.all().map(members => {
    const rows = members.map(i => Math.floor(i / columns));
    const cols = members.map(i => i % columns);
    return {
      row: Math.min(...rows),
      rowEnd: Math.max(...rows),
      col: Math.min(...cols),
      colEnd: Math.max(...cols),
    };
  });
  return { xs, ys, cells };
}

/** Places of strokes along `span`, with both its ends. Short strokes (ticks, underlines) draw no border. */
function borders(strokes: readonly Stroke[], span: Interval, across: Interval): number[] {
  const places: number[] = [span.from];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const inside = overlap(stroke, across) >= Math.min(6, 0.5 * (across.to - across.from));
    if (inside && stroke.at - places.at(-1)! > SAME_BORDER && span.to - stroke.at > SAME_BORDER)
      places.push(stroke.at);
  }
  return [...places, span.to];
}

function within(at: number, stroke: Stroke): boolean {
  return at >= stroke.from - MEETING && at <= stroke.to + MEETING;
}

function extent({ horizontal, vertical }: Rulings): PointBox {
  const xs = [...horizontal.flatMap(h => [h.from, h.to]), ...vertical.map(v => v.at)];
  const ys = [...vertical.flatMap(v => [v.from, v.to]), ...horizontal.map(h => h.at)];
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

/** Disjoint sets over 0 … count - 1. */
class Groups {
  private readonly parent: number[];

  constructor(count: number) {
    this.parent = Array.from({ length: count }, (_, i) => i);
  }

  join(a: number, b: number): void {
    this.parent[this.root(a)] = this.root(b);
  }

  all(): number[][] {
    const sets = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.root(i);
      const set = sets.get(root);
      if (set) set.push(i);
      else sets.set(root, [i]);
    }
    return [...sets.values()];
  }

  private root(i: number): number {
    let at = i;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }
}
