import type { Bounds } from '../../domain/mark.ts';
import { gapOf, middleOf } from '../bounds.ts';
import { joinLines } from '../text/index.ts';
import type { Label, Line, Shape, Wedge } from '../types.ts';
import { type Pie, TURN, turned, turnOf } from './wedges.ts';

/** The labels printed at each slice, in reading order: in it, at the end of a leader line, or outside beside it. */
export function wordsAtSlices(
  pie: Pie,
  labels: readonly Label[],
  shapes: readonly Shape[],
): ReadonlyMap<Wedge, readonly Label[]> {
  const near = labels.filter(label => gapOf(label, middle(pie)) < 2.1 * pie.outer && !isInHole(pie, label));
  const leaders = shapes.filter((shape): shape is Line => isLeader(pie, shape));
  const blocks = blocksAround(pie, near)
    .map(lines => ({ lines, label: joinLines(lines) }))
    .filter(({ label }) => label.text.length <= LONGEST);
  const claimed = blocks.map(block => {
    const { label } = block;
    return {
      ...block,
      claim: inside(pie, label) ?? believed(pie, label, led(pie, label, leaders)) ?? outside(pie, label),
    };
  });
  const numbers = claimed.filter(({ label }) => kindOf(label) === 'number');
  const claims = claimed.flatMap(({ label, lines, claim }) => {
    const [beside] =
      kindOf(label) === 'name' && claim?.cost !== 0
        ? numbers
            .filter(other => touch(other.label, label))
            .sort((a, b) => gapOf(a.label, label) - gapOf(b.label, label))
        : [];
    const best = beside?.claim ?? claim;
    return best ? [{ label, lines, ...best }] : [];
  });
  return shareOut(withoutTitles(claims, pie).sort((a, b) => a.cost - b.cost));
}

/** Letters: what is longer is text about the chart. */
const LONGEST = 90;

/** What stands in a ring's middle is about the whole. */
function isInHole({ cx, cy, hole }: Pie, label: Label): boolean {
  const { x, y } = middleOf(label);
  return Math.hypot(x - cx, y - cy) < hole && gapOf(label, { x0: cx, x1: cx, y0: cy, y1: cy }) < 0.8 * hole;
}

/** Lines of one text outside the pie, joined; each line by itself where there are no more of them than slices. */
function blocksAround(pie: Pie, labels: readonly Label[]): readonly (readonly Label[])[] {
  const isOut = (label: Label) => inside(pie, label) === null;
  const out = labels.filter(isOut);
  if (out.length <= pie.wedges.length) return labels.map(label => [label]);
  const blocks: Label[][] = [];
  for (const label of [...out].sort((a, b) => a.y0 - b.y0)) {
    const home = blocks.find(block => goesOn(block.at(-1)!, label));
    if (home) home.push(label);
    else blocks.push([label]);
  }
  return [...blocks, ...labels.filter(label => !isOut(label)).map(label => [label])];
}

function goesOn(last: Label, next: Label): boolean {
  const em = Math.max(last.size, next.size);
  const gap = next.y0 - last.y1;
  const sides = [last.x0 - next.x0, last.x1 - next.x1, (last.x0 + last.x1 - next.x0 - next.x1) / 2];
  const aligned = sides.some(off => Math.abs(off) < 0.5 * em);
  const alike = Math.abs(last.size - next.size) < 0.2 * em && last.angle === next.angle;
  const both = kindOf(last) === 'number' && kindOf(next) === 'number';
  return aligned && alike && !both && gap > -0.4 * em && gap < 0.4 * em;
}

/**
 * Words outside without a number, beside few of the slices or in other letters than the rest, are a title or a caption.
 */
function withoutTitles<C extends Claim & { readonly label: Label }>(claims: readonly C[], pie: Pie): C[] {
  const isPlain = ({ cost, label }: C) => cost > 0.015 && kindOf(label) === 'name';
  const named = new Set(claims.map(({ wedge }) => wedge)).size;
  const names = claims.filter(({ label }) => kindOf(label) === 'name');
  const sizes = names.map(({ label }) => label.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const odd = ({ label }: C) => names.length > 2 && Math.abs(label.size - usual) > 0.12 * usual;
  return claims.filter(claim => !isPlain(claim) || (named >= 0.6 * pie.wedges.length && !odd(claim)));
}

/** A year is a name. */
function kindOf({ text }: Label): 'number' | 'name' {
  return /\p{L}/u.test(text) || /^(?:1[89]|20)\d\d$/.test(text.trim()) ? 'name' : 'number';
}

interface Claim {
  readonly wedge: Wedge;
  readonly cost: number;
}

function middle({ cx, cy }: { readonly cx: number; readonly cy: number }): Bounds {
  return { x0: cx, y0: cy, x1: cx, y1: cy };
}

function inside(pie: Pie, label: Label): Claim | null {
  const { x, y } = middleOf(label);
  const wedge = pie.wedges.find(w => {
    const radius = Math.hypot(x - w.cx, y - w.cy);
    return radius < w.outer && radius > 0.95 * w.inner && angleOff(w, x, y) === 0;
  });
  return wedge ? { wedge, cost: 0 } : null;
}

/** How far a place lies outside a wedge's angles, in radians; 0 within them. */
function angleOff({ cx, cy, from, to }: Wedge, x: number, y: number): number {
  const angle = turnOf(Math.atan2(x - cx, cy - y));
  if (turnOf(angle - from) <= to - from) return 0;
  return Math.min(Math.abs(turned(angle - from)), Math.abs(turned(angle - to)));
}

/** A pen's way from the pie's edge outwards. */
function isLeader({ cx, cy, outer }: Pie, shape: Shape): shape is Line {
  if (shape.shape !== 'line' || shape.mark.closed) return false;
  const { nodes } = shape;
  const far = (i: number) => Math.hypot(nodes[i]! - cx, nodes[i + 1]! - cy);
  const ends = [far(0), far(nodes.length - 2)];
  return (
    Math.min(...ends) < 1.15 * outer && Math.min(...ends) > 0.3 * outer && Math.max(...ends) > 1.01 * outer
  );
}

function led(pie: Pie, label: Label, leaders: readonly Line[]): Claim | null {
  for (const { nodes } of leaders) {
    const first = { x: nodes[0]!, y: nodes[1]! };
    const last = { x: nodes.at(-2)!, y: nodes.at(-1)! };
    const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - pie.cx, y - pie.cy);
    const [near, tip] = far(first) < far(last) ? [first, last] : [last, first];
    if (gapOf(label, { x0: tip.x, y0: tip.y, x1: tip.x, y1: tip.y }) > 1.2 * label.size) continue;
    const { x, y } = entryPoint(pie, tip, near);
    const wedge = pie.wedges.find(w => angleOff(w, x, y) === 0);
    if (wedge) return { wedge, cost: 0.01 };
  }
  return null;
}

/** Where a leader meets the pie: at its edge where the leader goes on across slices. */
function entryPoint({ cx, cy, outer }: Pie, tip: Point, end: Point): Point {
  for (let i = 0; i <= 50; i++) {
    const [x, y] = [tip.x + (i / 50) * (end.x - tip.x), tip.y + (i / 50) * (end.y - tip.y)];
    if (Math.hypot(x - cx, y - cy) < 0.97 * outer) return { x, y };
  }
  return end;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function outside(pie: Pie, label: Label): Claim | null {
  const gap = gapOf(label, middle(pie)) - pie.outer;
  if (gap < -0.25 * pie.outer || gap > Math.max(3 * label.size, 0.42 * pie.outer)) return null;
  const { x, y } = nearestTo(label, pie);
  const costs = pie.wedges.map(wedge => ({
    wedge,
    cost:
      0.02 +
      angleOff(wedge, x, y) +
      0.05 * Math.abs(turned(Math.atan2(x - pie.cx, pie.cy - y) - (wedge.from + wedge.to) / 2)),
  }));
  costs.sort((a, b) => a.cost - b.cost);
  const said = costs.find(
    ({ wedge, cost }) => cost < TURN / 6 && saysShare(label, (wedge.to - wedge.from) / pie.sweep),
  );
  const best = said ?? costs[0];
  return best && (said || best.cost < TURN / 16) ? best : null;
}

/** A leader's end may be a hair beyond its slice: a percentage that says otherwise is looked for nearby. */
function believed(pie: Pie, label: Label, claim: Claim | null): Claim | null {
  if (!claim || !/%/.test(label.text)) return claim;
  return saysShare(label, (claim.wedge.to - claim.wedge.from) / pie.sweep) ? claim : null;
}

/** Of slices near a percentage, the one that is as large as it says. */
function saysShare({ text }: Label, share: number): boolean {
  const percent = /(\d+(?:[.,]\d+)?)\s?%/.exec(text)?.[1];
  return percent !== undefined && Math.abs(Number(percent.replace(',', '.')) - 100 * share) < 0.8;
}

function nearestTo({ x0, y0, x1, y1 }: Bounds, { cx, cy }: Pie): { x: number; y: number } {
  const { x, y } = middleOf({ x0, y0, x1, y1 });
  return { x: (Math.min(Math.max(cx, x0), x1) + x) / 2, y: (Math.min(Math.max(cy, y0), y1) + y) / 2 };
}

/** A slice takes one name and one number, and what is set right beside them. */
function shareOut(
  claims: readonly (Claim & { readonly label: Label; readonly lines: readonly Label[] })[],
): ReadonlyMap<Wedge, readonly Label[]> {
  const words = new Map<Wedge, { label: Label; lines: readonly Label[] }[]>();
  for (const { wedge, label, lines, cost } of claims) {
    const known = words.get(wedge) ?? [];
    const repeats = known.some(other => kindOf(other.label) === kindOf(label));
    if (repeats && cost > 0.015 && !known.some(other => touch(other.label, label))) continue;
    words.set(wedge, [...known, { label, lines }]);
  }
  return new Map(
    [...words].map(([wedge, found]) => [
      wedge,
      found
        .flatMap(({ lines }) => lines)
        .sort((a, b) => (Math.abs(a.y0 - b.y0) < 2 ? a.x0 - b.x0 : a.y0 - b.y0)),
    ]),
  );
}

function touch(a: Label, b: Label): boolean {
  return gapOf(a, b) < 0.6 * Math.max(a.size, b.size);
}
