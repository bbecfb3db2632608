import { readFile } from 'node:fs/promises';

/** A text file's characters: UTF-8 or UTF-16 by its mark, UTF-8 where it is valid, else Windows-1252. */
export async function readText(path: string): Promise<string> {
  return decodeText(await readFile(path));
}

export function decodeText(bytes: Uint8Array, named?: string): string {
  const marked = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeNamed(bytes, named);
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: mostly Latin text, so that every other byte is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 512);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const half = sample.length / 2;
  if (sample.length < 4) return undefined;
  if ((zeros[1] ?? 0) > half * 0.8 && zeros[0] === 0) return 'utf-16le';
  if ((zeros[0] ?? 0) > half * 0.8 && zeros[1] === 0) return 'utf-16be';
  return undefined;
}

function decodeNamed(bytes: Uint8Array, named: string | undefined): string {
  const usable = named === undefined || /^utf-?8$/i.test(named) ? 'windows-1252' : named;
  try {
    return new TextDecoder(usable).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
