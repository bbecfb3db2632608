import { straightsOf } from '../shapes/straights.ts';
import type { Shape, Tick } from '../types.ts';

/** Points in a pixel of the web. */
const PIXEL = 0.75;

/**
 * Programs for the web draw ticks and grids on whole pixels, moved by half a pixel so that hairlines are sharp; the
 * data stay where they are. Where all ticks and nearly all straight strokes lie on half pixels, ticks are moved back,
 * and where the outer ticks alone explain how the others were rounded, the others are put where they belong.
 */
export function withoutCrispness(ticks: readonly Tick[], shapes: readonly Shape[]): readonly Tick[] {
  if (ticks.length < 3 || !ticks.every(tick => isOnHalf(tick.at)) || !strokesAreCrisp(shapes)) return ticks;
  const moved = ticks.map(tick => ({ ...tick, at: tick.at - PIXEL / 2 }));
  const [first, last] = [moved[0]!, moved.at(-1)!];
  const between = (value: number) =>
    first.at + ((value - first.value) / (last.value - first.value)) * (last.at - first.at);
  const explained = moved.every(({ at, value }) => {
    const off = (between(value) - at) / PIXEL;
    return off >= -0.52 && off <= 0.52;
  });
  const uneven = moved.some(({ at, value }) => Math.abs(between(value) - at) > 0.05);
  return explained && uneven ? moved.map(tick => ({ ...tick, at: between(tick.value) })) : moved;
}

/**
 * Page units by which an axis may be off that was drawn on whole pixels of a printed web page: all its lines lie in
 * steps of their own width. Where that raster begins, and so whether lines were moved by half a pixel, isn't said.
 */
export function crispSlack(ticks: readonly Tick[], shapes: readonly Shape[]): number {
  const lines = straightsOf(shapes, 'x').concat(straightsOf(shapes, 'y'));
  const drawn = ticks.flatMap(({ at }) => {
    const line = lines.find(one => Math.abs(one.at - at) < 0.05 && one.shape.mark.strokeWidth > 0);
    return line ? [{ at, width: line.shape.mark.strokeWidth }] : [];
  });
  const [first] = drawn;
  if (!first || drawn.length < Math.max(FEWEST, ticks.length) || first.width < 0.3 || first.width > 1.2)
    return 0;
  const pixels = drawn.map(({ at }) => (at - first.at) / first.width);
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 0.03;
  const onRaster = drawn.every(({ width }) => width === first.width) && pixels.every(isWhole);
  return onRaster && !isWhole(first.at / first.width) ? first.width / 2 : 0;
}

/** Fewer lines lie on a raster by accident. */
const FEWEST = 4;

function isOnHalf(at: number): boolean {
  const phase = (((at / PIXEL) % 1) + 1) % 1;
  return Math.abs(phase - 0.5) < 0.02;
}

/** Numbers of an axis' path; a line with more is data that may step. */
const MOST_ENDS = 8;

function strokesAreCrisp(shapes: readonly Shape[]): boolean {
  return (['x', 'y'] as const).every(direction => {
    const strokes = straightsOf(shapes, direction).filter(
      ({ shape: { mark } }) => mark.fill === '' && mark.nodes.length <= MOST_ENDS,
    );
    const crisp = strokes.filter(({ at }) => isOnHalf(at));
    return strokes.length >= 2 && crisp.length > 0.85 * strokes.length;
  });
}
