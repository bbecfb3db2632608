/** What a score may not fall below, a little under what was measured last. Raise one when its stage gets better. */
export const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {};

export interface Fall {
  readonly suite: string;
  readonly score: string;
  readonly value: number;
  readonly floor: number;
}

/** The scores that lie below their floor; one that could not be measured doesn't. */
export function fallen(
  suite: string,
  scores: Readonly<Record<string, number>>,
  floors = FLOORS,
): readonly Fall[] {
  return Object.entries(floors[suite] ?? {}).flatMap(([score, floor]) => {
    const value = scores[score];
    return value !== undefined && value < floor ? [{ suite, score, value, floor }] : [];
  });
}
