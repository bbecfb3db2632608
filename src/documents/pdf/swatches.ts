import { type Bounds, grow, shareInside, touches } from './bounds.ts';
import type { Painted } from './painted.ts';
import type { Sheet } from './sheet.ts';

/** Small things painted on a page that may be samples in a legend. */
export interface Swatches {
  /** Those in a colour that the drawing in `box` is made of. */
  readonly of: (box: Bounds) => Bounds[];
}

export function findSwatches({ painted }: Sheet): Swatches {
  let known: readonly Colored[] | undefined;
  return {
    of: drawing => {
      known ??= painted.flatMap(one => coloredOf(one));
      const colors = new Set(known.filter(({ box }) => isMostly(box, drawing)).map(one => one.color));
      const samples = known.filter(({ box, color }) => isSample(box) && colors.has(color));
      return samples.map(one => one.box).filter(box => !isMostly(box, drawing));
    },
  };
}

interface Colored {
  readonly box: Bounds;
  readonly color: string;
}

function coloredOf(one: Painted): Colored[] {
  return one.kind === 'path' ? [{ box: one.box, color: one.fill || one.stroke }] : [];
}

/** Points. */
const SMALLEST = 3;
const LARGEST = 14;
const SHORTEST_LINE = 12;
const LONGEST_LINE = 45;

function isSample(box: Bounds): boolean {
  return isSquare(box) || isLine(box);
}

function isSquare({ x0, y0, x1, y1 }: Bounds): boolean {
  const [short, long] = x1 - x0 < y1 - y0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
  return short >= SMALLEST && long <= LARGEST;
}

function isLine({ x0, y0, x1, y1 }: Bounds): boolean {
  return x1 - x0 >= SHORTEST_LINE && x1 - x0 <= LONGEST_LINE && y1 - y0 <= LARGEST;
}

function isMostly(box: Bounds, drawing: Bounds): boolean {
  return touches(box, drawing) && shareInside(grow(box, 0.05), drawing) > 0.5;
}
