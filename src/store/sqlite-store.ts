import type { Change, LoggedChange } from '../domain/change.ts';
import type { Reading } from '../domain/reading.ts';
import type {
  RunSummary,
  SearchHit,
  SearchQuery,
  Store,
  StoredDocument,
  StoredFinding,
  StoredPage,
} from '../domain/store.ts';
import type { Sql } from './connection.ts';
import * as documents from './documents.ts';
import type { Lock } from './lock.ts';
import { Log } from './log.ts';
import { listFindings, listRuns, rebuildProjections } from './projection.ts';
import { search } from './search.ts';
import { verify } from './verify.ts';

/** The store over one SQLite file. Made by `openStore`, which holds the lock that it gives back when disposed. */
export class SqliteStore implements Store {
  readonly location: string;
  readonly #db: Sql;
  readonly #lock: Lock | null;
  readonly #log: Log;

  constructor(
    location: string,
    { db, lock, clock }: { readonly db: Sql; readonly lock: Lock | null; readonly clock: () => number },
  ) {
    this.location = location;
    this.#db = db;
    this.#lock = lock;
    this.#log = new Log(db, clock);
  }

  append(run: string, change: Change): Promise<LoggedChange> {
    return this.#log.append(run, change);
  }

  changes(run: string): Promise<readonly LoggedChange[]> {
    return this.#log.changes(run);
  }

  runs(): Promise<readonly RunSummary[]> {
    return listRuns(this.#db);
  }

  findings(run?: string): Promise<readonly StoredFinding[]> {
    return listFindings(this.#db, run);
  }

  putDocument(document: StoredDocument): Promise<void> {
    return documents.putDocument(this.#db, document);
  }

  getDocument(sha256: string, reader: string): Promise<StoredDocument | null> {
    return documents.getDocument(this.#db, sha256, reader);
  }

  hasDocument(sha256: string, reader: string): Promise<boolean> {
    return documents.hasDocument(this.#db, sha256, reader);
  }

  getPage(sha256: string, reader: string, page: number): Promise<StoredPage | null> {
    return documents.getPage(this.#db, { sha256, reader }, page);
  }

  getReading(id: string): Promise<{ readonly sha256: string; readonly reading: Reading } | null> {
    return documents.getReading(this.#db, id);
  }

  search(query: SearchQuery, reader: string): Promise<readonly SearchHit[]> {
    return search(this.#db, query, reader);
  }

  verify(): Promise<readonly string[]> {
    return verify(this.#db);
  }

  async rebuild(): Promise<void> {
    await this.#db.transaction().execute(async trx => {
      await rebuildProjections(trx);
      await documents.rebuildText(trx);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#db.destroy();
    this.#lock?.release();
  }
}
