import { heightOf, middleOf, widthOf } from '../bounds.ts';
import type { Dot, Shape } from '../types.ts';

/** Every mark that may be a marker: dots, and small squares, which alone can't be told from bars. */
export function markersIn(shapes: readonly Shape[]): readonly Dot[] {
  return shapes.flatMap(shape => {
    if (shape.shape === 'dot') return [shape];
    if (shape.shape !== 'rect' || !isSquare(shape)) return [];
    const { x, y } = middleOf(shape);
    const square: Dot = { ...shape, shape: 'dot', cx: x, cy: y, form: 'square' };
    return [square];
  });
}

/** Units: larger squares are bars. */
const LARGEST_SQUARE = 14;

function isSquare(shape: Shape): boolean {
  const [width, height] = [widthOf(shape), heightOf(shape)];
  return (
    Math.max(width, height) <= LARGEST_SQUARE &&
    Math.abs(width - height) < 0.12 * Math.max(width, height) + 0.1
  );
}
