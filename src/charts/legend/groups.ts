import type { Bounds } from '../../domain/mark.ts';
import { gapOf, heightOf, holds, middleOf, unionOf, widthOf } from '../bounds.ts';
import { sameColor } from '../colors.ts';
import type { Shape } from '../types.ts';
import { type Key, markerOf } from './keys.ts';

/** Keys in a column, a row or a grid, of one size, no two alike. */
export interface Group {
  readonly keys: readonly Key[];
  readonly bounds: Bounds;
  readonly inside: boolean;
}

export interface Groups {
  readonly legends: readonly Group[];
  /** Legends whose keys look alike to us: they name nothing, and are no data either. */
  readonly mute: readonly Group[];
}

/**
 * The groups of keys that are legends: outside the plot their colours must be used somewhere; inside it a bar or a
 * dot with its label looks much like a key, so there each colour must be used by other, larger marks.
 */
export function findGroups(keys: readonly Key[], shapes: readonly Shape[], plot: Bounds): Groups {
  const groups = linked(keys).map(group => {
    const bounds = unionOf(group.flatMap(key => [key.bounds, key.label]));
    return { keys: group, bounds, inside: group.some(key => isIn(plot, key)) };
  });
  const samples = new Set(keys.flatMap(key => key.shapes));
  const others = shapes.filter(shape => !samples.has(shape));
  const placed = groups
    .filter(group => isLegend(group, others, plot))
    .sort((a, b) => gapOf(a.bounds, plot) - gapOf(b.bounds, plot) || b.keys.length - a.keys.length);
  const told = placed.filter(({ keys }) => areTold(keys));
  const several = told.filter(group => group.keys.length > 1);
  return {
    legends: several.length > 0 ? several : told.slice(0, 1),
    mute: placed.filter(({ keys }) => keys.length > 1 && !areTold(keys) && keys.every(isNoBar)),
  };
}

/** Swatches of one ink before their names are short bars. */
function isNoBar({ form }: Key): boolean {
  return form === 'line' || form === 'dot';
}

/** A marker on the plot's edge lies in it. */
function isIn(plot: Bounds, { bounds }: Key): boolean {
  return holds(plot, bounds, Math.max(widthOf(bounds), heightOf(bounds)));
}

function linked(keys: readonly Key[]): readonly (readonly Key[])[] {
  const groups: Key[][] = [];
  for (const key of keys) {
    const joined = groups.filter(group => group.some(other => areNeighbours(other, key)));
    const rest = groups.filter(group => !joined.includes(group));
    groups.splice(0, groups.length, ...rest, [...joined.flat(), key]);
  }
  return groups.map(group => group.sort((a, b) => a.bounds.y0 - b.bounds.y0 || a.bounds.x0 - b.bounds.x0));
}

function areNeighbours(a: Key, b: Key): boolean {
  const em = Math.max(a.label.size, b.label.size);
  if (!haveOneSize(a.bounds, b.bounds, em)) return false;
  const [p, q] = [middleOf(a.bounds), middleOf(b.bounds)];
  const inColumn = Math.abs(p.x - q.x) < 0.25 * em && Math.abs(p.y - q.y) < 4.5 * em;
  const [left, right] = p.x < q.x ? [a, b] : [b, a];
  const run = Math.max(left.label.x1, left.bounds.x1);
  const inRow = Math.abs(p.y - q.y) < 0.35 * em && Math.min(right.bounds.x0, right.label.x0) - run < 5 * em;
  return inColumn || inRow;
}

function haveOneSize(a: Bounds, b: Bounds, em: number): boolean {
  return (
    Math.abs(widthOf(a) - widthOf(b)) < 0.35 * em + 0.2 * Math.max(widthOf(a), widthOf(b)) &&
    Math.abs(heightOf(a) - heightOf(b)) < 0.95 * em
  );
}

function isLegend(group: Group, others: readonly Shape[], plot: Bounds): boolean {
  const { keys, inside } = group;
  if (gapOf(group.bounds, plot) > Math.max(widthOf(plot), heightOf(plot))) return false;
  const used = keys.filter(key => others.some(shape => showsInk(shape, key, plot)));
  if (inside && keys.every(key => isNumeric(key.label.text) && !isYear(key.label.text))) return false;
  if (keys.length === 1) return used.length === 1 && isLonelyKey(keys[0]!, inside);
  return inside ? used.length === keys.length : used.length > 0;
}

/** Names differ, and so do looks; a long palette may come round to where it began. */
function areTold(keys: readonly Key[]): boolean {
  const names = new Set(keys.map(key => key.name));
  const looks = keys.filter((key, i) => !keys.slice(0, i).some(other => looksLike(key, other)));
  return (
    names.size === keys.length && (looks.length === keys.length || (keys.length > 3 && looks.length > 2))
  );
}

/** A single key inside the plot is believed of a line's sample alone. */
function isLonelyKey(key: Key, inside: boolean): boolean {
  return !isNumeric(key.label.text) && (!inside || key.form === 'line');
}

/** Two keys that no reader could tell apart, or that say the same. */
export function looksLike(a: Key, b: Key): boolean {
  if (a.name === b.name) return true;
  return (
    sameColor(a.color, b.color) && a.dashed === b.dashed && a.form === b.form && markerOf(a) === markerOf(b)
  );
}

function showsInk(shape: Shape, key: Key, plot: Bounds): boolean {
  if (!sameColor(shape.color, key.color)) return false;
  return gapOf(shape, plot) < 5 || shape.shape === 'wedge';
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

function isNumeric(text: string): boolean {
  return /^[\s(<>~≈+\-−–]*[$€£¥₹]?\s?[\d.,\s]+[%‰]?\)?$/.test(text);
}
