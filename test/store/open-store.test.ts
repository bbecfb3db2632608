import { chmodSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { StoreError, UsageError } from '../../src/errors.ts';
import { openStore } from '../../src/store/index.ts';
import { adding, documentOf, finding, text } from '../contracts/store-samples.ts';
import { freshFolder } from './children.ts';

describe('a store that can not be used is refused and left as it is', () => {
  const cases: readonly { says: string; code: string; found: string; spoil: (path: string) => void }[] = [
    {
      says: 'no database at all',
      code: 'store_corrupt',
      found: 'not a database',
      spoil: path => writeFileSync(path, 'Dear diary. '.repeat(1000)),
    },
    {
      says: 'an empty file',
      code: 'store_corrupt',
      found: 'it is empty',
      spoil: path => truncateSync(path, 0),
    },
    {
      says: 'half a file',
      code: 'store_corrupt',
      found: 'damaged',
      spoil: path => truncateSync(path, 30_000),
    },
    {
      says: 'a page of noise',
      code: 'store_corrupt',
      found: 'damaged',
      spoil: path => overwrite(path, 3 * 4096, 4096),
    },
    {
      says: 'a broken header',
      code: 'store_corrupt',
      found: 'damaged',
      spoil: path => overwrite(path, 0, 100),
    },
    {
      says: 'the database of another program',
      code: 'store_corrupt',
      found: 'no store of this program',
      spoil: path => alter(path, 'PRAGMA application_id = 7'),
    },
    {
      says: 'a store of a newer version',
      code: 'store_newer',
      found: 'version 99',
      spoil: path => alter(path, 'PRAGMA user_version = 99'),
    },
  ];
  test.each(cases)('$says', async ({ code, found, spoil }) => {
    await using folder = await freshFolder();
    await fill(folder.path);
    const path = join(folder.path, 'store.db');
    spoil(path);
    const before = readFileSync(path);
    const error = await openStore(folder.path).catch(error => error);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code, exit: 7, hint: expect.stringMatching(/./) });
    expect(error.message).toContain(found);
    expect(error.message).toContain(path);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('places', () => {
  test('a folder is made where there is none', async () => {
    await using folder = await freshFolder();
    const location = join(folder.path, 'deep', 'with # and % and ?');
    await using store = await openStore(location);
    expect(store.location).toBe(location);
    expect(readdirSync(location)).toContain('store.db');
  });
  test('a file in place of the folder is refused', async () => {
    await using folder = await freshFolder();
    writeFileSync(join(folder.path, 'file'), '');
    for (const location of ['file', 'file/deeper']) {
      await expect(openStore(join(folder.path, location))).rejects.toMatchObject({
        code: 'store_unwritable',
      });
    }
  });
  test('a folder in place of the file is refused', async () => {
    await using folder = await freshFolder();
    mkdirSync(join(folder.path, 'store.db'));
    await expect(openStore(folder.path)).rejects.toMatchObject({ code: 'store_unwritable', exit: 7 });
  });
  // Nothing is forbidden to root.
  test.skipIf(process.getuid?.() === 0).each(['', 'store.db', 'lock.db'])(
    'what may not be written is refused before anything else: %s',
    async file => {
      await using folder = await freshFolder();
      await fill(folder.path);
      const path = join(folder.path, file);
      chmodSync(path, 0o555);
      try {
        await expect(openStore(folder.path)).rejects.toMatchObject({ code: 'store_unwritable', exit: 7 });
        await using reader = await openStore(folder.path, { readonly: true });
        expect(await reader.verify()).toEqual([]);
      } finally {
        chmodSync(path, 0o755);
      }
    },
  );
  test('looking into a store that is not there makes none', async () => {
    await using folder = await freshFolder();
    await expect(openStore(folder.path, { readonly: true })).rejects.toThrow(UsageError);
    expect(readdirSync(folder.path)).toEqual([]);
  });
  test('a journal that outlived its store is not played into a new one', async () => {
    await using folder = await freshFolder();
    writeFileSync(join(folder.path, 'store.db-journal'), 'old');
    writeFileSync(join(folder.path, 'store.new.db'), 'half made');
    await fill(folder.path);
    await using store = await openStore(folder.path);
    expect(await store.verify()).toEqual([]);
  });
});

describe('the log is only appended to', () => {
  test.each([
    ['altering', "UPDATE changes SET diff = '{}'"],
    ['deleting', 'DELETE FROM changes'],
    ['leaving a gap', "INSERT INTO changes VALUES ('r1', 3, 'x', '{}', '{}', 1)"],
    ['a fork', "INSERT INTO changes VALUES ('r1', 1, 'x', '{}', '{}', 1)"],
    ['replacing', "INSERT OR REPLACE INTO changes VALUES ('r1', 1, 'x', '{}', '{}', 1)"],
  ])('the database itself refuses %s', async (_, statement) => {
    await using folder = await freshFolder();
    await fill(folder.path);
    expect(() => alter(join(folder.path, 'store.db'), statement)).toThrow(/the log/);
    await using store = await openStore(folder.path);
    expect(await store.verify()).toEqual([]);
  });
});

async function fill(folder: string): Promise<void> {
  await using store = await openStore(folder);
  await store.append('r1', adding(finding('f-1', 'Sales rose.')));
  await store.putDocument(documentOf('a', [[text('Net sales rose. '.repeat(2000)), text('Costs fell.')]]));
}

function alter(path: string, statement: string): void {
  const db = new Database(path);
  try {
    db.exec(statement);
  } finally {
    db.close();
  }
}

function overwrite(path: string, at: number, length: number): void {
  const bytes = readFileSync(path);
  for (let i = at; i < at + length; i++) bytes[i] = (i * 2_654_435_761) >>> 24;
  writeFileSync(path, bytes);
}
