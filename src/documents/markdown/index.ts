import type { Backend } from '../backend.ts';
import { readText } from '../decode-text.ts';
import { openFlow } from '../flow.ts';
import { readMarkdown } from './blocks.ts';

/** Markdown with tables, as GitHub writes it. */
export const backend: Backend = {
  open: async (path, options) =>
    openFlow({ kind: 'markdown', ...readMarkdown(await readText(path)) }, options),
};
