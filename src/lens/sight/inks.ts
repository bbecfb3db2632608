import { apart, coverage, type Raster, type Rgb } from './raster.ts';

/** The inks that lines are drawn in: colours that many pixels have exactly, where nothing solid lies. */

/** Pixels of one colour that make an ink. */
const ENOUGH = 14;
/** Of two inks as near as this one is the other's edge. */
const SAME = 22;
/** An ink stands out from every paper by this much in one channel. */
const FAINTEST = 24;

export function findInks(raster: Raster, isFree: (index: number) => boolean, papers: readonly Rgb[]): Rgb[] {
  const bins = new Map<number, { count: number; sum: [number, number, number] }>();
  const { data, width, height } = raster;
  for (let i = 0; i < width * height; i++) {
    if (!isFree(i)) continue;
    const key = ((data[3 * i]! >> 3) << 10) | ((data[3 * i + 1]! >> 3) << 5) | (data[3 * i + 2]! >> 3);
    const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] };
    bin.count++;
    for (let c = 0; c < 3; c++) bin.sum[c]! += data[3 * i + c]!;
    bins.set(key, bin);
  }
  const colors = [...bins.values()]
    .map(({ count, sum }) => ({ count, color: sum.map(one => one / count) as unknown as Rgb }))
    .sort((a, b) => b.count - a.count);
  const inks: { color: Rgb; count: number }[] = [];
  for (const { color, count } of colors) {
    if (count < ENOUGH) break;
    if (papers.some(paper => apart(paper, color) < FAINTEST) || isEdge(color, papers)) continue;
    if (inks.some(ink => apart(ink.color, color) < SAME)) continue;
    if (inks.some(ink => papers.some(paper => isBlend(color, ink.color, paper)) && count < 0.6 * ink.count))
      continue;
    inks.push({ color, count });
  }
  // A thin line may have more pixels that blend than full ones: the full ones name the ink.
  return inks
    .filter(
      ({ color, count }, i) =>
        !inks.some(
          (other, k) =>
            k !== i && other.count > 0.25 * count && papers.some(paper => isBlend(color, other.color, paper)),
        ),
    )
    .map(({ color }) => color);
}

/** Whether a colour is what an edge between two solid ones shows. */
function isEdge(color: Rgb, papers: readonly Rgb[]): boolean {
  return papers.some((ink, i) => papers.slice(i + 1).some(paper => isBlend(color, ink, paper)));
}

function isBlend(color: Rgb, ink: Rgb, paper: Rgb): boolean {
  const mix = coverage(color, ink, paper);
  return mix !== null && mix.off < 12 && mix.share > 0.1 && mix.share < 0.97;
}

export function saturation([red, green, blue]: Rgb): number {
  return Math.max(red, green, blue) - Math.min(red, green, blue);
}
