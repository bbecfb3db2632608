/**
 * The bytes of a PDF that encrypts its attachments alone (crypt filter `Identity` for streams and strings, PDF 2.0,
 * 7.6.6) with its encryption dictionary unhooked, so that a reader which asks for a password all the same can open
 * the pages, which were never encrypted. Null for any other PDF.
 */
export function withoutAttachmentEncryption(data: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const text = latin1(data);
  const plain = /\/StmF\s*\/Identity\b/.test(text) && /\/StrF\s*\/Identity\b/.test(text);
  return plain ? unhooked(data) : null;
}

/** The bytes of a PDF with its encryption dictionary unhooked and nothing moved; null where it names none. */
export function unhooked(data: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const hooks = [...latin1(data).matchAll(/\/Encrypt(?=\s*(?:<<|\d+\s+\d+\s+R))/g)];
  if (hooks.length === 0) return null;
  const bytes = Uint8Array.from(data);
  for (const { index } of hooks) bytes[index + 1] = X;
  return bytes;
}

const X = 'X'.charCodeAt(0);

function latin1(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
}
