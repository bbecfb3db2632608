import { el, val } from '../xml.ts';
import { LABEL_SIZE } from './look.ts';
import type { Drawn } from './series.ts';
import { line, textProperties } from './text.ts';

/** `c:catAx` at the bottom (`b`) or, for bars that lie, at the left (`l`), where the first category is on top. */
export function categoryAxis(position: 'b' | 'l'): string {
  return el(
    'c:catAx',
    {},
    val('c:axId', 111111111),
    el('c:scaling', {}, val('c:orientation', position === 'l' ? 'maxMin' : 'minMax')),
    val('c:delete', 0),
    val('c:axPos', position),
    el('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'low'),
    el('c:spPr', {}, line('accent6', 0.75)),
    textProperties({ size: LABEL_SIZE, colour: 'tx1' }),
    val('c:crossAx', 222222222),
    val('c:crosses', 'autoZero'),
    val('c:auto', 0),
    val('c:lblAlgn', 'ctr'),
    val('c:lblOffset', 100),
    val('c:noMultiLvlLbl', 1),
  );
}

/** `c:valAx`: with a light grid where it is needed to read values, left out where they stand at the marks. */
export function valueAxis({ look }: Drawn, position: 'l' | 'b'): string {
  return el(
    'c:valAx',
    {},
    val('c:axId', 222222222),
    el('c:scaling', {}, val('c:orientation', 'minMax'), look.min === null ? '' : val('c:min', look.min)),
    val('c:delete', look.labels ? 1 : 0),
    val('c:axPos', position),
    look.labels ? '' : el('c:majorGridlines', {}, el('c:spPr', {}, line('bg2', 0.75))),
    el('c:numFmt', { formatCode: look.axisFormat, sourceLinked: 0 }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'nextTo'),
    el('c:spPr', {}, line(null)),
    textProperties({ size: LABEL_SIZE, colour: 'accent6' }),
    val('c:crossAx', 111111111),
    // The categories of lying bars run from the top; the axis belongs at the bottom all the same.
    val('c:crosses', position === 'b' ? 'max' : 'autoZero'),
    val('c:crossBetween', 'between'),
  );
}
