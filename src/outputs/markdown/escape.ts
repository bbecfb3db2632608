import { plain } from '../plain.ts';

/**
 * Text of a document as Markdown that shows exactly that text: no emphasis, code, HTML, link, image or math comes
 * alive, and bare addresses aren't turned into links.
 */
export function escapeInline(text: string): string {
  return plain(text)
    .replace(/[\\`*[\]<>|~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/\$(?!\d)/g, '\\$')
    .replace(/\b(https?|ftp):\/\//gi, '$1:\\/\\/')
    .replace(/(?<=[\w.+-])@(?=\w)/g, '\\@')
    .replace(/\bwww\./gi, found => `${found.slice(0, 3)}\\.`);
}

/** The same at the start of a line, where `#`, `-`, `1.` and the like would begin a block. */
export function escapeLine(text: string): string {
  return escapeInline(text)
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
