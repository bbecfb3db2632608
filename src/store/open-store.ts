import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Store } from '../domain/store.ts';
import { UsageError } from '../errors.ts';
import { connect, type Sql } from './connection.ts';
import { asStoreError, corruptStore } from './errors.ts';
import { LOCK_FILE, type LockOptions, takeLock } from './lock.ts';
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
    if (!existsSync(path)) await createStore(path);
    const db = await connected(path, {}, async sql => {
      await storeVersion(sql, path);
      const [problem] = await verifyFile(sql);
      if (problem) throw corruptStore(path, problem);
      await migrate(sql, path);
    });
    return new SqliteStore(folder, { db, lock, clock });
  } catch (error) {
    lock.release();
    throw asStoreError(path, error);
  }
}

/** Made beside its place and moved there when it is whole: an empty file in its place is then always damage. */
async function createStore(path: string): Promise<void> {
  const draft = path.replace(/\.db$/, '.new.db');
  // A journal without its store would be played into the new one.
  for (const left of [draft, `${draft}-journal`, `${path}-journal`]) rmSync(left, { force: true });
  const db = await connected(draft, {}, sql => migrate(sql, draft));
  await db.destroy();
  rmSync(`${draft}-journal`, { force: true });
  moveFile(draft, path);
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
  if (statSync(path, { throwIfNoEntry: false })?.size === 0) throw corruptStore(path, 'it is empty');
  const db = connect(path, options);
  try {
    await check(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** SQLite opens what it may not write for reading, and its exclusive lock is none then; so rights are asked first. */
function makeFolder(folder: string): void {
  let path = folder;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    for (const file of [LOCK_FILE, FILE]) {
      path = join(folder, file);
      if (existsSync(path)) accessSync(path, constants.W_OK);
    }
  } catch (error) {
    throw asStoreError(path, error);
  }
}

function moveFile(from: string, to: string): void {
  renameSync(from, to);
  if (process.platform === 'win32') return; // A folder can't be synced there.
  const folder = openSync(dirname(to), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
