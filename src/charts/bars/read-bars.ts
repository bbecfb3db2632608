import { entryOf } from '../legend/entries.ts';
import type { LegendEntry, Series, SeriesPoint, Shape } from '../types.ts';
import { toleranceAt, type View } from '../view.ts';
import { type Posture, postureOf, weightOf } from './posture.ts';
import { type Slot, slotsOf } from './slots.ts';
import type { Stack, Standing } from './stacks.ts';

export interface BarsRead {
  readonly series: readonly Series[];
  readonly used: ReadonlySet<Shape>;
  /** The view in which the bars stand, its value axis set on their baseline. */
  readonly view: View | null;
  /** Why bars that are there were not read: `ambiguous` names; '' otherwise. */
  readonly problem: string;
}

const NOTHING: BarsRead = { series: [], used: new Set(), view: null, problem: '' };

/** The bars of a frame, in whichever of its views they stand in order. */
export function readBars(
  views: readonly View[],
  shapes: readonly Shape[],
  entries: readonly LegendEntry[],
): BarsRead {
  const postures = views.flatMap(view => postureOf(view, shapes) ?? []);
  const [posture] = postures.sort((a, b) => scoreOf(b) - scoreOf(a));
  if (!posture || posture.order < ORDERLY || isGrid(posture) || isDashes(posture)) return NOTHING;
  const bars = posture.stacks.flat();
  const used = new Set(bars.map(({ shape }) => shape));
  const found = slotsOf(posture.stacks, posture.view.base);
  if (!found) return { ...NOTHING, used, view: posture.view, problem: 'ambiguous' };
  const kind = kindOf(posture, found.bins);
  const series = seriesOf(posture, found.slots, entries).map(s => ({ ...s, kind }));
  return { series, used, view: posture.view, problem: '' };
}

/** Cells of a heat map or a table: stacks of equal pieces. */
function isGrid({ stacks }: Posture): boolean {
  const bars = stacks.flat();
  const lengths = bars.map(({ foot, tip }) => Math.abs(tip - foot)).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length / 2)]!;
  const alike = lengths.filter(length => Math.abs(length - usual) < 0.03 * usual + 0.2).length;
  return bars.length >= 6 && bars.length >= 2 * stacks.length && alike > 0.85 * bars.length;
}

/** Pieces of a dashed line, drawn as rectangles: a waterfall begins on the ground. */
function isDashes({ stacks }: Posture): boolean {
  const bars = stacks.flat();
  const chained = bars.filter(({ stands }) => stands === 'chained').length;
  return chained > 0 && !bars.some(({ stands, from, to }) => stands === 'base' && to - from > 2);
}

/** Share of bars that must stand on something. */
const ORDERLY = 0.6;

function scoreOf(posture: Posture): number {
  return weightOf(posture) + (posture.view.base ? 0.1 : 0);
}

function kindOf({ stacks, view }: Posture, bins: boolean): Series['kind'] {
  if (bins) return 'histogram';
  if (stacks.flat().filter(({ stands }) => stands === 'chained').length >= 2) return 'waterfall';
  return view.turned ? 'bar' : 'column';
}

function seriesOf(posture: Posture, slots: readonly Slot[], entries: readonly LegendEntry[]): Series[] {
  const named = isNamed(posture, slots, entries);
  const series = new Map<string, { name: string; color: string; points: SeriesPoint[] }>();
  for (const slot of slots) {
    for (const bar of slot.stacks.flat()) {
      const entry = named ? entryOf({ color: bar.color, form: 'swatch', dashed: false }, entries) : null;
      const key = entry?.name ?? (named ? bar.color : '');
      const own = series.get(key) ?? { name: entry?.name ?? '', color: bar.color, points: [] };
      series.set(key, { ...own, points: [...own.points, pointOf(posture, slot, bar)] });
    }
  }
  const order = (name: string) => entries.findIndex(entry => entry.name === name);
  return [...series.values()]
    .map(s => ({ ...s, kind: 'column' as const }))
    .sort((a, b) => order(a.name) - order(b.name));
}

/** Colours tell series apart where one place has several bars, or the legend explains them. */
function isNamed({ stacks }: Posture, slots: readonly Slot[], entries: readonly LegendEntry[]): boolean {
  const several = slots.some(slot => slot.stacks.flat().length > 1);
  const colors = new Set(stacks.flat().map(({ color }) => color));
  const explained = [...colors].filter(color => entryOf({ color, form: 'swatch', dashed: false }, entries));
  return several || explained.length === colors.size;
}

function pointOf({ view, baseline }: Posture, { name, at, stacks }: Slot, bar: Standing): SeriesPoint {
  const { x0, y0, x1, y1 } = bar.shape;
  const fromZero = bar.stands === 'base' || (bar.stands === 'free' && !isStacked(stacks, bar));
  const tolerance = toleranceAt(view, bar.tip);
  const base = { x: name, at, bounds: { x0, y0, x1, y1 } };
  if (fromZero) return { ...base, y: view.value.toValue(bar.tip), tolerance };
  if (bar.stands === 'chained') {
    return {
      ...base,
      y: view.value.toValue(bar.tip) - view.value.toValue(bar.foot),
      tolerance: 1.4 * tolerance,
    };
  }
  const size = Math.abs(view.value.toValue(bar.tip) - view.value.toValue(bar.foot));
  const rising = view.value.toValue(bar.tip) >= view.value.toValue(baseline);
  return { ...base, y: rising ? size : -size, tolerance: 1.4 * tolerance };
}

function isStacked(stacks: readonly Stack[], bar: Standing): boolean {
  return stacks.some(stack => stack.length > 1 && stack.includes(bar));
}
