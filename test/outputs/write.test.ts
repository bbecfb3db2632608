import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BugError, OutputError } from '../../src/errors.ts';
import { refuseUnwritable, writeOutputs } from '../../src/outputs/write.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dossier-write-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const files = (entries: Record<string, string>) => new Map(Object.entries(entries));
const list = async (folder = dir) => (await readdir(folder)).filter(name => !name.startsWith('.')).sort();

describe('writing', () => {
  test('makes the folder and those below it', async () => {
    const out = join(dir, 'deep', 'out');
    const result = await writeOutputs(out, files({ 'report.md': 'a', 'figures/c-1.svg': 'b' }));
    expect(result.written).toEqual(['report.md', 'figures/c-1.svg']);
    expect(await readFile(join(out, 'figures', 'c-1.svg'), 'utf8')).toBe('b');
  });

  test('leaves alone what has not changed', async () => {
    await writeOutputs(dir, files({ 'report.md': 'a', 'deck.json': 'b' }));
    const before = await stat(join(dir, 'report.md'));
    const result = await writeOutputs(dir, files({ 'report.md': 'a', 'deck.json': 'c' }));
    expect(result).toMatchObject({ written: ['deck.json'], unchanged: ['report.md'] });
    expect((await stat(join(dir, 'report.md'))).ino).toBe(before.ino);
  });

  test('sweeps what a killed run left behind, and nothing else', async () => {
    const stale = '.dossier-tmp-00000000-0000-0000-0000-000000000000';
    await writeFile(join(dir, stale), 'half');
    await writeFile(join(dir, 'notes.txt'), 'mine');
    await writeOutputs(dir, files({ 'report.md': 'a' }));
    expect(await readdir(dir)).not.toContain(stale);
    expect(await list()).toEqual(['notes.txt', 'report.md']);
  });
});

describe('a report that somebody edited', () => {
  const write = (report: string) =>
    writeOutputs(dir, files({ 'report.md': report, 'findings.json': report }));

  test('is kept beside the new one, each time anew', async () => {
    await write('first');
    for (const [edit, next, as] of [
      ['mine', 'second', 'report.kept.md'],
      ['mine again', 'third', 'report.kept-2.md'],
    ] as const) {
      await writeFile(join(dir, 'report.md'), edit);
      await writeFile(join(dir, 'findings.json'), edit);
      expect((await write(next)).kept).toEqual([{ path: 'report.md', as }]);
      expect(await readFile(join(dir, 'report.md'), 'utf8')).toBe(next);
      expect(await readFile(join(dir, as), 'utf8')).toBe(edit);
    }
    expect(await list()).toEqual(['findings.json', 'report.kept-2.md', 'report.kept.md', 'report.md']);
    const listed = JSON.parse(await readFile(join(dir, '.dossier-outputs.json'), 'utf8'));
    expect(Object.keys(listed)).toContain('report.kept.md');
  });

  test('is not kept where nobody did, or the edit is what is written', async () => {
    await write('first');
    expect((await write('second')).kept).toEqual([]);
    await writeFile(join(dir, 'report.md'), 'third');
    expect(await write('third')).toMatchObject({ kept: [], unchanged: ['report.md'] });
  });

  test('is kept too where it was never ours, and stays no output of ours', async () => {
    await writeFile(join(dir, 'report.md'), 'a document of theirs');
    expect((await write('first')).kept).toEqual([{ path: 'report.md', as: 'report.kept.md' }]);
    const listed = JSON.parse(await readFile(join(dir, '.dossier-outputs.json'), 'utf8'));
    expect(Object.keys(listed)).toEqual(['findings.json', 'report.md']);
  });
});

describe('what is obsolete', () => {
  test.each([
    ['goes where the folder is replaced', {}, ['figures'], ['b.svg']],
    ['stays where the folder is not replaced', {}, [], ['a.svg', 'b.svg']],
    ['stays where somebody has changed it', { 'figures/a.svg': 'edited' }, ['figures'], ['a.svg', 'b.svg']],
    ['stays where we did not write it', { 'figures/x.svg': 'mine' }, ['figures'], ['b.svg', 'x.svg']],
  ])('%s', async (_, edits, replaces, left) => {
    await writeOutputs(dir, files({ 'report.md': '1', 'figures/a.svg': 'a', 'figures/b.svg': 'b' }));
    for (const [path, content] of Object.entries(edits)) await writeFile(join(dir, path), content);
    await writeOutputs(dir, files({ 'report.md': '2', 'figures/b.svg': 'b' }), { replaces });
    expect(await list(join(dir, 'figures'))).toEqual(left);
  });

  test('a manifest that somebody edited removes nothing outside', async () => {
    const precious = join(dir, 'precious');
    const out = join(dir, 'out');
    await writeFile(precious, 'a');
    await mkdir(out);
    const hash = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
    await writeFile(join(out, '.dossier-outputs.json'), JSON.stringify({ '../precious': hash }));
    await writeOutputs(out, files({ 'report.md': '1' }), { replaces: ['..', ''] });
    expect(await readFile(precious, 'utf8')).toBe('a');
  });
});

describe('what is refused', () => {
  test.each(['../x', '/etc/x', 'a/../../x', 'a//b', 'a\\b', 'a/b/c', '', 'x\u0000', `${'x'.repeat(200)}.md`])(
    'the path %j, before anything is written',
    async path => {
      await expect(writeOutputs(dir, files({ 'report.md': 'a', [path]: 'b' }))).rejects.toThrow(BugError);
      expect(await list()).toEqual([]);
    },
  );

  test('a symbolic link at the place of an output', async () => {
    await writeFile(join(dir, 'target'), 'old');
    await symlink(join(dir, 'target'), join(dir, 'report.md'));
    await expect(writeOutputs(dir, files({ 'report.md': 'new' }))).rejects.toThrow(OutputError);
    expect(await readFile(join(dir, 'target'), 'utf8')).toBe('old');
  });

  test('a symbolic link at the place of a folder', async () => {
    await mkdir(join(dir, 'elsewhere'));
    await mkdir(join(dir, 'out'));
    await symlink(join(dir, 'elsewhere'), join(dir, 'out', 'figures'));
    await expect(writeOutputs(join(dir, 'out'), files({ 'figures/a.svg': 'a' }))).rejects.toThrow(
      OutputError,
    );
    expect(await list(join(dir, 'elsewhere'))).toEqual([]);
  });

  test('a file where the folder should be, by its path and with a hint', async () => {
    await writeFile(join(dir, 'out'), 'x');
    const failure = await writeOutputs(join(dir, 'out'), files({ 'report.md': 'a' })).catch(error => error);
    expect(failure).toBeInstanceOf(OutputError);
    expect(failure).toMatchObject({ exit: 7, code: 'output_unwritable' });
    expect(failure.message).toContain(join(dir, 'out'));
    expect(failure.hint).not.toBe('');
  });
});

describe('a folder to write to', () => {
  test.each([
    ['is free', 'deep/out', null],
    ['is there', '.', null],
    ['is a file', 'file', /file stands where the folder should be/],
    ['lies under a file', 'file/out', /a part of the path is a file/],
    ['is a link to nothing', 'link', /link is a symbolic link to a folder that isn't there/],
  ])('that %s is tried without writing', async (_, path, message) => {
    await writeFile(join(dir, 'file'), 'x');
    await symlink(join(dir, 'nowhere'), join(dir, 'link'));
    const tried = refuseUnwritable(resolve(dir, path));
    if (message === null) await tried;
    else await expect(tried).rejects.toThrow(message);
    expect(await list()).toEqual(['file', 'link']);
  });
});

test('every output is listed before the first is written', async () => {
  const blocked = files({ 'report.md': 'a', 'deck.pptx': 'b' });
  await mkdir(join(dir, 'report.md'));
  await expect(writeOutputs(dir, blocked)).rejects.toThrow(OutputError);
  const listed = JSON.parse(await readFile(join(dir, '.dossier-outputs.json'), 'utf8'));
  expect(Object.keys(listed)).toEqual(['deck.pptx', 'report.md']);
});

test('a file that cannot be written whole leaves the old one and no rest', async () => {
  await writeOutputs(dir, files({ 'report.md': 'old' }));
  const script = `
    import('${new URL('../../dist/outputs/write.js', import.meta.url)}').then(({ writeOutputs }) =>
      writeOutputs(${JSON.stringify(dir)}, new Map([['report.md', 'x'.repeat(1e6)]]))
    ).catch(error => { console.log(error.name + ': ' + error.message); process.exit(7); });`;
  // A limit of 64 blocks on the size of files stands for a full disk; Node is told by EFBIG.
  const out = await new Promise<string>(done => {
    execFile('bash', ['-c', 'ulimit -f 64; exec node -e "$0"', script], (_error, stdout) => done(stdout));
  });
  expect(out).toMatch(/^OutputError: Could not write .*report\.md: the file would be larger/);
  expect(await readFile(join(dir, 'report.md'), 'utf8')).toBe('old');
  expect((await readdir(dir)).sort()).toEqual(['.dossier-outputs.json', 'report.md']);
});
