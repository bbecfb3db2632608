import { sameColor } from '../colors.ts';
import type { Dot, Shape, Wedge } from '../types.ts';

/** The wedges of one pie or ring, in the order they go round. */
export interface Pie {
  readonly wedges: readonly Wedge[];
  readonly cx: number;
  readonly cy: number;
  readonly outer: number;
  /** Radius of the empty middle; 0 where there is none. */
  readonly hole: number;
  /** Radians that all wedges fill together: a whole turn, or less for a half pie. */
  readonly sweep: number;
  /** The wedges meet without gaps and overlaps. */
  readonly closes: boolean;
}

export const TURN = 2 * Math.PI;

/** The pies among shapes: wedges of one radius around one middle, or drawn out from it, that close. */
export function findPies(shapes: readonly Shape[]): readonly Pie[] {
  const wedges = shapes.filter((shape): shape is Wedge => shape.shape === 'wedge' && shape.mark.fill !== '');
  const groups: Wedge[][] = [];
  for (const wedge of withoutShadows(wedges)) {
    const home = groups.find(group => group.some(other => belong(wedge, other)));
    if (home) home.push(wedge);
    else groups.push([wedge]);
  }
  const holes = shapes.filter((shape): shape is Dot => shape.shape === 'dot' && shape.form === 'circle');
  return withoutDoubles(groups.flatMap(group => pieOf(group, holes)));
}

/** What lies under a wedge of the same place and angles is its shadow or border. */
function withoutShadows(wedges: readonly Wedge[]): readonly Wedge[] {
  return wedges.filter(
    (wedge, i) =>
      !wedges.some(
        (other, k) =>
          k > i &&
          Math.hypot(other.cx - wedge.cx, other.cy - wedge.cy) < 0.05 * wedge.outer &&
          Math.abs(other.outer - wedge.outer) < 0.1 * wedge.outer &&
          Math.abs(other.inner - wedge.inner) < 0.1 * wedge.outer &&
          Math.abs(turned(other.from - wedge.from)) < 0.005 &&
          Math.abs(turned(other.to - wedge.to)) < 0.005,
      ),
  );
}

function belong(a: Wedge, b: Wedge): boolean {
  const radius = Math.max(a.outer, b.outer);
  const apart = Math.hypot(a.cx - b.cx, a.cy - b.cy);
  return (
    Math.abs(a.outer - b.outer) < 0.04 * radius + 0.3 &&
    Math.abs(a.inner - b.inner) < 0.06 * radius + 0.3 &&
    apart < 0.75 * radius
  );
}

function pieOf(group: readonly Wedge[], discs: readonly Dot[]): readonly Pie[] {
  const wedges = merged([...group].sort((a, b) => turnOf(a.from) - turnOf(b.from)));
  const sweep = wedges.reduce((sum, wedge) => sum + wedge.to - wedge.from, 0);
  if (wedges.length < 2 || sweep > 1.02 * TURN || sweep < 0.45 * TURN) return [];
  const count = wedges.length;
  const mean = (of: (wedge: Wedge) => number) => wedges.reduce((sum, w) => sum + of(w), 0) / count;
  const outer = mean(w => w.outer);
  const [cx, cy] = [mean(w => w.cx), mean(w => w.cy)];
  const gaps = wedges.map((wedge, i) => Math.abs(turned(wedges[(i + 1) % count]!.from - wedge.to)));
  const open = sweep > 0.97 * TURN ? 0 : Math.max(...gaps);
  const closes = gaps.reduce((a, b) => a + b, 0) - open < 0.01 * count;
  const hole = Math.max(
    mean(w => w.inner),
    ...discs.map(disc => holeOf(disc, { cx, cy, outer, wedges })),
  );
  return [{ wedges, cx, cy, outer, hole: hole > 0.1 * outer ? hole : 0, sweep, closes }];
}

/** A disc that covers the middle makes a ring of a pie. */
function holeOf(disc: Dot, { cx, cy, outer, wedges }: Pick<Pie, 'cx' | 'cy' | 'outer' | 'wedges'>): number {
  const radius = (disc.x1 - disc.x0) / 2;
  const centred = Math.hypot(disc.cx - cx, disc.cy - cy) < 0.06 * outer && radius < 0.95 * outer;
  const above = wedges.every(wedge => wedge.mark.order < disc.mark.order);
  return centred && above && disc.mark.fill !== '' ? radius : 0;
}

/** A pie drawn twice, as with a shade around it, is one; the last counts. */
function withoutDoubles(pies: readonly Pie[]): readonly Pie[] {
  return pies.filter((pie, i) => !pies.slice(i + 1).some(other => isDouble(pie, other)));
}

function isDouble(a: Pie, b: Pie): boolean {
  const centred = Math.hypot(a.cx - b.cx, a.cy - b.cy) < 0.1 * Math.max(a.outer, b.outer);
  const shares = ({ wedges, sweep }: Pie) => wedges.map(wedge => (wedge.to - wedge.from) / sweep);
  const [p, q] = [shares(a), shares(b)];
  return centred && p.length === q.length && p.every((share, i) => Math.abs(share - q[i]!) < 0.006);
}

/** Large sectors are at times drawn in two parts of one ink and no border between. */
function merged(wedges: readonly Wedge[]): readonly Wedge[] {
  const whole: Wedge[] = [];
  for (const wedge of wedges) {
    const last = whole.at(-1);
    const goesOn =
      last &&
      last.mark.group === wedge.mark.group &&
      sameColor(last.color, wedge.color) &&
      Math.abs(turned(wedge.from - last.to)) < 0.002;
    if (goesOn) whole[whole.length - 1] = { ...last, to: last.to + wedge.to - wedge.from };
    else whole.push(wedge);
  }
  return whole;
}

/** An angle as its distance from twelve o'clock, 0 to a whole turn. */
export function turnOf(angle: number): number {
  return ((angle % TURN) + TURN) % TURN;
}

/** The shorter way round, from minus half a turn to half a turn. */
export function turned(angle: number): number {
  const turn = turnOf(angle);
  return turn > Math.PI ? turn - TURN : turn;
}
