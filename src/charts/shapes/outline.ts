import type { PathMark } from '../../domain/mark.ts';

/** Area that an outline `x, y, x, y, …` encloses, in square units. */
export function areaOf(outline: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < outline.length; i += 2) {
    const j = (i + 2) % outline.length;
    sum += outline[i]! * outline[j + 1]! - outline[j]! * outline[i + 1]!;
  }
  return Math.abs(sum) / 2;
}

/** Share of its own rectangle that a closed mark covers: 1 for a rectangle, π/4 for a circle. */
export function fullness({ outline, x0, y0, x1, y1 }: PathMark): number {
  const whole = (x1 - x0) * (y1 - y0);
  return whole > 0 ? areaOf(outline) / whole : 0;
}

/** The straight stretches of a closed outline that lie on its own rectangle's sides, by side, in units. */
export function straightSides({ outline, x0, y0, x1, y1 }: PathMark, slack: number): readonly number[] {
  const sides = [0, 0, 0, 0];
  for (let i = 0; i < outline.length; i += 2) {
    const j = (i + 2) % outline.length;
    const [ax, ay, bx, by] = [outline[i]!, outline[i + 1]!, outline[j]!, outline[j + 1]!];
    const on = [
      Math.max(Math.abs(ax - x0), Math.abs(bx - x0)),
      Math.max(Math.abs(ay - y0), Math.abs(by - y0)),
      Math.max(Math.abs(ax - x1), Math.abs(bx - x1)),
      Math.max(Math.abs(ay - y1), Math.abs(by - y1)),
    ];
    const length = Math.hypot(bx - ax, by - ay);
    for (const side of [0, 1, 2, 3]) if (on[side]! <= slack) sides[side] = Math.max(sides[side]!, length);
  }
  return sides;
}
