import { median } from '../../../lib/median.ts';
import type { Interval } from './geometry.ts';
import type { Rule } from './types.ts';

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

/** Strokes on one line as one, where they touch. */
export function mergeStrokes(strokes: readonly Stroke[]): Stroke[] {
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
