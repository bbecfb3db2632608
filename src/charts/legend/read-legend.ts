import type { Bounds } from '../../domain/mark.ts';
import { heightOf, holds, unionOf, widthOf } from '../bounds.ts';
import type { Label, LegendEntry, Shape } from '../types.ts';
import { findGroups, type Group, looksLike } from './groups.ts';
import { findKeys, type Key, markerOf } from './keys.ts';

export interface Legend {
  readonly entries: readonly LegendEntry[];
  /** Samples of ink: they are not data. */
  readonly used: ReadonlySet<Shape>;
  /** The entries' words and the legend's title. */
  readonly labels: ReadonlySet<Label>;
  /** Words above or before the entries; '' where there are none. */
  readonly title: string;
}

/** The legend that explains the marks of one plot, wherever it stands; without one `entries` is empty. */
export function readLegend(shapes: readonly Shape[], labels: readonly Label[], plot: Bounds): Legend {
  const [right, left] = (['right', 'left'] as const).map(side => {
    const { legends, mute } = findGroups(findKeys(shapes, labels, side), shapes, plot);
    // Words before a mark inside the plot name a bar's place.
    if (side === 'left') return { groups: withoutRepeats(legends.filter(({ inside }) => !inside)), mute: [] };
    return { groups: withoutRepeats(legends), mute };
  });
  const { groups, mute } = countOf(left!.groups) > countOf(right!.groups) + 1 ? left! : right!;
  const keys = groups.flatMap(group => group.keys);
  const all = groups.length > 0 ? groups : mute;
  const samples = all.flatMap(group => group.keys);
  const title = titleOf(groups, labels);
  return {
    entries: keys.map(toEntry),
    used: new Set([...samples.flatMap(key => key.shapes), ...all.flatMap(group => framesOf(group, shapes))]),
    labels: new Set([...samples.flatMap(key => [key.label, ...key.more]), ...(title ? [title] : [])]),
    title: title?.text ?? '',
  };
}

function countOf(groups: readonly Group[]): number {
  return groups.reduce((count, { keys }) => count + keys.length, 0);
}

/** A legend that stands twice is read once; of two that explain the same inks, the nearer one counts. */
function withoutRepeats(groups: readonly Group[]): readonly Group[] {
  const kept: Group[] = [];
  for (const group of groups) {
    const earlier = kept.flatMap(({ keys }) => keys);
    const repeats = (key: Key) => earlier.some(other => other.name === key.name || looksLike(key, other));
    if (!group.keys.some(repeats)) kept.push(group);
  }
  return kept;
}

function toEntry(key: Key): LegendEntry {
  const { color, form, dashed, label, name } = key;
  const marker = markerOf(key);
  const bounds = unionOf([key.bounds, label]);
  return { name, color, form, dashed, label, ...(marker && { marker }), ...bounds };
}

/** The box drawn around a legend, and its shadow: they hold its entries and little else. */
function framesOf({ bounds }: Group, shapes: readonly Shape[]): readonly Shape[] {
  return shapes.filter(
    shape =>
      shape.shape !== 'line' &&
      holds(shape, bounds, 1) &&
      widthOf(shape) < widthOf(bounds) + 4 * FRAME &&
      heightOf(shape) < heightOf(bounds) + 4 * FRAME,
  );
}

/** Page units: how far a legend's box stands off its entries. */
const FRAME = 14;

/** Words right above the first entry, or before it on its line, that begin where the legend begins. */
function titleOf(groups: readonly Group[], labels: readonly Label[]): Label | null {
  const [group] = groups;
  if (!group || group.inside || group.keys.length < 2) return null;
  const { x0, y0 } = group.bounds;
  const entries = new Set(group.keys.map(key => key.label));
  const above = labels.filter(
    label =>
      !entries.has(label) &&
      label.angle === 0 &&
      Math.abs(label.x0 - x0) < 0.6 * label.size &&
      y0 - label.y1 > -0.3 * label.size &&
      y0 - label.y1 < 1.2 * label.size,
  );
  const inColumn = new Set(group.keys.map(key => Math.round(key.bounds.x0))).size === 1;
  return (inColumn && above[0]) || null;
}
