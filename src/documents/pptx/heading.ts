import { type Paragraph, paragraphsOf } from '../drawing/text.ts';
import { isMeasure } from '../header-rows.ts';
import { child, elements, type Xml } from '../package/xml.ts';
import { placeholderOf } from './placeholder.ts';
import { extentOf } from './transform.ts';

const TITLES: ReadonlySet<string> = new Set(['title', 'ctrTitle']);
/** A heading starts in this upper part of the slide, and is no smaller and no longer than this. */
const HEADING = { upper: 0.25, points: 18, characters: 160 } as const;

/**
 * The text box that serves as title on a slide whose title placeholder is missing or empty: the largest words near
 * the top, larger than all other text but figures. Undefined where nothing stands out.
 * @param slideHeight EMU
 */
export function headingShape(tree: Xml | null, slideHeight: number): Xml | undefined {
  const shapes = elements(tree).filter(shape => shape.name === 'sp');
  const texts = shapes.map(shape => ({ shape, paragraphs: paragraphsOf(child(shape, 'txBody')) }));
  const written = texts.filter(({ paragraphs }) => paragraphs.length > 0);
  if (written.some(({ shape }) => TITLES.has(placeholderOf(shape)?.type ?? ''))) return undefined;
  const words = written.filter(({ paragraphs }) => !isMeasure(paragraphs[0]?.text ?? ''));
  const largest = words.toSorted((a, b) => sizeOf(b.paragraphs) - sizeOf(a.paragraphs));
  const [first, second] = largest;
  if (!first || sizeOf(first.paragraphs) <= (second ? sizeOf(second.paragraphs) : 0)) return undefined;
  return isHeading(first.shape, first.paragraphs, slideHeight) ? first.shape : undefined;
}

function isHeading(shape: Xml, paragraphs: readonly Paragraph[], slideHeight: number): boolean {
  const extent = extentOf(child(child(shape, 'spPr'), 'xfrm'));
  const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  return (
    extent !== null &&
    extent.y < slideHeight * HEADING.upper &&
    sizeOf(paragraphs) >= HEADING.points &&
    characters <= HEADING.characters &&
    paragraphs.length <= 2
  );
}

/** Sizes that are inherited are taken for the default. */
function sizeOf(paragraphs: readonly Paragraph[]): number {
  return Math.max(...paragraphs.map(paragraph => paragraph.size ?? HEADING.points));
}
