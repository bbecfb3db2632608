import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** `<prefix>-` and the first `digits` hex digits of the hash of `content` as canonical JSON. */
export function contentId(prefix: string, content: unknown, digits = 12): string {
  return `${prefix}-${sha256(canonicalJson(content)).slice(0, digits)}`;
}
