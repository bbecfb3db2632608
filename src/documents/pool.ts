import type { Opened, Raster } from '../domain/region.ts';
import type { Failure, SourceKind } from '../domain/source.ts';
import type { RasterOptions } from './backend.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits.ts';
import type { Attempt, Request } from './messages.ts';
import { openPatiently } from './open.ts';
import { Worker } from './worker.ts';

export interface DocumentFile {
  readonly path: string;
  readonly kind: SourceKind;
  /** Where given, a file that has other bytes by the end of reading is reported as `changed`. */
  readonly sha256?: string;
}

interface PoolOptions {
  readonly workers?: number;
  readonly limits?: Partial<DocumentLimits>;
  /** What to try on a file that is protected, by its path. */
  readonly passwords?: (path: string) => readonly string[];
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (attempt: Attempt) => void;
}

/**
 * Opens untrusted documents in child processes with limits on time, memory and pages. What goes wrong with a file
 * is a typed failure in the answer, never an exception. The answer doesn't depend on the number of workers.
 */
export class DocumentPool implements AsyncDisposable {
  readonly #limits: DocumentLimits;
  readonly #size: number;
  readonly #passwords: (path: string) => readonly string[];
  readonly #workers: Worker[] = [];
  readonly #busy = new Set<Worker>();
  readonly #queue: Waiting[] = [];
  #closed = false;

  constructor({ workers = 2, limits = {}, passwords = () => [] }: PoolOptions = {}) {
    this.#size = Math.max(1, workers);
    this.#limits = { ...DOCUMENT_LIMITS, ...limits };
    this.#passwords = passwords;
  }

  open({ path, kind, sha256 }: DocumentFile): Promise<Opened> {
    const { pages: maxPages, pageMs: pageTimeoutMs } = this.#limits;
    return openPatiently(kind, ({ pages, oneByOne }) =>
      this.#ask({
        type: 'open',
        path,
        kind,
        ...(sha256 === undefined ? {} : { sha256 }),
        options: {
          maxPages,
          pageTimeoutMs,
          ...(pages && { pages }),
          ...(oneByOne && { oneByOne }),
          passwords: this.#passwords(path),
        },
      }),
    );
  }

  /** Pixels of a page, or of a box on it; `no_raster` where the format has none. */
  async raster(
    { path, kind }: DocumentFile,
    page: number,
    options: Omit<RasterOptions, 'passwords'> = {},
  ): Promise<Raster | Failure> {
    const maxPixels = Math.min(options.maxPixels ?? Number.POSITIVE_INFINITY, this.#limits.rasterPixels);
    const { end } = await this.#ask({
      type: 'raster',
      path,
      kind,
      page,
      options: { ...options, maxPixels, passwords: this.#passwords(path) },
    });
    if (end.type === 'raster') return end.raster;
    if (end.type === 'opened') return { code: 'damaged', message: 'The reader answered with no picture.' };
    return end.failure;
  }

  /** Ends the children; what was under way or waiting is answered with `interrupted`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    for (const { resolve } of this.#queue.splice(0)) resolve(INTERRUPTED);
    for (const worker of this.#workers.splice(0)) worker.kill();
  }

  #ask(request: Request): Promise<Attempt> {
    return new Promise(resolve => {
      this.#queue.push({ request, resolve });
      this.#assign();
    });
  }

  #assign(): void {
    while (this.#queue.length > 0) {
      const next = this.#queue[0] as Waiting;
      if (this.#closed) {
        this.#queue.shift();
        next.resolve(INTERRUPTED);
        continue;
      }
      const worker = this.#idleWorker(next.request.path);
      if (!worker) return;
      this.#queue.shift();
      void this.#give(worker, next);
    }
  }

  async #give(worker: Worker, { request, resolve }: Waiting): Promise<void> {
    this.#busy.add(worker);
    const attempt = await worker.run(request);
    this.#busy.delete(worker);
    if (!worker.alive || worker.taken >= this.#limits.documentsPerChild) this.#dismiss(worker);
    resolve(this.#closed && attempt.end.type === 'died' ? INTERRUPTED : attempt);
    this.#assign();
  }

  /** One that has just had the same file, else any idle one, else a new one where there is room. */
  #idleWorker(path: string): Worker | undefined {
    for (const worker of this.#workers.filter(w => !w.alive && !this.#busy.has(w))) this.#dismiss(worker);
    const idle = this.#workers.filter(worker => !this.#busy.has(worker));
    const chosen = idle.find(worker => worker.lastPath === path) ?? idle[0];
    if (chosen || this.#workers.length >= this.#size) return chosen;
    const worker = new Worker(this.#limits);
    this.#workers.push(worker);
    return worker;
  }

  #dismiss(worker: Worker): void {
    worker.kill();
    const at = this.#workers.indexOf(worker);
    if (at >= 0) this.#workers.splice(at, 1);
  }
}

const INTERRUPTED: Attempt = {
  head: null,
  pages: [],
  end: {
    type: 'failed',
    failure: { code: 'interrupted', message: 'The run ended before the file was read.' },
  },
};
