import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dossier } from '../helpers/dossier.ts';
import { smallFolder } from '../helpers/small-folder.ts';

test('a second run over unchanged sources reads nothing and writes the same report', async () => {
  const { folder, asked } = await smallFolder();
  const run = (question: string, out: string) =>
    dossier(['run', question, 'sources', '--out', out, '--store', 'store', '--json'], { cwd: folder });
  const first = JSON.parse((await run(asked, 'first')).stdout);
  const second = JSON.parse((await run(asked, 'second')).stdout);
  const other = JSON.parse((await run('What is the share of renewable electricity?', 'other')).stdout);
  expect(first.pagesRead).toBeGreaterThan(0);
  expect(second.pagesRead).toBe(0);
  expect(other.pagesRead, 'another question over the same sources').toBe(0);
  for (const file of ['report.md', 'deck.pptx', 'findings.json']) {
    const [a, b] = await Promise.all(['first', 'second'].map(out => readFile(join(folder, out, file))));
    expect(a?.equals(b as Buffer), file).toBe(true);
  }
  await rm(folder, { recursive: true, force: true });
});
