import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { connect } from '../../src/store/connection.ts';
import { openStore } from '../../src/store/index.ts';
import { backupPath, migrate, storeVersion } from '../../src/store/migrate.ts';
import { MIGRATIONS, type Migration } from '../../src/store/migrations/index.ts';
import { adding, finding } from '../contracts/store-samples.ts';
import { freshFolder } from './children.ts';

const addNote: Migration = async db => {
  await sql`ALTER TABLE runs ADD COLUMN note TEXT`.execute(db);
};
const failHalfWay: Migration = async db => {
  await sql`CREATE TABLE half_done (a)`.execute(db);
  await sql`SELECT * FROM nowhere`.execute(db);
};

test('a store from before goes through what is new, and a copy of it stays', async () => {
  await using folder = await freshFolder();
  const path = await filled(folder.path);
  const from = MIGRATIONS.length;
  const db = connect(path);
  await migrate(db, path, [...MIGRATIONS, addNote]);
  expect(await storeVersion(db, path, [...MIGRATIONS, addNote])).toBe(from + 1);
  expect((await sql`SELECT note FROM runs`.execute(db)).rows).toEqual([{ note: null }]);
  await db.destroy();

  const copy = new Database(backupPath(path, from));
  expect(copy.prepare('SELECT id FROM runs').all()).toEqual([{ id: 'r1' }]);
  expect(copy.pragma('user_version')).toEqual([{ user_version: from }]);
  copy.close();
  await expect(openStore(folder.path)).rejects.toMatchObject({ code: 'store_newer' });
});

test('a migration that fails leaves the store as it was, and can be run again', async () => {
  await using folder = await freshFolder();
  const path = await filled(folder.path);
  const db = connect(path);
  await expect(migrate(db, path, [...MIGRATIONS, failHalfWay])).rejects.toThrow('nowhere');
  await migrate(db, path, [...MIGRATIONS, addNote]);
  expect((await sql`SELECT name FROM sqlite_master WHERE name = 'half_done'`.execute(db)).rows).toEqual([]);
  await db.destroy();
});

test('a new store and one of the newest version need no copy', async () => {
  await using folder = await freshFolder();
  const path = await filled(folder.path);
  await (await openStore(folder.path))[Symbol.asyncDispose]();
  for (let version = 0; version <= MIGRATIONS.length; version++) {
    expect(existsSync(backupPath(path, version))).toBe(false);
  }
});

async function filled(folder: string): Promise<string> {
  await using store = await openStore(folder);
  await store.append('r1', adding(finding('f-1', 'Sales rose.')));
  return join(folder, 'store.db');
}
