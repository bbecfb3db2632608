import { type Interval, median } from './geometry.ts';
import type { Fill, Rule } from './types.ts';

/** Strokes on one line, merged where they touch. `at` is x of a vertical, y of a horizontal. */
export interface Stroke extends Interval {
  readonly at: number;
}

export interface Rulings {
  readonly horizontal: readonly Stroke[];
  readonly vertical: readonly Stroke[];
}

/** Strokes drawn next to each other count as one within this many points. */
const SAME_STROKE = 1.6;
const TOUCHING = 1.2;

export function toRulings(rules: readonly Rule[]): Rulings {
  const flat: Stroke[] = [];
  const upright: Stroke[] = [];
  for (const rule of rules) {
    const across = Math.abs(rule.x2 - rule.x1);
    const down = Math.abs(rule.y2 - rule.y1);
    if (across >= down && across > 2)
      flat.push({
        at: (rule.y1 + rule.y2) / 2,
        from: Math.min(rule.x1, rule.x2),
        to: Math.max(rule.x1, rule.x2),
      });
    else if (down > 2)
      upright.push({
        at: (rule.x1 + rule.x2) / 2,
        from: Math.min(rule.y1, rule.y2),
        to: Math.max(rule.y1, rule.y2),
      });
  }
  return { horizontal: mergeStrokes(flat), vertical: mergeStrokes(upright) };
}

/**
 * Cells may be drawn as shaded tiles without strokes: their edges count as strokes then. Only tiles of several lines
 * of text that have alike neighbours beside and below do; bars of charts and zebra bands don't.
 */
export function withTiles({ horizontal, vertical }: Rulings, fills: readonly Fill[]): Rulings {
  const tiles = fills.filter(fill => fill.h >= 24 && fill.w >= 30 && fill.h < 300);
  const isTile = (a: Fill) =>
    tiles.some(b => meets(a.x + a.w, b.x) && meets(a.y, b.y) && meets(a.h, b.h)) ||
    tiles.some(b => meets(b.x + b.w, a.x) && meets(a.y, b.y) && meets(a.h, b.h));
  const inRows = tiles.filter(isTile);
  const stacked = inRows.filter(a =>
    inRows.some(b => meets(a.x, b.x) && meets(a.w, b.w) && (meets(a.y + a.h, b.y) || meets(b.y + b.h, a.y))),
  );
  if (stacked.length < 4) return { horizontal, vertical };
  const kept = tiles.filter(
    tile => inRows.includes(tile) || stacked.some(other => meets(tile.x + tile.w, other.x)),
  );
  const flat = kept.flatMap(({ x, y, w, h }) => [y, y + h].map(at => ({ at, from: x, to: x + w })));
  const upright = kept.flatMap(({ x, y, w, h }) => [x, x + w].map(at => ({ at, from: y, to: y + h })));
  return {
    horizontal: mergeStrokes([...horizontal, ...flat]),
    vertical: mergeStrokes([...vertical, ...upright]),
  };
}

function meets(a: number, b: number): boolean {
  return Math.abs(a - b) < 2;
}

/** The part of `span` that strokes at `at` cover, from 0 to 1. */
export function covered(strokes: readonly Stroke[], at: number, span: Interval, tolerance = 2): number {
  const length = span.to - span.from;
  if (length <= 0) return 0;
  let sum = 0;
  for (const stroke of strokes) {
    if (Math.abs(stroke.at - at) > tolerance) continue;
    sum += Math.max(0, Math.min(stroke.to, span.to) - Math.max(stroke.from, span.from));
  }
  return Math.min(1, sum / length);
}

function mergeStrokes(strokes: readonly Stroke[]): Stroke[] {
  const groups: Stroke[][] = [];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group && stroke.at - group[0]!.at <= SAME_STROKE) group.push(stroke);
    else groups.push([stroke]);
  }
  return groups.flatMap(group => mergeTouching(median(group.map(stroke => stroke.at)), group));
}

function mergeTouching(at: number, strokes: readonly Stroke[]): Stroke[] {
  const merged: { at: number; from: number; to: number }[] = [];
  for (const stroke of [...strokes].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && stroke.from - last.to <= TOUCHING) last.to = Math.max(last.to, stroke.to);
    else merged.push({ at, from: stroke.from, to: stroke.to });
  }
  return merged;
}
