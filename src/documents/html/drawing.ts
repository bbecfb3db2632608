import type { Marks } from '../../domain/mark.ts';
import { FailureError } from '../backend.ts';
import type { Block } from '../flow.ts';
import { isCountable, marksOf } from '../svg/marks.ts';
import type { SvgNode } from '../svg/parse.ts';

/** Points: icons and sparklines are smaller. */
const SMALLEST = { width: 120, height: 60 } as const;
/** A chart has a few words and more than a few strokes. */
const FEWEST = { texts: 3, paths: 4 } as const;

/** A drawing inside a page as a figure; nothing where it is an icon or an ornament. */
export function drawingBlocks(root: SvgNode): readonly Block[] {
  const marks = tryMarks(root);
  if (marks === null || !isTelling(marks)) return [];
  const figure = { kind: 'figure', drawing: 'vector', caption: captionOf(root) } as const;
  return [isCountable(marks) ? { ...figure, marks } : figure];
}

function tryMarks(root: SvgNode): Marks | null {
  try {
    return marksOf(root);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

function isTelling({ width, height, texts, paths }: Marks): boolean {
  const large = width >= SMALLEST.width && height >= SMALLEST.height;
  return large && texts.length >= FEWEST.texts && paths.length >= FEWEST.paths;
}

function captionOf({ attributes, children }: SvgNode): string {
  const title = children.find(child => typeof child !== 'string' && child.name === 'title');
  const words = typeof title === 'object' ? title.children.filter(child => typeof child === 'string') : [];
  return (words.join('') || (attributes['aria-label'] ?? '')).replace(/\s+/g, ' ').trim();
}
