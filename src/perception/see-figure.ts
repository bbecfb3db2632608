import { type Solved, solveFigure } from '../charts/index.ts';
import type { Box } from '../domain/box.ts';
import type { Marks } from '../domain/mark.ts';
import type { FigureRegion, Page } from '../domain/region.ts';

/** Smaller pictures, as shares of their page, are logos and icons. */
const LEAST_SIDE = 0.12;
const LEAST_AREA = 0.03;

/** The pictures of a page in which a chart may be seen. */
export function picturesToSee({ regions }: Page): readonly FigureRegion[] {
  return regions.filter(
    (region): region is FigureRegion =>
      region.kind === 'figure' &&
      region.drawing === 'raster' &&
      region.marks === undefined &&
      Math.min(region.box[2], region.box[3]) >= LEAST_SIDE &&
      region.box[2] * region.box[3] >= LEAST_AREA,
  );
}

/** A picture with the marks that were seen on it, placed on its page; null where they make no chart. */
export function seenChart(region: FigureRegion, seen: Marks): FigureRegion | null {
  const marks = onPage(seen, region.box);
  return solveFigure(marks).every(isNone) ? null : { ...region, marks };
}

function isNone(solved: Solved): boolean {
  return solved.kind === 'unsolved' && solved.code === 'not_a_chart';
}

/** Marks of a picture as marks of the page that it lies on. */
function onPage(marks: Marks, [x, y, w, h]: Box): Marks {
  const [width, height] = [marks.width / w, marks.height / h];
  const [dx, dy] = [x * width, y * height];
  const move = <T extends Marks['frame']>(one: T): T => ({
    ...one,
    x0: one.x0 + dx,
    x1: one.x1 + dx,
    y0: one.y0 + dy,
    y1: one.y1 + dy,
  });
  const along = (way: readonly number[]) => way.map((value, i) => value + (i % 2 === 0 ? dx : dy));
  return {
    ...marks,
    width,
    height,
    frame: move(marks.frame),
    texts: marks.texts.map(move),
    paths: marks.paths.map(path => ({
      ...move(path),
      nodes: along(path.nodes),
      outline: along(path.outline),
    })),
  };
}
