import type { Ruler } from '../axes/rulers.ts';
import { unionOf } from '../bounds.ts';
import { sameColor } from '../colors.ts';
import type { Shape } from '../types.ts';
import { emOf, type Plot, ticksOf } from './plot.ts';
import { acrossOf, alongOf, boundsFrom, lengthOf, type Span } from './spans.ts';

/**
 * The plot of a ruler without any line: the marks beside its labels that lie within its ticks. Values must rise
 * upwards or to the right, since numbers that count down a page are a list's.
 */
export function bareplotOf(ruler: Ruler, shapes: readonly Shape[], rulers: readonly Ruler[]): Plot | null {
  if (!rises(ruler)) return null;
  const { direction } = ruler;
  const reach = reachOf(ruler, rulers);
  const ticks = ticksOf(ruler);
  const step = lengthOf(ticks) / (ruler.scale.ticks.length - 1);
  const marks = shapes.filter(shape => {
    const along = alongOf(direction, shape);
    const across = acrossOf(direction, shape);
    const within = along.from > ticks.from - 1.2 * step && along.to < ticks.to + 1.2 * step;
    return within && across.from > reach.from && across.to < reach.to && isMark(shape);
  });
  const area = unionOf(marks);
  const across = acrossOf(direction, area);
  const near = Math.min(Math.abs(across.from - reach.from), Math.abs(reach.to - across.to)) < 4 * emOf(ruler);
  if (marks.length === 0 || lengthOf(across) < 4 * emOf(ruler) || !near || !holdsEnough(marks)) return null;
  const along = alongOf(direction, area);
  const whole = { from: Math.min(along.from, ticks.from), to: Math.max(along.to, ticks.to) };
  return { ...boundsFrom(direction, whole, across), side: 'main', drawn: { along: false, across: false } };
}

function rises({ scale, direction }: Ruler): boolean {
  const [first, last] = [scale.ticks[0]!, scale.ticks.at(-1)!];
  return direction === 'y' ? first.value > last.value : first.value < last.value;
}

/** From the labels to the next ruler of this direction: right of a vertical one, above a level one. */
function reachOf(ruler: Ruler, rulers: readonly Ruler[]): Span {
  const others = rulers.filter(other => other !== ruler && other.direction === ruler.direction);
  if (ruler.direction === 'y') {
    const from = ruler.bounds.x1 - 0.3 * emOf(ruler);
    const beyond = others.map(({ bounds }) => bounds.x0).filter(x => x > from);
    return { from, to: Math.min(...beyond, Number.POSITIVE_INFINITY) };
  }
  const to = ruler.bounds.y0 + 0.3 * emOf(ruler);
  const beyond = others.map(({ bounds }) => bounds.y1).filter(y => y < to);
  return { from: Math.max(...beyond, Number.NEGATIVE_INFINITY), to };
}

/** Drawn in ink, and neither a straight line nor a letter. */
function isMark(shape: Shape): boolean {
  if (shape.shape === 'line') return shape.nodes.length > 4;
  return shape.mark.fill === '' || !sameColor(shape.mark.fill, '#ffffff');
}

function holdsEnough(marks: readonly Shape[]): boolean {
  const long = marks.some(
    ({ shape, mark }) => (shape === 'line' || shape === 'polygon') && mark.nodes.length >= 6,
  );
  return long || marks.length >= 2;
}
