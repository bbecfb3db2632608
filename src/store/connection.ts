import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import Database from 'libsql';
import { asStoreError } from './errors.ts';
import type { Schema } from './schema.ts';

export type Sql = Kysely<Schema>;

/** Milliseconds that a commit waits for a reader, or a reader for a commit. */
const PATIENCE_MS = 10_000;

/**
 * Opens the SQLite file, which is made where there is none.
 * Rollback journal, not WAL: the SQLite inside libsql 0.5 has the WAL-reset fault. FULL syncs the journal's
 * truncation too, so a resolved commit is on disk.
 * @throws StoreError
 */
export function connect(path: string, { readonly = false } = {}): Sql {
  const guard = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw asStoreError(path, error);
    }
  };
  const db = guard(() => openFile(path, readonly));
  const database = {
    close: () => void db.close(),
    prepare(text: string): SqliteStatement {
      // A full disk ends a transaction by itself; rolling back again would hide the reason.
      const wanted = text === 'rollback' && !db.inTransaction ? 'select 1' : text;
      const statement = guard(() => db.prepare(wanted));
      return {
        reader: statement.reader,
        all: parameters => guard(() => statement.all([...parameters])),
        run: parameters => guard(() => statement.run([...parameters])),
        iterate: parameters => statement.iterate([...parameters]),
      };
    },
  };
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: async () => database }) });
}

function openFile(path: string, readonly: boolean): InstanceType<typeof Database> {
  const db = new Database(path);
  try {
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
    db.pragma('foreign_keys = ON');
    // Not `mode=ro`: what a killed writer left half done has to be rolled back by whoever opens next.
    if (readonly) db.pragma('query_only = ON');
    else {
      db.pragma('journal_mode = TRUNCATE');
      db.pragma('synchronous = FULL');
    }
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
