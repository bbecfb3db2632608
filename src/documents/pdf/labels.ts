import { type Bounds, overlapX, overlapY, shareInside, touches, union } from './bounds.ts';
import { isProse, type Segment } from './segments.ts';

export interface Labelled {
  readonly labels: Segment[];
  /** The drawing with its labels. */
  readonly bounds: Bounds;
}

export interface Surroundings {
  /** Size of running text in points; 0 where the drawing keeps its edges. */
  readonly body: number;
  /** Small squares, dots and lines in the drawing's colours, as legends have before their entries. */
  readonly swatches: readonly Bounds[];
}

/**
 * Takes in the labels on a drawing and, where it may grow, the short ones at its edge: ticks, categories, legends.
 * Captions and prose stay outside.
 */
export function takeLabels(
  box: Bounds,
  segments: readonly Segment[],
  { body, swatches }: Surroundings,
): Labelled {
  // A drawing may have a long label of its own; prose over a picture is set there by the page's maker.
  const onIt = (segment: Segment) => shareInside(segment, box) > 0.5 && (body > 0 || !isProse(segment));
  const labels = segments.filter(onIt);
  const legend = body > 0 ? legendOf(box, segments, swatches) : [];
  labels.push(...legend.map(entry => entry.segment).filter(segment => !labels.includes(segment)));
  const rest = new Set(segments.filter(segment => !labels.includes(segment)));
  let bounds = box;
  for (let grew = body > 0; grew; ) {
    grew = false;
    for (const segment of rest) {
      if (!isLabelOf(segment, bounds, body) || !staysNear(segment, box)) continue;
      rest.delete(segment);
      labels.push(segment);
      bounds = union([bounds, segment]);
      grew = true;
    }
  }
  return { labels, bounds: body > 0 ? union([box, ...labels, ...legend.map(entry => entry.swatch)]) : box };
}

/** In points: how far labels may widen a drawing on each side. */
const WIDEST_MARGIN = 130;
const HIGHEST_MARGIN = 40;

function staysNear(segment: Segment, box: Bounds): boolean {
  const beside = segment.x0 > box.x0 - WIDEST_MARGIN && segment.x1 < box.x1 + WIDEST_MARGIN;
  return beside && segment.y0 > box.y0 - HIGHEST_MARGIN && segment.y1 < box.y1 + HIGHEST_MARGIN;
}

/** In points: how far a legend may stand over or under a drawing, and beside it. */
const LEGEND_REACH = 45;
const LEGEND_BESIDE = 120;

/** Points: how far off a text's middle its sample may be drawn. */
const SWATCH_OFF = 2.5;

function legendOf(box: Bounds, segments: readonly Segment[], swatches: readonly Bounds[]) {
  return segments.flatMap(segment => {
    const swatch = swatchOf(segment, box, swatches);
    return swatch ? [{ segment, swatch }] : [];
  });
}

/** The swatch before a legend's entry. */
function swatchOf(segment: Segment, box: Bounds, swatches: readonly Bounds[]): Bounds | undefined {
  if (segment.words.length > 12 || !(isAcross(segment, box) || isBeside(segment, box))) return;
  if (isProse(segment) && !isAcross(segment, box)) return;
  const middle = (segment.y0 + segment.y1) / 2;
  return swatches.find(
    swatch =>
      swatch.y0 < middle + SWATCH_OFF &&
      swatch.y1 > middle - SWATCH_OFF &&
      swatch.x1 > segment.x0 - 12 &&
      swatch.x1 < segment.x0 + 3,
  );
}

function isAcross(segment: Segment, box: Bounds): boolean {
  const reach = { x0: box.x0, x1: box.x1, y0: box.y0 - LEGEND_REACH, y1: box.y1 + LEGEND_REACH };
  return touches(segment, reach) && overlapX(segment, box) > 0;
}

function isBeside(segment: Segment, box: Bounds): boolean {
  const level = overlapY(segment, box) > 0.5 * (segment.y1 - segment.y0);
  const near = segment.x0 > box.x1 ? segment.x0 - box.x1 : box.x0 - segment.x1;
  return level && near < LEGEND_BESIDE;
}

const NUMERIC = /^[($€£¥+\-–—−~<>≤≥]*\d[\d.,]*\s*(?:%|[kKmMbB]|pts?|pp)?[)*†]*$/;
const CAPTION_LIKE = /^(?:fig(?:ure)?|table|chart|exhibit|graph|source|note)s?\b/i;
const LONGEST_LABEL = 40;

function isLabelOf(segment: Segment, box: Bounds, body: number): boolean {
  const text = segment.words.map(word => word.text).join(' ');
  const numeric = segment.words.every(word => NUMERIC.test(word.text));
  if (segment.size > body * (numeric ? 1.3 : 1.02)) return false;
  const row = numeric || isRow(segment);
  if (!row && (text.length > LONGEST_LABEL || CAPTION_LIKE.test(text))) return false;
  const middle = (segment.y0 + segment.y1) / 2;
  if (middle > box.y0 && middle < box.y1) {
    return touches(segment, { ...box, x0: box.x0 - 14, x1: box.x1 + 14 });
  }
  const reach = numeric ? 10 : row || text.length <= 14 ? 7 : 0;
  const under = overlapX(segment, box) > 0.5 * (segment.x1 - segment.x0);
  return reach > 0 && under && touches(segment, { ...box, y0: box.y0 - reach, y1: box.y1 + reach });
}

/** In em: wider than the space between two words. */
const APART = 0.45;

/** Several labels side by side, such as categories under their bars. */
function isRow({ words, size }: Segment): boolean {
  const gaps = words.slice(1).filter((word, i) => word.start - words[i]!.end > APART * size);
  return gaps.length >= 2 && words.length <= 4 * (gaps.length + 1);
}
