import { attr, childrenOf, type Xml } from '../package/xml.ts';

/** Footnotes and endnotes by `kind id`, as the elements that hold their paragraphs. */
export type Notes = ReadonlyMap<string, Xml>;

export function readNotes(footnotes: Xml | null, endnotes: Xml | null): Notes {
  return new Map([...notesOf(footnotes, 'footnote'), ...notesOf(endnotes, 'endnote')]);
}

/** Separators between text and notes are kept among them, and are none. */
function notesOf(root: Xml | null, kind: string): readonly (readonly [string, Xml])[] {
  return childrenOf(root, kind)
    .filter(note => (attr(note, 'w:type') ?? 'normal') === 'normal')
    .map(note => [`${kind} ${attr(note, 'w:id')}`, note]);
}
