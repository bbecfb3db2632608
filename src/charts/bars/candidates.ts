import type { Bounds } from '../../domain/mark.ts';
import { holds, middleOf } from '../bounds.ts';
import { isGray } from '../colors.ts';
import type { Shape } from '../types.ts';
import type { View } from '../view.ts';

/** A rectangle as its view sees it: a band along the base axis, and two ends across it. */
export interface Bar {
  readonly shape: Shape;
  /** Along the base axis, in page units. */
  readonly from: number;
  readonly to: number;
  /** Along the value axis, in page units: the end nearer to the baseline, and the other. */
  readonly foot: number;
  readonly tip: number;
  readonly color: string;
}

/** The filled rectangles in a plot that may be bars: not its background, its bands, its grid or a frame around much else. */
export function barsIn(view: View, shapes: readonly Shape[], baseline: number): Bar[] {
  const { plot, turned } = view;
  const inside = shapes.filter(shape => {
    const rect = shape.shape === 'rect' || (shape.shape === 'dot' && shape.form === 'square');
    return rect && holds(plot, middleBounds(shape), 0.5) && holds(plot, shape, 3);
  });
  const [long, deep] = turned
    ? [plot.y1 - plot.y0, plot.x1 - plot.x0]
    : [plot.x1 - plot.x0, plot.y1 - plot.y0];
  return inside.flatMap(shape => {
    const along = turned ? [shape.y0, shape.y1] : [shape.x0, shape.x1];
    const across = turned ? [shape.x0, shape.x1] : [shape.y0, shape.y1];
    const [thick, length] = [along[1]! - along[0]!, across[1]! - across[0]!];
    const [near, far] =
      Math.abs(across[0]! - baseline) < Math.abs(across[1]! - baseline)
        ? [across[0]!, across[1]!]
        : [across[1]!, across[0]!];
    const covers = length > 0.97 * deep && (isGray(shape.color) || thick > 0.9 * long);
    const isHair = thick < 0.3 || thick > 0.9 * long || (length < 0.3 && thick > 0.5 * long);
    if (covers || isHair || shape.color === '') return [];
    return [{ shape, from: along[0]!, to: along[1]!, foot: near, tip: far, color: shape.color }];
  });
}

function middleBounds(shape: Bounds): Bounds {
  const { x, y } = middleOf(shape);
  return { x0: x, y0: y, x1: x, y1: y };
}

export function middle({ from, to }: { readonly from: number; readonly to: number }): number {
  return (from + to) / 2;
}
