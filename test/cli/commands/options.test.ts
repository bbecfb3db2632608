import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { QUESTION, say, smallWorld } from '../respond.ts';

const RUN = ['run', QUESTION, 'report.md', '--format', 'md'];

describe('what this installation does not have', () => {
  test.each([
    ['a reasoner at an endpoint', [...RUN, '--reasoner', 'endpoint'], 4, /endpoint is not configured/],
    [
      'a vision model at an endpoint',
      ['read', 'report.md', '--vlm', 'endpoint'],
      4,
      /endpoint is not configured/,
    ],
    [
      'a bundle that is not installed',
      ['ask', QUESTION, 'report.md', '--vlm', 'smol'],
      4,
      /"smol" is not installed/,
    ],
    ['an address as a source', ['run', QUESTION, 'https://me:key@example.org/a.pdf'], 2, /files and folders/],
    ['a store at an address', [...RUN, '--store', 'postgres://me:key@host/db'], 2, /A store is a folder/],
    [
      'an address, offline',
      ['plan', QUESTION, 'https://me:key@example.org/a.pdf', '--offline'],
      2,
      /--offline rules out the source/,
    ],
    [
      'an endpoint, offline',
      [...RUN, '--reasoner', 'endpoint', '--offline'],
      2,
      /--offline rules out --reasoner endpoint/,
    ],
    ['a language', [...RUN, '--lang', 'de'], 2, /reports are written in en, found "de"/],
    ['a template for slides', [...RUN, '--template', 'own.potx'], 2, /own\.potx is a template for slides/],
    ['a template that is not there', [...RUN, '--template', 'own.md'], 2, /own\.md can't be read \(ENOENT\)/],
  ])('%s is refused before anything is touched', async (_, argv, exit, message) => {
    const cwd = smallWorld();
    const said = await say([...argv, '--json'], { cwd });
    const { error } = JSON.parse(said.out);
    expect([said.exit, error.code]).toEqual([exit, exit === 4 ? 'model_missing' : 'usage']);
    expect(error.message).toMatch(message);
    expect(said.out).not.toMatch(/key/);
    expect(() => readFileSync(join(cwd, '.dossier', 'store.db'))).toThrow(/ENOENT/);
  });

  test('what it does have is taken by name', async () => {
    const argv = [...RUN, '--reasoner', 'grounded', '--vlm', 'lens', '--lang', 'en', '--offline', '-q'];
    expect((await say(argv, { cwd: smallWorld() })).exit).toBe(0);
  });
});

describe('a template', () => {
  const OWN = '# Note 7: {title}\n\nFor the board.\n\n## In short\n\n{answer}\n\n## From\n\n{sources}\n';

  test('is the outline of the report, again from the store, and when it is verified', async () => {
    const cwd = smallWorld();
    writeFileSync(join(cwd, 'own.md'), OWN);
    writeFileSync(join(cwd, 'dossier.yaml'), 'template: own.md\n');
    expect(await say([...RUN, '-q'], { cwd })).toMatchObject({ exit: 0 });
    const report = readFileSync(join(cwd, 'dossier-out/report.md'), 'utf8');
    expect(report.match(/^#+ .*/gm)?.map(heading => heading.slice(0, 10))).toEqual([
      '# Note 7: ',
      '## In shor',
      '## From',
    ]);
    expect(report).toMatch(/^For the board\.$/m);
    expect(await say(['report', '--out', 'again'], { cwd })).toMatchObject({ exit: 0 });
    expect(readFileSync(join(cwd, 'again/report.md'), 'utf8')).toBe(report);
    expect(await say(['verify', 'dossier-out/report.md'], { cwd })).toMatchObject({ exit: 0 });
  });

  test('with a slip is refused with its line', async () => {
    const cwd = smallWorld();
    writeFileSync(join(cwd, 'own.md'), '# {title}\n\n{anwser}\n');
    const { exit, err } = await say([...RUN, '--template', 'own.md'], { cwd });
    expect([exit, err]).toEqual([2, expect.stringMatching(/own\.md:3 asks for "\{anwser\}"/)]);
  });
});

describe('a limit on cost', () => {
  test('is said in run.json, and nothing is charged', async () => {
    const cwd = smallWorld();
    expect(await say([...RUN, '--max-cost', '2.00', '--max-pages', '9', '-q'], { cwd })).toMatchObject({
      exit: 0,
    });
    const record = JSON.parse(readFileSync(join(cwd, 'dossier-out/run.json'), 'utf8'));
    expect(record).toMatchObject({ cost: 0, limits: { maxCost: 2, maxPages: 9 } });
  });
});
