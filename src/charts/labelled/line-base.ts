import type { Bounds } from '../../domain/mark.ts';
import { findCategories } from '../axes/categories.ts';
import { isFinerThanYear, parseDates } from '../axes/dates.ts';
import { findRulers } from '../axes/rulers.ts';
import { scaleOf } from '../axes/scale.ts';
import { straightsOf } from '../shapes/straights.ts';
import type { CategoryScale, Label, Shape, Tick, ValueScale } from '../types.ts';
import { yearsUnder } from './years.ts';

interface Around {
  readonly labels: readonly Label[];
  readonly shapes: readonly Shape[];
  /** Across the page: where each line's nodes stand. */
  readonly nodes: readonly (readonly number[])[];
}

/** What is printed along the foot of lines that have no value axis: numbers or dates, names, or nothing. */
export function baseBelow(
  plot: Bounds,
  { labels, shapes, nodes }: Around,
): CategoryScale | ValueScale | null {
  const foot = withFoot(plot, shapes);
  const under = labels.filter(label => label.y0 > foot.y1 - 0.5 * label.size);
  const years = yearsUnder(firstRow(under.filter(label => isWithin(label, plot))), nodes);
  if (years) return years;
  const below = under.filter(label => label.y0 < foot.y1 + 6 * label.size);
  const ruler = findRulers(below, shapes).find(({ direction }) => direction === 'x');
  if (ruler) return ruler.scale;
  const names = findCategories(foot, 'x', labels);
  return names && (datesAt(names, [...new Set(nodes.flat())]) ?? names);
}

function isWithin({ x0, x1, size, angle }: Label, plot: Bounds): boolean {
  const middle = (x0 + x1) / 2;
  return angle === 0 && middle > plot.x0 - size && middle < plot.x1 + size;
}

/** The uppermost of the labels, and those level with it. */
function firstRow(labels: readonly Label[]): readonly Label[] {
  const top = Math.min(...labels.filter(({ text }) => /\d\d/.test(text)).map(({ y0 }) => y0));
  return labels.filter(({ y0, size }) => Math.abs(y0 - top) < 0.3 * size);
}

/** Lines with the ground under them, down to the level stroke that is as long as they are, where there is one. */
export function withFoot(plot: Bounds, shapes: readonly Shape[]): Bounds {
  const { x0, x1, y1 } = plot;
  const below = straightsOf(shapes, 'x').filter(line => {
    const apart = line.at - y1;
    return line.from < x0 + 8 && line.to > x1 - 8 && apart > -1 && apart < 0.8 * (x1 - x0);
  });
  return { ...plot, y1: below.length > 0 ? Math.min(...below.map(line => line.at)) : y1 };
}

/** A few dates under the nodes that they name, as an axis of dates; null where the words are none. */
function datesAt({ categories }: CategoryScale, nodes: readonly number[]): ValueScale | null {
  const texts = categories.map(({ name }) => name);
  if (!texts.every(isFinerThanYear) || categories.length >= nodes.length) return null;
  const times = parseDates(texts);
  const ticks = categories.flatMap(({ label, at }, i): Tick[] => {
    const value = times[i] ?? null;
    const [nearest] = [...nodes].sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
    const under = nearest !== undefined && Math.abs(nearest - at) < 1.2 * label.size;
    return value !== null && under ? [{ at: nearest, label: { ...label, text: texts[i]! }, value }] : [];
  });
  if (ticks.length < 2 || ticks.length < categories.length) return null;
  // Two dates always fit: what stands between them is a little less sure than the fit says.
  return { ...scaleOf('date', ticks, ''), residual: 0.5 };
}
