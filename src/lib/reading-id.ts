import type { Reading } from '../domain/reading.ts';
import { contentId } from './hash.ts';

/** A reading's content without its id, or with one that is to be checked. */
type Unnamed = Reading extends infer R ? (R extends Reading ? Omit<R, 'id'> : never) : never;

/** The id that a reading's content makes: place in the reading order and headings above are not part of it. */
export function readingId(sha256: string, reading: Unnamed): string {
  const { id: _, order: _order, section: _section, ...content } = reading as Reading;
  return contentId('r', { sha256, ...content });
}
