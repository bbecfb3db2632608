import type { Bounds } from '../../domain/mark.ts';
import { gapOf, heightOf, middleOf, touches, unionOf, widthOf } from '../bounds.ts';
import { isGray, sameColor } from '../colors.ts';
import { markersIn } from '../dots/markers.ts';
import type { Dot, Label, LegendEntry, Shape } from '../types.ts';
import { toldApart } from './key-names.ts';

/** A sample of ink with the words beside it: perhaps a legend's entry. */
export interface Key {
  /** A line sample may carry a marker, a swatch a border. */
  readonly shapes: readonly Shape[];
  readonly bounds: Bounds;
  readonly label: Label;
  /** Its words, with those on further lines or above it that tell it from others. */
  readonly name: string;
  /** The labels of these, without the first. */
  readonly more: readonly Label[];
  readonly color: string;
  readonly form: LegendEntry['form'];
  readonly dashed: boolean;
}

/** Every small mark that has words right beside it, on the side asked for. */
export function findKeys(
  shapes: readonly Shape[],
  labels: readonly Label[],
  side: 'left' | 'right',
): readonly Key[] {
  const level = labels.filter(label => label.angle === 0 && label.text.trim() !== '');
  const byLabel = new Map<Label, Shape[]>();
  for (const shape of shapes) {
    const label = wordsBeside(shape, level, side);
    if (!label) continue;
    const beside = byLabel.get(label);
    if (beside) beside.push(shape);
    else byLabel.set(label, [shape]);
  }
  return toldApart(
    [...byLabel].flatMap(([label, beside]) => keyOf(label, beside, side)),
    labels,
  );
}

/** The form of the marker in a sample; undefined where there is none. A lone square is a swatch. */
export function markerOf({ shapes, form }: Key): Dot['form'] | undefined {
  const [marker] = markersIn(form === 'swatch' ? [] : shapes);
  return marker?.form;
}

/** In ems of the words beside it. */
const LARGEST = { width: 5.5, height: 1.9 };
const FARTHEST = 3;

function wordsBeside(shape: Shape, labels: readonly Label[], side: 'left' | 'right'): Label | null {
  let best: Label | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const label of labels) {
    const gap = side === 'right' ? label.x0 - shape.x1 : shape.x0 - label.x1;
    if (gap < -0.4 * label.size || gap > FARTHEST * label.size || gap >= nearest) continue;
    if (!isSample(shape, label.size) || !isLevelWith(shape, label)) continue;
    [best, nearest] = [label, gap];
  }
  return best;
}

function isSample(shape: Shape, em: number): boolean {
  const [width, height] = [widthOf(shape), heightOf(shape)];
  if (width > LARGEST.width * em || height > LARGEST.height * em) return false;
  if (shape.shape === 'wedge') return false;
  if (shape.shape === 'line') return width > 0.4 * em && (height < 0.7 * em || shape.mark.closed);
  return Math.max(width, height) > 0.15 * em && width > 0.5;
}

/** Wrapped words are met at their first line or at their middle. */
function isLevelWith(shape: Shape, label: Label): boolean {
  return offLevel(shape, label) <= 0.6 * label.size;
}

function offLevel(shape: Shape, label: Label): number {
  const y = middleOf(shape).y;
  const lines = Math.max(1, Math.round(heightOf(label) / (1.15 * label.size)));
  const first = label.y0 + heightOf(label) / lines / 2;
  return Math.min(Math.abs(y - first), Math.abs(y - middleOf(label).y));
}

/** Of marks at different distances from the words, the nearest, those that touch it, and its repeats are the sample. */
function keyOf(label: Label, shapes: readonly Shape[], side: 'left' | 'right'): readonly Key[] {
  const near = (shape: Shape) => (side === 'right' ? label.x0 - shape.x1 : shape.x0 - label.x1);
  const off = (shape: Shape) =>
    Math.abs(near(shape)) + Math.max(offLevel(shape, label) - 0.4 * label.size, 0);
  const [nearest, ...others] = [...shapes].sort((a, b) => off(a) - off(b) || near(a) - near(b));
  if (!nearest) return [];
  const sample = [nearest];
  for (const shape of others) {
    if (sample.some(one => touches(one, shape, 0.1) || repeats(one, shape, label.size))) sample.push(shape);
  }
  const ink = inkOf(sample);
  return [
    {
      shapes: sample,
      bounds: unionOf(sample),
      label,
      name: label.text,
      more: [],
      color: ink.color,
      form: formOf(sample, label.size),
      dashed: ink.mark.dashed,
    },
  ];
}

/** Some legends show a marker two or three times. */
function repeats(a: Shape, b: Shape, em: number): boolean {
  const level = Math.abs(middleOf(a).y - middleOf(b).y) < 0.5 * em && gapOf(a, b) < 1.2 * em;
  return a.shape === 'dot' && b.shape === 'dot' && level && sameColor(a.color, b.color);
}

/** A coloured mark speaks before a grey border; a line before its marker; what lies on top before what lies beneath. */
function inkOf(sample: readonly Shape[]): Shape {
  const rank = (shape: Shape) =>
    (isGray(shape.color) ? 0 : 4) + (shape.shape === 'line' ? 2 : 0) + (shape.mark.fill === '' ? 0 : 1);
  return [...sample].sort((a, b) => rank(b) - rank(a) || b.mark.order - a.mark.order)[0]!;
}

function formOf(sample: readonly Shape[], em: number): LegendEntry['form'] {
  if (sample.some(shape => shape.shape === 'line' && !shape.mark.closed)) return 'line';
  if (sample.some(shape => heightOf(shape) < 0.22 * em && widthOf(shape) > 0.9 * em)) return 'line';
  const round = sample.some(shape => shape.shape === 'dot' && shape.form !== 'square');
  return round ? 'dot' : 'swatch';
}
