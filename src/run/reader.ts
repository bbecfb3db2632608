import { resolve } from 'node:path';
import type { DocumentPool } from '../documents/pool.ts';
import type { Failure, Source } from '../domain/source.ts';
import type { Store, StoredDocument } from '../domain/store.ts';
import { READER_VERSION, readDocument } from '../perception/index.ts';
import { hashFile } from '../sources/index.ts';
import type { Eyes } from './eyes.ts';

/** A source's readings, or why there are none; `reused` when the store had them already. */
export type SourceReading =
  | { readonly ok: true; readonly document: StoredDocument; readonly reused: boolean }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Reads sources, or takes their readings from the store where the same bytes were read before. Sources named
 * to `ahead` are opened while others are weighed; what comes back doesn't depend on it.
 */
export class SourceReader {
  readonly #opening = new Map<string, Promise<SourceReading>>();
  readonly #store: Store;
  readonly #pool: DocumentPool;
  readonly #eyes: Eyes;
  readonly #cwd: string;

  constructor({
    store,
    pool,
    eyes,
    cwd,
  }: { readonly store: Store; readonly pool: DocumentPool; readonly eyes: Eyes; readonly cwd: string }) {
    this.#store = store;
    this.#pool = pool;
    this.#eyes = eyes;
    this.#cwd = cwd;
  }

  ahead(sources: readonly Source[]): void {
    for (const source of sources) {
      if (this.#opening.has(source.id)) continue;
      const opening = this.#open(source);
      opening.catch(() => undefined);
      this.#opening.set(source.id, opening);
    }
  }

  async read(source: Source): Promise<SourceReading> {
    this.ahead([source]);
    const reading = await (this.#opening.get(source.id) as Promise<SourceReading>);
    this.#opening.delete(source.id);
    if (reading.ok && !reading.reused) await this.#store.putDocument(reading.document);
    return reading;
  }

  async #open(source: Source): Promise<SourceReading> {
    const stored = await this.#store.getDocument(source.sha256, READER_VERSION);
    if (stored) return { ok: true, document: stored, reused: true };
    const path = resolve(this.#cwd, source.path);
    const file = { path, kind: source.kind, sha256: source.sha256 };
    const opened = await this.#pool.open(file);
    if (!opened.ok) return opened;
    const looked = await this.#eyes.look(file, opened.document.pages);
    if ((await hashFile(path)) !== source.sha256) return { ok: false, failure: CHANGED_WHILE_READ };
    const { kind, title, pageCount, warnings } = opened.document;
    const read = readDocument(source.sha256, looked);
    const document = {
      sha256: source.sha256,
      reader: READER_VERSION,
      title,
      kind,
      pageCount,
      pages: read,
      warnings,
    };
    return { ok: true, document, reused: false };
  }
}

const CHANGED_WHILE_READ: Failure = {
  code: 'changed',
  message: 'The file changed while it was being read; run again to read it as it is now.',
};
