import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { StoreBusyError } from '../../src/errors.ts';
import { openStore } from '../../src/store/index.ts';
import { adding, finding } from '../contracts/store-samples.ts';
import { freshFolder, startChild } from './children.ts';

test('a second process is refused at once, and told who holds the store', async () => {
  await using folder = await freshFolder();
  await using child = startChild('hold', folder.path);
  await child.told(1);
  const started = Date.now();
  const error = await openStore(folder.path).catch(error => error);
  expect(Date.now() - started).toBeLessThan(500);
  expect(error).toBeInstanceOf(StoreBusyError);
  expect(error).toMatchObject({
    code: 'store_busy',
    exit: 75,
    message: expect.stringContaining(`${child.pid}`),
  });
});

test('waiting ends when the holder is killed, or the time is up', async () => {
  await using folder = await freshFolder();
  await using child = startChild('hold', folder.path);
  await child.told(1);
  const started = Date.now();
  await expect(openStore(folder.path, { wait: true, waitMs: 150 })).rejects.toThrow(StoreBusyError);
  expect(Date.now() - started).toBeGreaterThanOrEqual(140);

  const waiting = openStore(folder.path, { wait: true });
  await sleep(150);
  await child.kill();
  await using store = await waiting;
  expect(await store.runs()).toEqual([]);
});

test('readers look in while a writer works, and see what it has finished', async () => {
  await using folder = await freshFolder();
  await using child = startChild('append', folder.path);
  await child.told(3);
  await using store = await openStore(folder.path, { readonly: true });
  const before = (await store.changes('r1')).length;
  expect(before).toBeGreaterThan(0);
  await child.told(2 * before + 5);
  expect((await store.changes('r1')).length).toBeGreaterThan(before);
  await expect(store.append('r1', adding(finding('f-0', 'No.')))).rejects.toMatchObject({
    code: 'store_unwritable',
  });
  await child.kill();
  expect(await store.verify()).toEqual([]);
});

test('one process holds it once, and may open it again when it has let go', async () => {
  await using folder = await freshFolder();
  const first = await openStore(folder.path);
  await expect(openStore(folder.path)).rejects.toThrow(StoreBusyError);
  await first[Symbol.asyncDispose]();
  await using second = await openStore(folder.path);
  expect(await second.runs()).toEqual([]);
});
