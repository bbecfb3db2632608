import { area, type Bounds, shareInside, union } from './bounds.ts';
import { clusters } from './clusters.ts';
import { takeLabels } from './labels.ts';
import { isDrawing, marksOf } from './marks.ts';
import type { Segment } from './segments.ts';
import type { Sheet } from './sheet.ts';

export interface Figure extends Bounds {
  readonly drawing: 'vector' | 'raster';
  /** Text on it and around its edge: labels, ticks, legends. */
  readonly labels: readonly Segment[];
}

export interface FigureInput {
  readonly sheet: Sheet;
  /** Text outside tables and furniture. */
  readonly segments: readonly Segment[];
  /** Where tables are: what is drawn there belongs to them. */
  readonly taken: readonly Bounds[];
  /** Size of the document's running text. */
  readonly body: number;
}

/** Pictures and drawings that are worth a look: charts, diagrams, photographs; not rules, shading, icons or backgrounds. */
export function findFigures(input: FigureInput): Figure[] {
  const { sheet, segments } = input;
  const pictures = picturesOf(sheet, segments).map(box => ({ box, drawing: 'raster' as const }));
  const drawn = drawings(input)
    .filter(box => !pictures.some(picture => shareInside(box, picture.box) > 0.7))
    .map(box => ({ box, drawing: 'vector' as const }));
  const free = new Set(segments);
  const swatches = swatchesOf(sheet);
  return [...pictures, ...drawn].map(({ box, drawing }) => {
    const { labels, bounds } = takeLabels(box, [...free], {
      body: drawing === 'vector' ? input.body : 0,
      swatches,
    });
    for (const label of labels) free.delete(label);
    return { ...bounds, drawing, labels };
  });
}

/** Points, and shares of the page's area. */
const SMALLEST_SIDE = 40;
const SMALLEST_SHARE = 0.012;
const BACKGROUND_SHARE = 0.75;
/** A page with fewer words than this over a picture is that picture. */
const FEW_WORDS = 12;
/** Points: parts of one picture, and marks of one drawing, lie this close. */
const PICTURE_GAP = 3;
const MARK_GAP = 7;

function picturesOf({ images, width, height }: Sheet, segments: readonly Segment[]): Bounds[] {
  const page = width * height;
  const words = segments.reduce((sum, segment) => sum + segment.words.length, 0);
  return clusters(images, PICTURE_GAP)
    .map(union)
    .filter(box => isLarge(box, page) && (area(box) < BACKGROUND_SHARE * page || words < FEW_WORDS));
}

function drawings({ sheet, segments, taken }: FigureInput): Bounds[] {
  const page = sheet.width * sheet.height;
  return clusters(marksOf(sheet, segments, taken), MARK_GAP)
    .filter(marks => isDrawing(marks, segments))
    .map(union)
    .filter(box => isLarge(box, page) && area(box) < BACKGROUND_SHARE * page);
}

function isLarge(box: Bounds, page: number): boolean {
  const side = Math.min(box.x1 - box.x0, box.y1 - box.y0);
  return side >= SMALLEST_SIDE && area(box) >= SMALLEST_SHARE * page;
}

/** Points. */
const SMALLEST_SWATCH = 3;
const LARGEST_SWATCH = 14;

function swatchesOf({ fills, shapes }: Sheet): Bounds[] {
  const boxes = [...shapes, ...fills.map(({ x, y, w, h }) => ({ x0: x, y0: y, x1: x + w, y1: y + h }))];
  return boxes.filter(({ x0, y0, x1, y1 }) => {
    const [short, long] = x1 - x0 < y1 - y0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
    return short >= SMALLEST_SWATCH && long <= LARGEST_SWATCH;
  });
}
