import type { TextRegion } from '../../domain/region.ts';
import { oneLine, paragraphsOf } from '../drawing/text.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { child, descend, elements } from '../package/xml.ts';
import { placeholderOf } from './placeholder.ts';

/** A slide's speaker notes, a region a paragraph. They lie below the slide, so that their box is its bottom edge. */
export async function readNotes(pack: OfficePackage, slide: string): Promise<readonly TextRegion[]> {
  const notes = await pack.relatedByType(slide, 'notesSlide');
  const root = notes ? await pack.xml(notes.target) : null;
  const bodies = elements(descend(root, 'cSld', 'spTree')).filter(
    shape => placeholderOf(shape)?.type === 'body',
  );
  return bodies
    .flatMap(shape => paragraphsOf(child(shape, 'txBody')))
    .map(paragraph => oneLine(paragraph.text))
    .filter(text => text !== '')
    .map(text => ({ kind: 'text', role: 'note', box: BELOW, text, lines: [{ at: 0, box: BELOW }] }));
}

const BELOW = [0, 1, 1, 0] as const;
