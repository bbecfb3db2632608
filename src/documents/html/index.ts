import { readFile } from 'node:fs/promises';
import type { Backend } from '../backend.ts';
import { decodeText } from '../decode-text.ts';
import { openFlow } from '../flow.ts';
import { readBlocks } from './blocks.ts';
import { mainContent, titleOf } from './content.ts';
import { parseHtml } from './tree.ts';

/** Web pages as saved: their main content without navigation, scripts and what is hidden. */
export const backend: Backend = {
  async open(path, options) {
    const bytes = await readFile(path);
    const document = parseHtml(decodeText(bytes, namedEncoding(bytes)));
    const blocks = readBlocks(mainContent(document));
    return openFlow({ kind: 'html', title: titleOf(document), blocks }, options);
  },
};

function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  return (
    /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding=["']([\w-]+)/.exec(head)?.[1]
  );
}
