import { sameColor } from '../colors.ts';
import type { Shape, Wedge } from '../types.ts';

/** The wedges of one pie or ring, in the order they go round. */
export interface Pie {
  readonly wedges: readonly Wedge[];
  readonly cx: number;
  readonly cy: number;
  readonly outer: number;
  readonly ring: boolean;
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
  return groups.flatMap(group => pieOf(group));
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

function pieOf(group: readonly Wedge[]): readonly Pie[] {
  const wedges = merged([...group].sort((a, b) => turnOf(a.from) - turnOf(b.from)));
  const sweep = wedges.reduce((sum, wedge) => sum + wedge.to - wedge.from, 0);
  if (wedges.length < 2 || sweep > 1.02 * TURN || sweep < 0.45 * TURN) return [];
  const count = wedges.length;
  const mean = (of: (wedge: Wedge) => number) => wedges.reduce((sum, w) => sum + of(w), 0) / count;
  const outer = mean(w => w.outer);
  const gaps = wedges.map((wedge, i) => Math.abs(turned(wedges[(i + 1) % count]!.from - wedge.to)));
  const open = sweep > 0.97 * TURN ? 0 : Math.max(...gaps);
  const closes = gaps.reduce((a, b) => a + b, 0) - open < 0.01 * count;
  return [
    {
      wedges,
      cx: mean(w => w.cx),
      cy: mean(w => w.cy),
      outer,
      ring: mean(w => w.inner) > 0.1 * outer,
      sweep,
      closes,
    },
  ];
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
