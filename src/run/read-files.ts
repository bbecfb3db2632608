import { resolve } from 'node:path';
import { DocumentPool } from '../documents/pool.ts';
import type { Reading } from '../domain/reading.ts';
import type { Failure, Source } from '../domain/source.ts';
import { readDocument } from '../perception/index.ts';
import { collectSources } from '../sources/index.ts';
import { Eyes } from './eyes.ts';
import type { Passwords } from './passwords.ts';

/** One file as `dossier read` prints it. */
export interface FileReadings {
  readonly path: string;
  readonly sha256: string;
  readonly kind: string;
  readonly pages: number;
  readonly status: 'read' | 'partial' | 'failed';
  readonly title: string;
  /** Printed page labels that differ from the page's number. */
  readonly labels: Readonly<Record<number, string>>;
  readonly warnings: readonly string[];
  readonly failure: Failure | null;
  readonly readings: readonly (Reading & { readonly ms: number })[];
}

/** Reads files without a store, in the order given, copies behind what they are copies of; a file that can't be read is data with a reason. */
export async function* readFiles(
  inputs: readonly string[],
  options: {
    readonly cwd: string;
    readonly workers: number;
    readonly clock: () => number;
    readonly passwords?: Passwords;
  },
): AsyncGenerator<FileReadings> {
  const { sources, copies, rejected } = await collectSources(inputs, options.cwd);
  await using pool = new DocumentPool({
    workers: options.workers,
    ...(options.passwords ? { passwords: options.passwords } : {}),
  });
  await using eyes = new Eyes(pool, options.workers);
  const tools = { ...options, pool, eyes };
  const waiting = sources.slice();
  const opening: Promise<readonly FileReadings[]>[] = [];
  const fill = () => {
    while (opening.length < options.workers && waiting.length > 0) {
      const source = waiting.shift() as Source;
      const paths = [source.path, ...(copies.get(source.id) ?? [])];
      opening.push(readOne(source, tools).then(read => paths.map(path => ({ ...read, path }))));
    }
  };
  for (fill(); opening.length > 0; fill()) yield* await (opening.shift() as Promise<readonly FileReadings[]>);
  for (const { path, failure } of rejected) yield failedFile({ path, sha256: '', kind: '' }, failure);
}

interface Tools {
  readonly cwd: string;
  readonly clock: () => number;
  readonly pool: DocumentPool;
  readonly eyes: Eyes;
}

async function readOne(source: Source, { cwd, clock, pool, eyes }: Tools): Promise<FileReadings> {
  const startedAt = clock();
  const file = { ...source, path: resolve(cwd, source.path) };
  const opened = await pool.open(file);
  if (!opened.ok) return failedFile(source, opened.failure);
  const { document } = opened;
  const pages = readDocument(source.sha256, await eyes.look(file, document.pages));
  const all = pages.flatMap(page => page.readings);
  const ms = Math.round((clock() - startedAt) / Math.max(1, all.length));
  return {
    path: source.path,
    sha256: source.sha256,
    kind: source.kind,
    pages: document.pageCount,
    status: all.some(reading => reading.kind === 'failed' && reading.region === 'page') ? 'partial' : 'read',
    title: document.title,
    labels: Object.fromEntries(pages.filter(page => page.label !== '').map(page => [page.page, page.label])),
    warnings: document.warnings,
    failure: null,
    readings: all.map(reading => ({ ...reading, ms })),
  };
}

function failedFile(
  { path, sha256, kind }: Pick<Source, 'path' | 'sha256'> & { kind: string },
  failure: Failure,
): FileReadings {
  const none = { pages: 0, title: '', labels: {}, warnings: [], readings: [] };
  return { path, sha256, kind, status: 'failed', failure, ...none };
}
