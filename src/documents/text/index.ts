import type { Backend } from '../backend.ts';
import { readText } from '../decode-text.ts';
import { type Block, openFlow } from '../flow.ts';

/** Plain text: paragraphs between blank lines, pages between form feeds. */
export const backend: Backend = {
  open: async (path, options) =>
    openFlow({ kind: 'text', title: '', blocks: blocksOf(await readText(path)) }, options),
};

export function blocksOf(text: string): readonly Block[] {
  return text.split('\f').flatMap((page, i) => {
    const paragraphs = page
      .split(/\r?\n[^\S\n]*(?:\r?\n)+/)
      .map(paragraph => paragraph.replace(/\s+/g, ' ').trim())
      .filter(paragraph => paragraph !== '')
      .map(paragraph => ({ kind: 'text', role: 'paragraph', text: paragraph }) as const);
    return i === 0 ? paragraphs : [{ kind: 'break' } as const, ...paragraphs];
  });
}
