import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dossier, NO_NETWORK, ROOT, start } from '../helpers/dossier.ts';
import { smallFolder } from '../helpers/small-folder.ts';

test('the main job never reaches for a network, in any of its processes', async () => {
  const { folder, asked } = await smallFolder();
  const log = join(folder, 'network.log');
  const ended = await dossier(['run', asked, 'sources', '--out', 'out', '--store', 'store', '--offline'], {
    cwd: folder,
    env: { NODE_OPTIONS: `--import ${NO_NETWORK}`, NO_NETWORK_LOG: log },
  });
  expect([0, 3], ended.stderr).toContain(ended.code);
  expect(existsSync(log) ? await readFile(log, 'utf8') : '').toBe('');
  expect(await readFile(join(folder, 'out/report.md'), 'utf8')).toContain('[^');
  await rm(folder, { recursive: true, force: true });
});

test('the main job works in a network namespace that has no network', async () => {
  const wrap = ['unshare', '-n'];
  const allowed = await start(['true'], { cwd: ROOT, wrap }).then(
    ({ code }) => code === 0,
    () => false,
  );
  if (!allowed) {
    console.warn('Skipped: this machine does not let a test make a network namespace.');
    return;
  }
  const { folder, asked } = await smallFolder();
  const ended = await dossier(['run', asked, 'sources', '--out', 'out', '--store', 'store'], {
    cwd: folder,
    wrap,
  });
  expect([0, 3], ended.stderr).toContain(ended.code);
  await rm(folder, { recursive: true, force: true });
});
