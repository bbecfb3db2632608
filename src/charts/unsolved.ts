import type { Bounds } from '../domain/mark.ts';
import { heightOf, holds, unionOf, widthOf } from './bounds.ts';
import { bundlesIn, lengthOf } from './labelled/rods.ts';
import type { Label, Shape, UnsolvedChart } from './types.ts';

/** Why no chart was read in a drawing: it is none, or its words can't be read. */
export function unsolved(frame: Bounds, shapes: readonly Shape[], labels: readonly Label[]): UnsolvedChart {
  const base = { kind: 'unsolved', bounds: frame, title: '' } as const;
  const inside = labels.filter(label => holds(frame, label, 0.5 * label.size));
  if (isOutlined(shapes, inside) && mayBeChart(shapes)) {
    const message =
      'The words and numbers of this drawing are outlines, so that nothing says what its marks mean.';
    return { ...base, code: 'outlined_text', message };
  }
  return { ...base, code: 'not_a_chart', message: 'No axis and no wedge was found in this drawing.' };
}

/** Many more small filled outlines, as letters are, than letters in its texts. */
function isOutlined(shapes: readonly Shape[], labels: readonly Label[]): boolean {
  const letters = labels.reduce((sum, { text }) => sum + text.length, 0);
  const glyphs = shapes.filter(({ mark }) => {
    const [width, height] = [widthOf(mark), heightOf(mark)];
    return mark.fill !== '' && mark.nodes.length > 8 && height > 2 && height < 16 && width < 16;
  });
  return glyphs.length > 40 && glyphs.length > 1.5 * letters;
}

/** Long bars of several lengths from one line, or a stroked line of several points. */
function mayBeChart(shapes: readonly Shape[]): boolean {
  const bars = bundlesIn(shapes, rods => unionOf(rods.map(({ shape }) => shape)));
  if (bars.some(({ rods }) => rods.filter(rod => lengthOf(rod) > 12).length >= 3)) return true;
  return shapes.some(shape => shape.shape === 'line' && shape.nodes.length >= 8 && widthOf(shape) > 40);
}
