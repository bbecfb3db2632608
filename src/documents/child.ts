import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Failure } from '../domain/source.ts';
import { type Backend, FailureError } from './backend.ts';
import { BACKENDS } from './backends.ts';
import type { Answer, Request } from './messages.ts';

/** The program of a sandboxed child: it answers requests from its parent, and ends with it. */
process.on('message', (request: Request) => void answer(request));
process.on('disconnect', () => process.exit(0));
process.on('unhandledRejection', error => process.stderr.write(`unhandled: ${String(error)}\n`));

async function answer(request: Request): Promise<void> {
  try {
    const backend = await BACKENDS[request.kind]();
    send(request.type === 'open' ? await open(backend, request) : await raster(backend, request));
  } catch (error) {
    send({ type: 'failed', failure: failureOf(error, request.kind) });
  }
}

async function open(backend: Backend, request: Extract<Request, { type: 'open' }>): Promise<Answer> {
  let streamed = 0;
  const opened = await backend.open(request.path, {
    ...request.options,
    onStart: head => send({ type: 'start', head }),
    onPage: page => {
      streamed++;
      send({ type: 'page', page });
    },
  });
  if (request.sha256 !== undefined && (await fileHash(request.path)) !== request.sha256) {
    throw new FailureError(
      'changed',
      'The file changed while it was read; run again to read it as it is now.',
    );
  }
  if (!opened.ok) return { type: 'failed', failure: opened.failure };
  const { pages, ...document } = opened.document;
  for (const page of pages.slice(streamed)) send({ type: 'page', page });
  return { type: 'opened', document };
}

async function raster(backend: Backend, request: Extract<Request, { type: 'raster' }>): Promise<Answer> {
  if (!backend.raster) {
    throw new FailureError('no_raster', `Pages of ${request.kind} files can't be rendered as pictures.`);
  }
  return { type: 'raster', raster: await backend.raster(request.path, request.page, request.options) };
}

function send(message: Answer): void {
  process.send?.(message);
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const OUT_OF_MEMORY = /allocation failed|out of memory|Invalid (string|array|typed array) length/i;
const UNREADABLE = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO', 'EMFILE']);

function failureOf(error: unknown, kind: string): Failure {
  if (error instanceof FailureError) return error.failure;
  const { message, code = '' } = error as NodeJS.ErrnoException;
  if (OUT_OF_MEMORY.test(message)) {
    return { code: 'memory', message: 'Reading the file needed more memory than one document may have.' };
  }
  if (UNREADABLE.has(code)) return { code: 'unreadable', message: `The file can't be opened (${code}).` };
  return { code: 'damaged', message: `The file could not be read as ${kind}: ${firstLine(message)}` };
}

function firstLine(message: unknown): string {
  return String(message).split('\n', 1)[0]?.slice(0, 200) ?? '';
}
