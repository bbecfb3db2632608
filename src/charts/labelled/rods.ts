import type { Bounds } from '../../domain/mark.ts';
import { sameColor } from '../colors.ts';
import type { Shape } from '../types.ts';

/** A filled rectangle as a length: how far it reaches, and its place across that. */
export interface Rod {
  readonly shape: Shape;
  /** Along its length, in page units; `from` is the left or upper end. */
  readonly from: number;
  readonly to: number;
  /** Across its length: the middle of its thickness. */
  readonly at: number;
  readonly thickness: number;
}

export function lengthOf({ from, to }: Rod): number {
  return to - from;
}

/** Rods of one thickness, lying (`turned`) or upright: at least three, of several lengths. */
export interface Bundle {
  readonly turned: boolean;
  readonly rods: readonly Rod[];
  readonly bounds: Bounds;
}

/** Bundles of equally thick rectangles in both directions; white ones are the paper between others. */
export function bundlesIn(shapes: readonly Shape[], bounds: (rods: readonly Rod[]) => Bounds): Bundle[] {
  const inked = shapes.filter(
    shape => shape.shape === 'rect' && shape.mark.fill !== '' && !sameColor(shape.color, '#ffffff'),
  );
  return [true, false].flatMap(turned => {
    const rods = inked.map(shape => rodOf(shape, turned)).filter(rod => rod.thickness > 2);
    return alikeGroups(rods)
      .filter(group => group.length >= 3 && variesIn(group))
      .map(group => ({ turned, rods: group, bounds: bounds(group) }));
  });
}

function rodOf(shape: Shape, turned: boolean): Rod {
  const { x0, y0, x1, y1 } = shape;
  return turned
    ? { shape, from: x0, to: x1, at: (y0 + y1) / 2, thickness: y1 - y0 }
    : { shape, from: y0, to: y1, at: (x0 + x1) / 2, thickness: x1 - x0 };
}

function alikeGroups(rods: readonly Rod[]): Rod[][] {
  const groups: Rod[][] = [];
  for (const rod of [...rods].sort((a, b) => a.thickness - b.thickness)) {
    const group = groups.at(-1);
    if (group && rod.thickness - group[0]!.thickness < 0.09 * rod.thickness + 0.4) group.push(rod);
    else groups.push([rod]);
  }
  return groups;
}

function variesIn(rods: readonly Rod[]): boolean {
  const lengths = rods.map(lengthOf);
  return Math.max(...lengths) > 1.05 * Math.min(...lengths) + 1;
}
