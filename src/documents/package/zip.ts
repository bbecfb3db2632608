import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { FailureError } from '../backend.ts';
import { repairZip } from './repair-zip.ts';

export const ZIP_LIMITS = {
  entries: 10_000,
  /** Bytes of one entry, inflated. */
  entryBytes: 200 * 1024 * 1024,
  /** Bytes of all entries, inflated. */
  totalBytes: 1024 * 1024 * 1024,
  /** Inflated to packed; small entries may exceed it. */
  ratio: 200,
  ratioFromBytes: 4 * 1024 * 1024,
} as const;

/**
 * A zip archive's entries, read one by one into memory and never to disk. Opening it throws `FailureError`:
 * `damaged`, `unsafe` (bombs, overlapping entries, paths that leave the archive), `encrypted`.
 */
export class Zip implements Disposable {
  readonly #file: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** Set where the archive's directory was broken and had to be rebuilt: parts may be missing. */
  readonly repaired: boolean;

  private constructor(file: ZipFile, entries: readonly Entry[], repaired: boolean) {
    this.#file = file;
    this.repaired = repaired;
    this.#entries = new Map(entries.map(entry => [key(entry.fileName), entry]));
  }

  /** @param from a path, or the bytes of an archive inside another one */
  static async open(from: string | Buffer): Promise<Zip> {
    const { file, repaired } = await openArchive(from);
    try {
      const entries = await listEntries(file).catch(refuse);
      checkEntries(entries);
      return new Zip(file, entries, repaired);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Names of all entries, in the archive's order. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map(entry => entry.fileName);
  }

  has(name: string): boolean {
    return this.#entries.has(key(name));
  }

  /** An entry's bytes; null where there is no such entry. Names differ in case now and then, and mean the same. */
  async read(name: string): Promise<Buffer | null> {
    const entry = this.#entries.get(key(name));
    if (!entry) return null;
    const stream = await this.#file.openReadStreamPromise(entry).catch(refuse);
    return readAll(stream, entry.fileName);
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }
}

function key(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}

async function openArchive(from: string | Buffer): Promise<{ file: ZipFile; repaired: boolean }> {
  const options = { autoClose: false };
  try {
    const file = await (typeof from === 'string'
      ? openPromise(from, options)
      : fromBufferPromise(from, options));
    return { file, repaired: false };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EACCES') throw error;
    const mended = repairZip(typeof from === 'string' ? await readFile(from) : from, ZIP_LIMITS.entryBytes);
    if (!mended) refuse(error);
    return { file: await fromBufferPromise(mended, options).catch(refuse), repaired: true };
  }
}

async function listEntries(file: ZipFile): Promise<Entry[]> {
  if (file.entryCount > ZIP_LIMITS.entries) {
    throw unsafe(`it has ${file.entryCount} entries, and ${ZIP_LIMITS.entries} are the limit`);
  }
  const entries: Entry[] = [];
  for await (const entry of file.eachEntry()) entries.push(entry);
  return entries;
}

/** Everything the central directory can tell before a byte is inflated. */
function checkEntries(entries: readonly Entry[]): void {
  let total = 0;
  for (const entry of entries) {
    if (entry.isEncrypted())
      throw new FailureError('encrypted', 'The archive is encrypted; its password is needed.');
    const { uncompressedSize: size, compressedSize: packed } = entry;
    total += size;
    if (size > ZIP_LIMITS.entryBytes) throw unsafe(`its entry ${entry.fileName} would be ${size} bytes`);
    if (size > ZIP_LIMITS.ratioFromBytes && size > packed * ZIP_LIMITS.ratio) {
      throw unsafe(`its entry ${entry.fileName} is packed ${Math.round(size / Math.max(packed, 1))} to 1`);
    }
  }
  if (total > ZIP_LIMITS.totalBytes) throw unsafe(`its entries would be ${total} bytes`);
  checkOverlap(entries);
}

const LOCAL_HEADER_BYTES = 30;

function checkOverlap(entries: readonly Entry[]): void {
  const inFile = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [i, entry] of inFile.entries()) {
    const next = inFile[i + 1];
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize;
    if (next && end > next.relativeOffsetOfLocalHeader) {
      throw unsafe(`its entries ${entry.fileName} and ${next.fileName} overlap`);
    }
  }
}

async function readAll(stream: Readable, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += (chunk as Buffer).length;
      if (bytes > ZIP_LIMITS.entryBytes) throw unsafe(`its entry ${name} is larger than it says`);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    refuse(error);
  }
  return Buffer.concat(chunks);
}

function unsafe(what: string): FailureError {
  return new FailureError('unsafe', `The archive was refused: ${what}.`);
}

function refuse(error: unknown): never {
  if (error instanceof FailureError) throw error;
  const { message, code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES') throw error;
  if (/relative path|absolute path|invalid characters/.test(message)) throw unsafe(message);
  throw new FailureError('damaged', `The archive can't be unpacked: ${message}`, { cause: error });
}
