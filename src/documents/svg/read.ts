import { readFile } from 'node:fs/promises';
import { FailureError } from '../backend.ts';
import { decodeText } from '../decode-text.ts';
import { parseSvg, type SvgNode } from './parse.ts';

const MOST_BYTES = 32 * 1024 * 1024;

/** @throws FailureError `too_large`, `damaged` or `unsafe` */
export async function readSvg(path: string): Promise<{ readonly text: string; readonly root: SvgNode }> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) throw new FailureError('too_large', 'The drawing has more than 32 MB.');
  const text = decodeText(bytes, namedEncoding(bytes));
  return { text, root: parseSvg(text) };
}

function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\W*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1];
}
