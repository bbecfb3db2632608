/** How often each word occurs. */
export type Bag = ReadonlyMap<string, number>;

export interface Overlap {
  readonly shared: number;
  readonly found: number;
  readonly wanted: number;
}

/** Runs of letters and digits without case, ligatures or accents of form; `1,234` is two words in any reading of it. */
export function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    bag.set(word, (bag.get(word) ?? 0) + 1);
  }
  return bag;
}

export function overlap(found: Bag, wanted: Bag): Overlap {
  let shared = 0;
  for (const [word, times] of wanted) shared += Math.min(times, found.get(word) ?? 0);
  return { shared, found: size(found), wanted: size(wanted) };
}

export function sumOverlaps(all: readonly Overlap[]): Overlap {
  const sum = (pick: (one: Overlap) => number) => all.reduce((total, one) => total + pick(one), 0);
  return { shared: sum(o => o.shared), found: sum(o => o.found), wanted: sum(o => o.wanted) };
}

/** 1 where nothing was wanted. */
export function recallOf({ shared, wanted }: Overlap): number {
  return wanted === 0 ? 1 : shared / wanted;
}

/** 1 where nothing was found. */
export function precisionOf({ shared, found }: Overlap): number {
  return found === 0 ? 1 : shared / found;
}

function size(bag: Bag): number {
  return [...bag.values()].reduce((a, b) => a + b, 0);
}
