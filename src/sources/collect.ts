import { type FileHandle, open, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Failure, RejectedSource, Source, SourceKind } from '../domain/source.ts';
import { UsageError } from '../errors.ts';
import { expandInput, type FoundPath } from './expand.ts';
import { hashFile } from './hash-file.ts';
import { recognise } from './recognise.ts';

interface Collected {
  /** In the order named, folders in order of path; the same bytes under two paths are one source. */
  readonly sources: readonly Source[];
  /** Further paths at which a source's bytes lie, by its id. */
  readonly copies: ReadonlyMap<string, readonly string[]>;
  readonly rejected: readonly RejectedSource[];
}

const LARGEST_BYTES = 200 * 1024 * 1024;
/** Enough of each end of a file to tell what it is: a zip lists its entries at the end. */
const END_BYTES = 256 * 1024;

/**
 * Files, folders and globs as sources. What was named or found but can't be one is rejected with a reason.
 * @throws UsageError when a path that was named doesn't exist, or nothing that was named holds a document
 */
export async function collectSources(inputs: readonly string[], cwd: string): Promise<Collected> {
  const sources = new Map<string, Source>();
  const copies = new Map<string, string[]>();
  const rejected: RejectedSource[] = [];
  for (const { path, named } of await expandInputs(inputs, cwd)) {
    const found = await examine(path, cwd);
    if ('failure' in found) {
      if (named || !UNREMARKABLE.has(found.failure.code)) rejected.push(found);
    } else if (!sources.has(found.sha256)) sources.set(found.sha256, found);
    else copies.set(found.id, [...(copies.get(found.id) ?? []), found.path]);
  }
  if (inputs.length > 0 && sources.size === 0 && rejected.length === 0) throw nothingIn(inputs);
  return { sources: [...sources.values()], copies, rejected };
}

/** Each path once, as it was first met. */
async function expandInputs(inputs: readonly string[], cwd: string): Promise<Iterable<FoundPath>> {
  const found = new Map<string, FoundPath>();
  for (const input of inputs) {
    for (const each of await expandInput(input, cwd)) if (!found.has(each.path)) found.set(each.path, each);
  }
  return found.values();
}

function nothingIn(inputs: readonly string[]): UsageError {
  const where = inputs.length === 1 ? inputs[0] : `None of ${inputs.join(', ')}`;
  return new UsageError(`${where} holds ${inputs.length === 1 ? 'no' : 'a'} document that Dossier reads.`, {
    hint: 'It reads PDF, PowerPoint, Word, Excel, HTML, Markdown, CSV, plain text and images.',
  });
}

/** In a folder, a file of another trade is no news; one that is damaged or too large is. */
const UNREMARKABLE: ReadonlySet<string> = new Set(['unsupported']);

async function examine(path: string, cwd: string): Promise<Source | RejectedSource> {
  const shown = citedPath(path, cwd);
  try {
    const { size, isFile, isFolder } = await regular(path);
    if (isFolder) return { path: shown, failure: CLOSED_FOLDER };
    if (!isFile)
      return {
        path: shown,
        failure: { code: 'not_a_file', message: 'This is a pipe, a device or a socket, not a file.' },
      };
    if (size > LARGEST_BYTES) return { path: shown, failure: tooLarge(size) };
    const kind = await recogniseFile(path, size);
    if (typeof kind !== 'string') return { path: shown, failure: kind };
    const sha256 = await hashFile(path);
    return { id: `s-${sha256.slice(0, 12)}`, path: shown, sha256, bytes: size, kind };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      path: shown,
      failure: { code: 'unreadable', message: `The system refuses to open it (${code ?? message}).` },
    };
  }
}

/** Only a folder that may not be looked into comes here. */
const CLOSED_FOLDER: Failure = {
  code: 'unreadable',
  message: 'The system refuses to list what lies in this folder.',
};

async function regular(
  path: string,
): Promise<{ readonly size: number; readonly isFile: boolean; readonly isFolder: boolean }> {
  const status = await stat(path);
  return { size: status.size, isFile: status.isFile(), isFolder: status.isDirectory() };
}

async function recogniseFile(path: string, size: number): Promise<SourceKind | Failure> {
  await using file = await open(path);
  const head = await readAt(file, 0, Math.min(END_BYTES, size));
  const tail =
    size > END_BYTES
      ? await readAt(file, Math.max(END_BYTES, size - END_BYTES), END_BYTES)
      : new Uint8Array();
  return recognise(Buffer.concat([head, tail]), path);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Relative where the file lies inside the working folder, so that a report reads the same on every machine. */
function citedPath(path: string, cwd: string): string {
  const inside = relative(resolve(cwd), path);
  const outside = inside === '' || inside.startsWith('..') || isAbsolute(inside);
  return (outside ? path : inside).split(sep).join('/').normalize('NFC');
}

function tooLarge(size: number): Failure {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  return {
    code: 'too_large',
    message: `The file has ${megabytes(size)}; at most ${megabytes(LARGEST_BYTES)} are read.`,
  };
}
