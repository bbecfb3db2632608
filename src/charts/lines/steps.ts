import type { Spot } from './polyline.ts';

/** A line of treads and risers only, as step charts are drawn; a single tread and riser prove nothing. */
export function isStepped(nodes: readonly Spot[]): boolean {
  if (nodes.length < 5) return false;
  let [treads, risers] = [0, 0];
  for (let i = 1; i < nodes.length; i++) {
    const [a, b] = [nodes[i - 1]!, nodes[i]!];
    const level = Math.abs(a.across - b.across) < 0.05;
    const plumb = Math.abs(a.at - b.at) < 0.05;
    if (!level && !plumb) return false;
    treads += level ? 1 : 0;
    risers += plumb && !level ? 1 : 0;
  }
  return risers >= 2 && treads >= 2;
}

/**
 * One spot a tread. A line that begins with a riser holds each value up to its place; one whose outer treads are half
 * as long as the others changes midway; any other holds each value from its place on.
 */
export function treadsOf(nodes: readonly Spot[]): readonly Spot[] {
  const treads = treadsIn(nodes);
  const [first, second] = treads;
  const last = treads.at(-1);
  if (!first || !last || !second) return [];
  const risesFirst = Math.abs(nodes[0]!.across - nodes[1]!.across) >= 0.05;
  if (risesFirst) return [nodes[0]!, ...treads.map(({ to, across }) => ({ at: to, across }))];
  const midway = isHalf(first, second) && isHalf(last, treads.at(-2)!);
  if (!midway) {
    const end = nodes.at(-1)!;
    const risesLast = Math.abs(end.at - nodes.at(-2)!.at) < 0.05;
    const spots = treads.map(({ from, across }) => ({ at: from, across }));
    return risesLast ? [...spots, end] : spots;
  }
  return treads.map(({ from, to, across }, i) => {
    if (i === 0) return { at: from, across };
    return { at: i === treads.length - 1 ? to : (from + to) / 2, across };
  });
}

interface Tread {
  readonly from: number;
  readonly to: number;
  readonly across: number;
}

function treadsIn(nodes: readonly Spot[]): readonly Tread[] {
  const treads: Tread[] = [];
  for (let i = 1; i < nodes.length; i++) {
    const [a, b] = [nodes[i - 1]!, nodes[i]!];
    if (Math.abs(a.across - b.across) >= 0.05) continue;
    const last = treads.at(-1);
    const goesOn = last && Math.abs(last.to - a.at) < 0.05 && Math.abs(last.across - a.across) < 0.05;
    if (goesOn) treads[treads.length - 1] = { ...last, to: b.at };
    else treads.push({ from: a.at, to: b.at, across: a.across });
  }
  return treads;
}

function isHalf(outer: Tread, inner: Tread): boolean {
  const ratio = Math.abs((outer.to - outer.from) / (inner.to - inner.from));
  return ratio > 0.4 && ratio < 0.6;
}
