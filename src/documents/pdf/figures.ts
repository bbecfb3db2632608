import { area, type Bounds, gap, grow, intersect, shareInside, touches, union } from './bounds.ts';
import { clusters } from './clusters.ts';
import { type Drawing, findDrawings } from './drawings.ts';
import { takeLabels } from './labels.ts';
import type { Mark } from './marks.ts';
import { joinMultiples, type Panel } from './multiples.ts';
import type { Segment } from './segments.ts';
import { mayBeDrawing, type Sheet } from './sheet.ts';
import { findSwatches } from './swatches.ts';

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
  const { sheet, segments, body } = input;
  const page = sheet.width * sheet.height;
  const alone = mayBeDrawing(sheet);
  const swatches = findSwatches(sheet);
  const free = new Set(segments);
  const seen = joined(picturesOf(sheet, segments), drawings(input));
  const panels = seen.map(({ box, drawing, marks }): Panel => {
    const surroundings = {
      body: drawing === 'vector' ? body : 0,
      swatches: drawing === 'vector' ? swatches.of(box) : [],
    };
    // Text over a picture of the whole page is the page's text.
    const near =
      area(box) < BACKGROUND_SHARE * page || (alone && drawing === 'vector')
        ? [...free].filter(text => isNearest(box, text, seen))
        : [];
    const { labels, bounds } = takeLabels(box, near, surroundings);
    for (const label of labels) free.delete(label);
    const all = drawing === 'vector' ? union([bounds, ...turnedLabels(bounds, sheet)]) : bounds;
    return { ...all, drawing, labels, core: box, marks };
  });
  return joinMultiples(panels.filter(figure => !isDecoration(figure, sheet)));
}

function isNearest(box: Bounds, text: Bounds, seen: readonly Seen[]): boolean {
  const distance = gap(text, box);
  return seen.every(other => other.box === box || gap(text, other.box) >= distance);
}

/** Points: how far from a drawing slanted tick labels and the title of an upright axis begin. */
const TURNED_REACH = 9;

function turnedLabels(bounds: Bounds, { askew }: Sheet): Bounds[] {
  const near = { ...grow(bounds, TURNED_REACH), y0: bounds.y0 };
  return askew.filter(word => touches(word, near) && staysClose(word, bounds));
}

function staysClose(word: Bounds, { x0, y0, x1, y1 }: Bounds): boolean {
  return word.x0 > x0 - 40 && word.x1 < x1 + 40 && word.y0 > y0 - 10 && word.y1 < y1 + 90;
}

/** Points: a drawing with its labels is no smaller. */
const SMALLEST_SIDE = 30;
/** Share of the page's area: smaller drawings without a word on them are logos, signatures and codes. */
const SMALLEST_WORDLESS = 0.015;
/** And drawings that the page's edge cuts off are ornaments up to this size. */
const LARGEST_ORNAMENT = 0.2;

function isDecoration({ drawing, labels, core, ...all }: Panel, { width, height, askew }: Sheet): boolean {
  if (drawing === 'raster') return false;
  if (Math.min(all.x1 - all.x0, all.y1 - all.y0) < SMALLEST_SIDE) return true;
  const page = width * height;
  const [beside, across] = [core.x0 < 2 || core.x1 > width - 2, core.y0 < 2 || core.y1 > height - 2];
  const small = area(intersect(core, { x0: 0, y0: 0, x1: width, y1: height })) < LARGEST_ORNAMENT * page;
  if (small && beside && across) return true;
  if (labels.length > 1 || askew.some(word => shareInside(word, core) > 0.5)) return false;
  return (small && (beside || across)) || (labels.length === 0 && area(core) < SMALLEST_WORDLESS * page);
}

interface Seen {
  readonly box: Bounds;
  readonly marks: readonly Mark[];
  readonly drawing: Figure['drawing'];
}

/** A drawing on a picture is part of it unless it is a chart; pictures in a drawing are part of the drawing. */
function joined(pictures: readonly Bounds[], drawn: readonly Drawing[]): Seen[] {
  const own = drawn.filter(
    drawing => drawing.scaled || !pictures.some(picture => shareInside(drawing, picture) > 0.7),
  );
  const apart = pictures.filter(picture => !own.some(box => shareInside(picture, box) > 0.7));
  const pixels = (box: Bounds) =>
    pictures.reduce((sum, picture) => sum + (shareInside(picture, box) > 0.7 ? area(picture) : 0), 0);
  return [
    ...apart.map(box => ({ box, marks: [], drawing: 'raster' as const })),
    ...own.map((box): Seen => {
      const mostlyPixels = !box.scaled && pixels(box) > 0.3 * area(box);
      return { box, marks: box.marks, drawing: mostlyPixels ? 'raster' : 'vector' };
    }),
  ];
}

/** Points, and shares of the page's area. */
const SMALLEST = {
  raster: { side: 40, share: 0.012 },
  vector: { side: 18, share: 0.007 },
  scaled: { side: 18, share: 0.004 },
};
const BACKGROUND_SHARE = 0.75;
/** A page with fewer words than this over a picture is that picture. */
const FEW_WORDS = 12;
/** Points: parts of one picture lie this close. */
const PICTURE_GAP = 3;

function picturesOf({ images, width, height }: Sheet, segments: readonly Segment[]): Bounds[] {
  const page = width * height;
  const words = segments.reduce((sum, segment) => sum + segment.words.length, 0);
  return clusters(images, PICTURE_GAP)
    .map(union)
    .filter(
      box => isLarge(box, page, 'raster') && (area(box) < BACKGROUND_SHARE * page || words < FEW_WORDS),
    );
}

function drawings(input: FigureInput): Drawing[] {
  const page = input.sheet.width * input.sheet.height;
  const largest = mayBeDrawing(input.sheet) ? page : BACKGROUND_SHARE * page;
  return findDrawings(input).filter(
    box => isLarge(box, page, box.scaled ? 'scaled' : 'vector') && (box.scaled || area(box) < largest),
  );
}

function isLarge(box: Bounds, page: number, kind: keyof typeof SMALLEST): boolean {
  const { side, share } = SMALLEST[kind];
  return Math.min(box.x1 - box.x0, box.y1 - box.y0) >= side && area(box) >= share * page;
}
