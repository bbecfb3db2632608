import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RejectedSource, Source, SourceKind } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import { READER_VERSION } from './versions.ts';

/** What a run over these sources would take. */
export interface Estimate {
  readonly sources: number;
  readonly pages: number;
  /** Pages whose readings the store holds already. */
  readonly pagesKnown: number;
  readonly ms: number;
  /** No model and no network are used: always 0 and none. */
  readonly tokens: 0;
  readonly cost: 0;
  readonly hosts: readonly string[];
  readonly rejected: readonly RejectedSource[];
}

/** Measured on two cores of a server of 2021: opening a document, reading a page, and writing report and deck. */
const MS = { document: 350, page: 45, writing: 6000 };
/** Where a format doesn't say how many pages it holds without being opened. */
const BYTES_PER_PAGE: Readonly<Record<SourceKind, number>> = {
  pdf: 40e3,
  pptx: 120e3,
  docx: Infinity,
  xlsx: 60e3,
  html: Infinity,
  markdown: Infinity,
  text: Infinity,
  csv: Infinity,
  svg: Infinity,
  image: Infinity,
};

/** Counts pages without opening documents: from the store where they were read before, else from what the bytes let see. */
export async function estimateRun(
  {
    sources,
    rejected,
  }: { readonly sources: readonly Source[]; readonly rejected: readonly RejectedSource[] },
  { store, cwd }: { readonly store: Store | null; readonly cwd: string },
): Promise<Estimate> {
  let pages = 0;
  let pagesKnown = 0;
  let unread = 0;
  for (const source of sources) {
    const stored = await store?.getDocument(source.sha256, READER_VERSION);
    const count = stored ? stored.pageCount : await guessPages(source, cwd);
    pages += count;
    if (stored) pagesKnown += count;
    else unread += 1;
  }
  const ms = (unread * MS.document + (pages - pagesKnown) * MS.page) / 2 + MS.writing;
  return {
    sources: sources.length,
    pages,
    pagesKnown,
    ms: Math.round(ms),
    tokens: 0,
    cost: 0,
    hosts: [],
    rejected,
  };
}

async function guessPages(source: Source, cwd: string): Promise<number> {
  const bySize = Math.max(1, Math.round(source.bytes / BYTES_PER_PAGE[source.kind]));
  if (source.kind !== 'pdf') return bySize;
  const text = (await readFile(resolve(cwd, source.path))).toString('latin1');
  const declared = [...text.matchAll(/\/N (\d+)\/T|\/Count (\d+)/g)].map(match =>
    Number(match[1] ?? match[2]),
  );
  return Math.max(0, ...declared) || text.match(/\/Type\s*\/Page\b/g)?.length || bySize;
}
