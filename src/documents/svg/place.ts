import type { Box } from '../../domain/box.ts';
import type { Bounds, Marks } from '../../domain/mark.ts';

/** Marks of a drawing that fills a box on a page whose size is only known in shares of it: moved there, in their own units. */
export function placeMarks(marks: Marks, [x, y, w, h]: Box): Marks {
  const [width, height] = [marks.width / w, marks.height / h];
  const [dx, dy] = [x * width, y * height];
  const move = <T extends Bounds>(mark: T): T => ({
    ...mark,
    x0: mark.x0 + dx,
    x1: mark.x1 + dx,
    y0: mark.y0 + dy,
    y1: mark.y1 + dy,
  });
  const shift = (points: readonly number[]) => points.map((value, i) => value + (i % 2 === 0 ? dx : dy));
  return {
    width,
    height,
    turn: marks.turn,
    frame: move(marks.frame),
    texts: marks.texts.map(move),
    paths: marks.paths.map(path => ({
      ...move(path),
      nodes: shift(path.nodes),
      outline: shift(path.outline),
    })),
    images: marks.images.map(move),
  };
}
