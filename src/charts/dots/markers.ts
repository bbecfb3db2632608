import { heightOf, middleOf, widthOf } from '../bounds.ts';
import { sameColor } from '../colors.ts';
import type { Dot, Shape } from '../types.ts';

/** Every mark that may be a marker: dots, and small squares, which alone can't be told from bars. */
export function markersIn(shapes: readonly Shape[]): readonly Dot[] {
  const dots = shapes.flatMap(shape => {
    if (shape.shape === 'dot') return [shape];
    if (shape.shape !== 'rect' || !isSquare(shape)) return [];
    const { x, y } = middleOf(shape);
    const square: Dot = { ...shape, shape: 'dot', cx: x, cy: y, form: 'square' };
    return [square];
  });
  return dots.filter((dot, i) => !dots.slice(Math.max(0, i - 2), i).some(other => isRim(other, dot)));
}

/** A marker drawn as a rim and a middle, one right after the other, is one. */
function isRim(a: Dot, b: Dot): boolean {
  const apart = Math.hypot(a.cx - b.cx, a.cy - b.cy);
  return apart < 0.3 && Math.abs(widthOf(a) - widthOf(b)) < 0.3 * widthOf(a) && sameColor(a.color, b.color);
}

/** Units: larger squares are bars. */
const LARGEST_SQUARE = 14;

function isSquare(shape: Shape): boolean {
  const [width, height] = [widthOf(shape), heightOf(shape)];
  return (
    Math.max(width, height) <= LARGEST_SQUARE &&
    Math.abs(width - height) < 0.2 * Math.max(width, height) + 0.1
  );
}
