import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { DocumentPool } from '../../src/documents/pool.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { fileOf } from './packages.ts';

const markdown = fileOf('note.md', '# Title\n\nText.');
const large = fileOf('large.csv', `${'word,1,2,3,4,5,6,7,8,9\n'.repeat(19_000)}`);

/** Children of this process that read documents. */
function childrenNow(): readonly number[] {
  const tasks = readdirSync('/proc/self/task');
  const pids = tasks.flatMap(task =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(/\s+/),
  );
  return pids.filter(pid => pid !== '' && commandOf(pid).includes('documents/child.js')).map(Number);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const onLinux = process.platform === 'linux';

describe('documents are opened in other processes', () => {
  test('with the same result whatever the number of workers', async () => {
    const results = [];
    for (const workers of [1, 3]) {
      await using pool = new DocumentPool({ workers });
      const paths = Array.from({ length: 5 }, (_, i) => fileOf(`${i}.md`, `# Note ${i}`));
      results.push(await Promise.all(paths.map(path => pool.open({ path, kind: 'markdown' }))));
    }
    expect(results[0]).toEqual(results[1]);
    expect(results[0]?.every(opened => opened.ok)).toBe(true);
  });

  test('again and again by fresh ones', async () => {
    await using pool = new DocumentPool({ workers: 1, limits: { documentsPerChild: 1 } });
    for (let i = 0; i < 3; i++) expect((await pool.open({ path: markdown, kind: 'markdown' })).ok).toBe(true);
  });

  test('and rendered there', async () => {
    await using pool = new DocumentPool({ workers: 1 });
    const svg = fileOf('r.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>');
    expect(await pool.raster({ path: svg, kind: 'image' }, 1)).toMatchObject({ width: 40, height: 20 });
    expect(await pool.raster({ path: markdown, kind: 'markdown' }, 1)).toMatchObject({ code: 'no_raster' });
  });

  test.skipIf(!onLinux)('that end with the pool', async () => {
    const pool = new DocumentPool();
    await pool.open({ path: markdown, kind: 'markdown' });
    expect(childrenNow().length).toBeGreaterThan(0);
    const waiting = pool.open({ path: large, kind: 'csv' });
    await pool[Symbol.asyncDispose]();
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'interrupted' } });
    await pause(200);
    expect(childrenNow()).toEqual([]);
  });
});

describe('what goes wrong is a failure, not an exception', () => {
  test.each([
    ['a file that is gone', { path: '/nowhere/at/all.md', kind: 'markdown' }, 'unreadable'],
    ['a file that is not what it was said to be', { path: markdown, kind: 'pptx' }, 'damaged'],
    ['a PDF that is none', { path: markdown, kind: 'pdf' }, 'damaged'],
    ['a file that has changed', { path: markdown, kind: 'markdown', sha256: sha256('before') }, 'changed'],
  ] as const)('%s', async (_, file, code) => {
    await using pool = new DocumentPool({ workers: 1 });
    expect(await pool.open(file)).toMatchObject({ ok: false, failure: { code } });
  });

  test('a document that takes too long', async () => {
    await using pool = new DocumentPool({ workers: 1, limits: { stallMs: 1 } });
    expect(await pool.open({ path: large, kind: 'csv' })).toMatchObject({ failure: { code: 'timeout' } });
  });

  test.skipIf(!onLinux)('a document that needs too much memory', async () => {
    await using pool = new DocumentPool({ workers: 1, limits: { dataBytes: 160 * 1024 * 1024 } });
    const opened = await pool.open({ path: large, kind: 'csv' });
    expect(opened).toMatchObject({
      ok: false,
      failure: { code: expect.stringMatching(/^(memory|crashed)$/) },
    });
  });

  test.skipIf(!onLinux)('a child that is killed costs one retry', async () => {
    await using pool = new DocumentPool({ workers: 1 });
    await pool.open({ path: markdown, kind: 'markdown' });
    const opened = pool.open({ path: large, kind: 'csv' });
    for (const pid of childrenNow()) process.kill(pid, 'SIGKILL');
    expect((await opened).ok).toBe(true);
  });
});
