import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectSources } from '../../src/sources/index.ts';

const cwd = mkdtempSync(join(tmpdir(), 'dossier-sources-'));
mkdirSync(join(cwd, 'docs', 'inner'), { recursive: true });
mkdirSync(join(cwd, 'docs', '.hidden'));
mkdirSync(join(cwd, 'docs/report/figures'), { recursive: true });
mkdirSync(join(cwd, 'docs/report/cache/pages'), { recursive: true });
mkdirSync(join(cwd, '[odd] {folder}'));
mkdirSync(join(cwd, 'none'));
for (const [path, content] of Object.entries({
  'docs/b.md': '# B',
  'docs/a.txt': 'A',
  'docs/inner/c.csv': 'x,y\n1,2',
  'docs/inner/copy.txt': 'A',
  'docs/.hidden/d.txt': 'D',
  'docs/program.js': 'let x',
  'docs/empty.pdf': '',
  'docs/report/report.md': '# Ours',
  'docs/report/notes.md': '# Mine',
  'docs/report/figures/f.svg': '<svg/>',
  'docs/report/.dossier-outputs.json': '{"report.md": "00", "figures/f.svg": "00"}',
  'docs/report/store.db': 'x',
  'docs/report/store.db-journal': '',
  'docs/report/lock.db': '',
  'docs/report/writer.pid': '',
  'docs/report/cache/pages/p.png': '\x89PNG\r\n\x1a\n',
  '[odd] {folder}/e.txt': 'E',
  'none/program.js': 'let x',
})) {
  writeFileSync(join(cwd, path), content);
}
symlinkSync(join(cwd, 'docs'), join(cwd, 'docs', 'inner', 'loop'));

describe('collecting sources', () => {
  test.each([
    [
      'a folder, in order of path, each content once, loops and hidden folders left out',
      ['docs'],
      ['docs/a.txt', 'docs/b.md', 'docs/inner/c.csv', 'docs/report/notes.md'],
    ],
    ['files in the order named', ['docs/b.md', 'docs/a.txt'], ['docs/b.md', 'docs/a.txt']],
    ['a pattern', ['docs/**/*.{csv,md}'], ['docs/b.md', 'docs/inner/c.csv', 'docs/report/notes.md']],
    ['a pattern above the working folder', ['docs/../docs/?.md'], ['docs/b.md']],
    ['an absolute pattern', [join(cwd, 'docs/*/c.*')], ['docs/inner/c.csv']],
    ['a pattern inside one folder', ['docs/?.*'], ['docs/a.txt', 'docs/b.md']],
    ['a file named twice is one source', ['docs/a.txt', './docs/a.txt'], ['docs/a.txt']],
  ])('%s', async (_, inputs, paths) => {
    const { sources } = await collectSources(inputs, cwd);
    expect(sources.map(source => source.path)).toEqual(paths);
  });

  test('what was written into the folder is no source, though what lies beside it is', async () => {
    const { sources, rejected } = await collectSources(['docs/report'], cwd);
    expect([...sources, ...rejected].map(source => source.path)).toEqual(['docs/report/notes.md']);
  });

  test('a pattern means the same in a folder whose name looks like one', async () => {
    const { sources } = await collectSources(['*.txt'], join(cwd, '[odd] {folder}'));
    expect(sources.map(source => source.path)).toEqual(['e.txt']);
  });

  test('other paths of the same bytes are told beside it', async () => {
    const { sources, copies } = await collectSources(['docs'], cwd);
    expect([...copies]).toEqual([[sources[0]?.id, ['docs/inner/copy.txt']]]);
  });

  test('a source is known by its content', async () => {
    const { sources } = await collectSources(['docs/a.txt'], cwd);
    expect(sources[0]).toMatchObject({ id: 's-559aead08264', bytes: 1, kind: 'text' });
    expect(sources[0]?.sha256).toHaveLength(64);
  });

  test('what a folder holds of another trade goes unremarked, what is broken is told', async () => {
    const { rejected } = await collectSources(['docs'], cwd);
    expect(rejected.map(({ path, failure }) => [path, failure.code])).toEqual([['docs/empty.pdf', 'empty']]);
  });

  test('a file that was named is told of in any case', async () => {
    const { rejected } = await collectSources(['docs/program.js'], cwd);
    expect(rejected[0]?.failure.code).toBe('unsupported');
  });

  test.each([
    ['a path that does not exist', 'nowhere.pdf', /does not exist/],
    ['a pattern that matches nothing', 'docs/*.docx', /No file matches/],
    ['a folder without a document', 'none', /^none holds no document/],
  ])('%s is wrong usage', async (_, input, message) => {
    await expect(collectSources([input], cwd)).rejects.toThrow(message);
  });

  test('pages of a file are no source yet, and the hint says so', async () => {
    const hint = "Pages can't be chosen yet: name docs/a.txt alone, and all of it is read.";
    await expect(collectSources(['docs/a.txt#12-40'], cwd)).rejects.toMatchObject({ hint });
  });
});
