import { type Bounds, overlapX, overlapY, union } from './bounds.ts';
import { type Line, toLines } from './lines.ts';
import { isWordy, type Segment } from './segments.ts';

/** A number in large type with the words that say what it counts, as brochures have them: read as one text. */
export interface KeyFigure extends Bounds {
  readonly segments: readonly Segment[];
  readonly lines: readonly Line[];
}

/** The key figures among a page's segments; `body` is the size of the document's running text. */
export function findKeyFigures(segments: readonly Segment[], body: number): KeyFigure[] {
  const large = segments.filter(segment => isKeyNumber(segment, body));
  const numbers = large.filter(number => !large.some(other => isBeside(number, other)));
  const small = segments.filter(
    segment =>
      segment.size > SMALLEST * body && !numbers.includes(segment) && !FOOTNOTE.test(textOf(segment)),
  );
  const free = new Set(small);
  return numbers.flatMap(number => {
    const others = numbers.filter(other => other !== number);
    const labels = labelsOf(number, [...free], others);
    if (labels.length === 0) return [];
    for (const label of labels) free.delete(label);
    const all = [number, ...labels];
    return [{ ...union(all), segments: all, lines: toLines(all) }];
  });
}

/** Of the running text's size: a key number at least, a label at least; of the number's: a label at most. */
const LARGE = 1.6;
const SMALLEST = 0.75;
const LABEL = 0.75;

const FOOTNOTE = /^[*†‡¹²³⁴-⁹]/;
const NUMBER =
  /^(?:over |more than |about |around |nearly |almost |up to |to )?[-+–−<>~≈]?\s?(?:US\$|[€$£])?\s?\d[\d.,]*(?:\s\d{3})*\s?(?:%|[kKmM]?[€$£]|[kKmMx]|bn|million|billion|thousand|trillion|pts?|[kKMGT]Wh?|tonnes|tons|t|\+)*[*¹²³]*$/i;

function isKeyNumber(segment: Segment, body: number): boolean {
  if (segment.size < LARGE * body || segment.words.length > 5) return false;
  const text = textOf(segment).replace(/\s(?=%)/g, '');
  // A digit or a year alone names a chapter or an edition.
  return NUMBER.test(text) && !/^(?:0?\d|0\d+|(?:19|20)\d\d)$/.test(text);
}

/** Plain numbers close together on one line are values of a chart or a row, not figures of their own. */
function isBeside(number: Segment, other: Segment): boolean {
  const gap = Math.max(other.x0 - number.x1, number.x0 - other.x1);
  const plain = [number, other].every(segment => /^\d+$/.test(textOf(segment)));
  return plain && other !== number && overlapY(number, other) > 0 && gap < BESIDE * number.size;
}

/** In em of the number. */
const BESIDE = 4;

/** Lines, and words, that a label has at most: more is a paragraph. */
const MOST_LINES = 5;
const MOST_WORDS = 24;
/** In em of the number, between it and its label; in em of the label, between its lines. */
const NEAR = 0.7;
const LEADING = 0.75;

function labelsOf(number: Segment, free: readonly Segment[], others: readonly Segment[]): Segment[] {
  const own = free.filter(
    label => label.size < LABEL * number.size && isOwn(label, number, others) && overlapX(label, number) > 0,
  );
  const below = group(number, own, 'below');
  if (isLabel(below)) return below;
  const first = group(number, own, 'above');
  if (!isLabel(first)) return [];
  const second = group(
    { ...union(first), size: number.size },
    own.filter(label => !first.includes(label)),
    'above',
  );
  return isLabel(second) ? [...first, ...second] : first;
}

/** No other number is nearer across: each stands in a column of its own. */
function isOwn(label: Segment, number: Segment, others: readonly Segment[]): boolean {
  const middle = (b: Bounds) => (b.x0 + b.x1) / 2;
  const off = Math.abs(middle(label) - middle(number));
  return others.every(
    other =>
      Math.abs(other.baseline - number.baseline) > 2 * number.size ||
      Math.abs(middle(label) - middle(other)) > off,
  );
}

/** Lines of one size that follow each other from `from` on, upwards or downwards. */
function group(
  from: Bounds & { readonly size: number },
  labels: readonly Segment[],
  side: 'above' | 'below',
): Segment[] {
  const gap = (label: Bounds, edge: Bounds) => (side === 'below' ? label.y0 - edge.y1 : edge.y0 - label.y1);
  const sorted = labels
    .filter(label => gap(label, from) > -0.35 * from.size)
    .sort((a, b) => gap(a, from) - gap(b, from));
  const found: Segment[] = [];
  for (const label of sorted) {
    const last = found.at(-1);
    const near = last ? gap(label, last) < LEADING * last.size : gap(label, from) < NEAR * from.size;
    if (!near || (last && Math.abs(last.size - label.size) > 0.08 * last.size)) break;
    found.push(label);
  }
  return found;
}

function isLabel(labels: readonly Segment[]): boolean {
  const words = labels.reduce((sum, label) => sum + label.words.length, 0);
  return labels.length > 0 && labels.length <= MOST_LINES && words <= MOST_WORDS && labels.some(isWordy);
}

function textOf({ words }: Segment): string {
  return words.map(word => word.text).join(' ');
}
