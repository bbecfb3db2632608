import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { StoreBusyError } from '../errors.ts';
import { asStoreError } from './errors.ts';

export interface LockOptions {
  /** Wait for the other process to finish instead of failing at once. */
  readonly wait?: boolean;
  /** Longest wait in milliseconds; no end where it isn't given. */
  readonly waitMs?: number;
}

export const LOCK_FILE = 'lock.db';

export interface Lock {
  release(): void;
}

/**
 * Holds the folder for one writer. The lock is the operating system's, on `lock.db`: it ends with the process,
 * however that dies. `writer.pid` only lets the message name who holds it.
 * @throws StoreBusyError where another process, or another store of this one, holds it
 */
export async function takeLock(location: string, { wait = false, waitMs }: LockOptions = {}): Promise<Lock> {
  const path = join(location, LOCK_FILE);
  const pidPath = join(location, 'writer.pid');
  const deadline = wait ? Date.now() + (waitMs ?? Number.POSITIVE_INFINITY) : 0;
  for (;;) {
    const db = tryLock(path);
    if (db) return held(db, pidPath);
    if (Date.now() >= deadline) throw busy(location, pidPath);
    await sleep(Math.min(POLL_MS, Math.max(1, deadline - Date.now())));
  }
}

const POLL_MS = 100;

function tryLock(path: string): InstanceType<typeof Database> | null {
  let db: InstanceType<typeof Database> | undefined;
  try {
    db = new Database(path);
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db?.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null;
    throw asStoreError(path, error);
  }
}

function held(db: InstanceType<typeof Database>, pidPath: string): Lock {
  try {
    writeFileSync(pidPath, `${process.pid}\n`);
  } catch {
    // Only a name in a message; a disk this full is told by the first change.
  }
  return {
    release() {
      if (!db.open) return;
      rmSync(pidPath, { force: true });
      // Closing alone would keep the lock until statements are garbage-collected.
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

function busy(location: string, pidPath: string): StoreBusyError {
  const holder = readHolder(pidPath);
  const who = holder === '' ? 'another run' : `another run (process ${holder})`;
  return new StoreBusyError(`The store ${location} is held by ${who}.`, {
    hint: 'Wait for it with --wait, or name another store with --store.',
  });
}

function readHolder(pidPath: string): string {
  try {
    return readFileSync(pidPath, 'utf8').trim();
  } catch {
    return '';
  }
}
