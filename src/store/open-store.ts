import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Store } from '../domain/store.ts';
import { UsageError } from '../errors.ts';
import { connect, type Sql } from './connection.ts';
import { asStoreError, corruptStore } from './errors.ts';
import { type LockOptions, takeLock } from './lock.ts';
import { migrate, storeVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { SqliteStore } from './sqlite-store.ts';
import { verifyFile } from './verify.ts';

export interface OpenStoreOptions extends LockOptions {
  /** Look, don't write: needs no lock, and works beside the process that writes. */
  readonly readonly?: boolean;
  /** Milliseconds since the epoch; stamps changes. */
  readonly clock?: () => number;
}

/**
 * Opens the store in a folder; a writer makes it where there is none.
 * @throws StoreBusyError where another process writes; StoreError where it is damaged, newer than this program, or
 * can't be written; UsageError where there is none to look into
 */
export async function openStore(location: string, options: OpenStoreOptions = {}): Promise<Store> {
  const folder = resolve(location);
  return options.readonly ? openReader(folder, options) : openWriter(folder, options);
}

const FILE = 'store.db';

async function openWriter(
  folder: string,
  { clock = Date.now, ...lockOptions }: OpenStoreOptions,
): Promise<Store> {
  const path = join(folder, FILE);
  makeFolder(folder);
  const lock = await takeLock(folder, lockOptions);
  try {
    const db = await connected(path, {}, async sql => {
      await storeVersion(sql, path);
      const [problem] = await verifyFile(sql);
      if (problem) throw corruptStore(path, problem);
      await migrate(sql, path);
    });
    return new SqliteStore(folder, { db, lock, clock });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openReader(folder: string, { clock = Date.now }: OpenStoreOptions): Promise<Store> {
  const path = join(folder, FILE);
  if (!existsSync(path)) {
    throw new UsageError(`There is no store in ${folder}.`, {
      hint: 'Start a run first, or name the folder of a store with --store.',
    });
  }
  let isOld = false;
  const look = async (sql: Sql) => {
    isOld = (await storeVersion(sql, path)) < MIGRATIONS.length;
  };
  const db = await connected(path, { readonly: true }, look);
  if (!isOld) return new SqliteStore(folder, { db, lock: null, clock });

  // A writer of this version brings it up to date.
  await db.destroy();
  await (await openWriter(folder, {}))[Symbol.asyncDispose]();
  return openReader(folder, { clock });
}

async function connected(
  path: string,
  options: { readonly readonly?: boolean },
  check: (db: Sql) => Promise<void>,
): Promise<Sql> {
  const db = connect(path, options);
  try {
    await check(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw asStoreError(folder, error);
  }
}
