import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { StoreError } from '../errors.ts';
import type { Sql } from './connection.ts';
import { corruptStore } from './errors.ts';
import { APPLICATION_ID } from './migrations/0001-first.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

/**
 * How many migrations the store has been through.
 * @throws StoreError where it is of a newer version, or is no store of ours
 */
export async function storeVersion(db: Sql, path: string, migrations = MIGRATIONS): Promise<number> {
  const version = await pragma(db, 'user_version');
  if (version > migrations.length) {
    throw new StoreError(
      'store_newer',
      `The store ${path} is of version ${version}; this program knows versions up to ${migrations.length}.`,
      { hint: 'Use the newer program that made it, or name another store with --store.' },
    );
  }
  const isEmpty = (await pragma(db, 'schema_version')) === 0;
  if (!isEmpty && (await pragma(db, 'application_id')) !== APPLICATION_ID) {
    throw corruptStore(path, 'it is an SQLite database that is no store of this program');
  }
  return version;
}

/** Brings the store to the newest version in one transaction; a copy of what was there lies beside it. */
export async function migrate(
  db: Sql,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const version = await storeVersion(db, path, migrations);
  if (version === migrations.length) return;
  if (version > 0) await backUp(db, backupPath(path, version));
  await db.transaction().execute(async trx => {
    for (const migration of migrations.slice(version)) await migration(trx as never);
    await sql.raw(`PRAGMA user_version = ${migrations.length}`).execute(trx);
  });
}

/** Where the copy that is made before migrating from `version` lies. */
export function backupPath(path: string, version: number): string {
  return path.replace(/(\.db)?$/, `.v${version}.backup.db`);
}

async function backUp(db: Sql, to: string): Promise<void> {
  // A copy that a killed migration left may be half of one; the store itself is still whole.
  rmSync(to, { force: true });
  await sql`VACUUM INTO ${to}`.execute(db);
}

async function pragma(db: Sql, name: string): Promise<number> {
  const { rows } = await sql<Record<string, number>>`PRAGMA ${sql.raw(name)}`.execute(db);
  return rows[0]?.[name] ?? 0;
}
