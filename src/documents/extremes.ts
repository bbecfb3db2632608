/** The largest of what `of` gives for the items, and at least `floor`. Spreading into `Math.max` overflows on a big sheet. */
export function largest<T>(items: readonly T[], of: (item: T) => number, floor = 0): number {
  return items.reduce((most, item) => Math.max(most, of(item)), floor);
}

/** The smallest of what `of` gives for the items; 0 where there are none. */
export function smallest<T>(items: readonly T[], of: (item: T) => number): number {
  return items.length === 0
    ? 0
    : items.reduce((least, item) => Math.min(least, of(item)), Number.POSITIVE_INFINITY);
}
