import { type Bounds, centreInside, gap } from './bounds.ts';
import type { Sheet } from './sheet.ts';
import { findSwatches } from './swatches.ts';

/** Points: how far off its chart a legend may stand, and how far one of several keys in a row or column. */
const ALONE = { across: 110, down: 60 };
const TOGETHER = { across: 260, down: 110 };
const ALIGNED = 2;

/**
 * The keys of legends that stand off their charts: each goes to the nearest figure that is drawn in its colour.
 * @param taken where tables, running text and the like stand: what is there is no key
 */
export function legendKeys(
  sheet: Sheet,
  figures: readonly Bounds[],
  taken: readonly Bounds[],
): ReadonlyMap<Bounds, ReadonlySet<Bounds>> {
  const swatches = findSwatches(sheet);
  const nearest = new Map<Bounds, Bounds>();
  for (const figure of figures) {
    const inside = (key: Bounds) => [...taken, ...figures].some(other => centreInside(key, other));
    const found = swatches.of(figure).filter(key => reaches(key, figure, TOGETHER) && !inside(key));
    for (const key of found) {
      const together = found.some(other => other !== key && areAligned(key, other));
      const holder = nearest.get(key);
      const nearer = !holder || gap(key, figure) < gap(key, holder);
      if (nearer && (together || reaches(key, figure, ALONE))) nearest.set(key, figure);
    }
  }
  return new Map(
    figures.map(figure => [
      figure,
      new Set([...nearest].flatMap(([key, holder]) => (holder === figure ? [key] : []))),
    ]),
  );
}

function reaches(key: Bounds, { x0, y0, x1, y1 }: Bounds, { across, down }: typeof ALONE): boolean {
  return key.x1 > x0 - across && key.x0 < x1 + across && key.y1 > y0 - down && key.y0 < y1 + down;
}

function areAligned(a: Bounds, b: Bounds): boolean {
  const level = Math.abs(a.y0 + a.y1 - b.y0 - b.y1) / 2;
  return level < ALIGNED || Math.abs(a.x0 - b.x0) < ALIGNED;
}
