import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { freshFolder, startChild } from './children.ts';

test('whatever was acknowledged is there after kill -9, and the chain holds', async () => {
  await using folder = await freshFolder();
  let acknowledged: string[] = [];
  for (const lifeMs of [5, 40, 90, 150, 210]) {
    await using child = startChild('append', folder.path);
    await child.told(1);
    await sleep(lifeMs);
    await child.kill();
    acknowledged = [...acknowledged, ...child.lines];

    await using store = await openStore(folder.path);
    const changes = (await store.changes('r1')).map(change => `change ${change.seq} ${change.id}`);
    expect(changes).toEqual(expect.arrayContaining(acknowledged.filter(line => line.startsWith('change'))));
    for (const line of acknowledged.filter(line => line.startsWith('document'))) {
      expect((await store.getDocument(line.split(' ')[1] ?? '', '1'))?.pages).toHaveLength(200);
    }
    expect(await store.findings('r1')).toHaveLength(changes.length);
    expect(await store.verify()).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThan(20);
});

test('a full disk is told as such, and keeps what was stored', async () => {
  await using folder = await freshFolder();
  await using child = startChild('append', folder.path, 400);
  await child.told(Number.POSITIVE_INFINITY);
  expect(child.lines.at(-1)).toMatch(/^failed store_full 7 The store .*store\.db could not grow/);
  await using store = await openStore(folder.path);
  const changes = (await store.changes('r1')).map(change => `change ${change.seq} ${change.id}`);
  expect(changes).toEqual(child.lines.filter(line => line.startsWith('change')));
  expect(await store.verify()).toEqual([]);
});

test('a reader undoes what a killed writer left half done', async () => {
  await using folder = await freshFolder();
  await using crashed = await freshFolder();
  const path = join(folder.path, 'store.db');
  await (await openStore(folder.path))[Symbol.asyncDispose]();
  const db = new Database(path);
  db.exec('PRAGMA cache_size = 1; BEGIN');
  const insert = db.prepare('INSERT INTO runs VALUES (?, ?, 1, 1, 1)');
  for (let i = 0; i < 500; i++) insert.run(`r${i}`, 'Half done. '.repeat(20));
  for (const file of ['store.db', 'store.db-journal']) {
    copyFileSync(join(folder.path, file), join(crashed.path, file));
  }
  db.exec('ROLLBACK');
  db.close();

  await using store = await openStore(crashed.path, { readonly: true });
  expect(await store.runs()).toEqual([]);
  expect(await store.verify()).toEqual([]);
});
