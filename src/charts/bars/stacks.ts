import type { Bar } from './candidates.ts';
import { middle } from './candidates.ts';

/** How a bar stands: on the baseline, on the end of another, from where the bar before ended, or free. */
export interface Standing extends Bar {
  readonly stands: 'base' | 'stacked' | 'chained' | 'free';
}

/** Bars that share one band, from the baseline outwards. */
export type Stack = readonly Standing[];

/** Bars gathered by their band along the base axis. */
export function stacksOf(bars: readonly Bar[], baseline: number): Stack[] {
  const sorted = [...bars].sort((a, b) => middle(a) - middle(b));
  const groups: Bar[][] = [];
  for (const bar of sorted) {
    const group = groups.find(g => isOneBand(g[0]!, bar));
    if (group) group.push(bar);
    else groups.push([bar]);
  }
  return chained(groups.map(group => standings(group, baseline)));
}

/** Single bars of which each begins where the one before ended, as a waterfall's do, face the way they go. */
function chained(stacks: readonly Stack[]): Stack[] {
  let level: readonly number[] = [];
  return stacks.map(stack => {
    const [bar] = stack;
    const ends = bar && stack.length === 1 ? [bar.foot, bar.tip] : [];
    const from =
      bar?.stands === 'free' ? ends.find(end => level.some(l => Math.abs(l - end) < SEAT)) : undefined;
    level = ends;
    if (from === undefined) return stack;
    return [{ ...bar!, stands: 'chained', foot: from, tip: ends.find(end => end !== from) ?? from }];
  });
}

function isOneBand(a: Bar, b: Bar): boolean {
  const thick = Math.max(a.to - a.from, b.to - b.from);
  const alike = Math.min(a.to - a.from, b.to - b.from) > 0.8 * thick;
  return alike && Math.abs(middle(a) - middle(b)) < 0.12 * thick + 0.2;
}

function standings(group: readonly Bar[], baseline: number): Stack {
  const ends = (bar: Bar) => [bar.foot, bar.tip];
  return group
    .map((bar): Standing => {
      const onBase = Math.abs(bar.foot - baseline) < SEAT;
      const onOther = group.some(
        other =>
          other !== bar && ends(other).some(end => Math.abs(end - bar.foot) < SEAT) && !overlaps(other, bar),
      );
      return { ...bar, stands: onBase ? 'base' : onOther ? 'stacked' : 'free' };
    })
    .sort((a, b) => Math.abs(a.foot - baseline) - Math.abs(b.foot - baseline));
}

/** Page units: gaps that white borders leave. */
const SEAT = 1.6;

function overlaps(a: Bar, b: Bar): boolean {
  const [a0, a1] = [Math.min(a.foot, a.tip), Math.max(a.foot, a.tip)];
  const [b0, b1] = [Math.min(b.foot, b.tip), Math.max(b.foot, b.tip)];
  return Math.min(a1, b1) - Math.max(a0, b0) > SEAT;
}
