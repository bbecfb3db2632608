import type { InkMask } from './ink-mask.ts';

/** A straight run of ink longer than this share of the page's width is no part of a letter. */
const LONGEST_STROKE = 0.05;
const SHORTEST_RULE = 48;

/** The mask without level and upright rules: what they underline or fence in falls apart into letters again. */
export function withoutRules({ width, height, ink }: InkMask): InkMask {
  const least = Math.max(SHORTEST_RULE, LONGEST_STROKE * width);
  const kept = ink.slice();
  for (let y = 0; y < height; y++) erase({ ink, kept }, { from: y * width, step: 1, count: width, least });
  for (let x = 0; x < width; x++) erase({ ink, kept }, { from: x, step: width, count: height, least });
  return { width, height, ink: kept };
}

interface Scan {
  readonly from: number;
  readonly step: number;
  readonly count: number;
  readonly least: number;
}

function erase(
  { ink, kept }: { readonly ink: Uint8Array; readonly kept: Uint8Array },
  { from, step, count, least }: Scan,
): void {
  for (let i = 0; i < count; i++) {
    if (ink[from + i * step] === 0) continue;
    const start = i;
    while (i < count && ink[from + i * step] === 1) i++;
    if (i - start < least) continue;
    for (let j = start; j < i; j++) kept[from + j * step] = 0;
  }
}
