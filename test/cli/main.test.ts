import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { dossier, ROOT } from '../helpers/dossier.ts';
import { QUESTION, say, smallWorld } from './respond.ts';

const cwd = smallWorld();
/** What would slow every start, or start something, if help loaded it. */
const HEAVY = [
  'pdfjs-dist',
  'libsql',
  'kysely',
  'sharp',
  'ink',
  'react',
  'zod',
  'yaml',
  'pptxgenjs',
  'vega',
  '@napi-rs/canvas',
  '@resvg/resvg-js',
];

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']], [[]]])('%j shows the commands on stdout', async argv => {
    const { exit, out, err } = await say(argv, { cwd });
    expect([exit, err]).toEqual([0, '']);
    for (const { name } of VERBS) expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  });

  test.each(VERBS.map(verb => [verb.name, verb] as const))(
    '%s --help shows its examples',
    async (name, verb) => {
      const { exit, out } = await say([name, '--help'], { cwd });
      expect(exit).toBe(0);
      for (const example of verb.examples) expect(out).toContain(example);
      expect((await say(['help', name], { cwd })).out).toBe(out);
    },
  );

  test('--version prints the version alone', async () => {
    expect((await say(['--version'], { cwd })).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('no heavy package is loaded for it, and no module of another stage', async () => {
    const loaded = await modulesLoadedBy(['--help']);
    expect(loaded.some(url => url.endsWith('/dist/cli/program.js'))).toBe(true);
    const heavy = HEAVY.filter(name => loaded.some(url => url.includes(`/node_modules/${name}/`)));
    const stages = loaded.filter(url => /\/dist\/(?!cli\/|lib\/|errors\.js)/.test(url));
    expect([heavy, stages]).toEqual([[], []]);
  });
});

describe('a slip', () => {
  test.each([
    ['a mistyped command', ['stauts'], /"stauts" is not a command/, 'Did you mean "dossier status"?'],
    [
      'a word that is no command',
      ['elephants', 'a.pdf'],
      /"elephants" is not a command/,
      'Commands: run, plan',
    ],
    ['an unknown option', ['read', 'report.md', '--fast'], /unknown option '--fast'/, 'dossier read --help'],
    ['a missing argument', ['read'], /missing required argument 'files'/, 'dossier read --help'],
    ['a missing source', ['read', 'nothing.pdf'], /nothing.pdf does not exist/, `looked up from ${cwd}`],
    [
      'an invalid value',
      ['run', 'Why so?', 'report.md', '--max-time', 'soon'],
      /--max-time is not valid/,
      'config show',
    ],
    ['an empty question', ['run', ' ', 'report.md'], /question is empty/, 'dossier run'],
    ['a question without sources', ['run', 'Why so?'], /No sources/, 'dossier run'],
    [
      'sources before the question',
      ['run', 'report.md', 'Why so?'],
      /the question comes first/,
      'dossier run "Why so?" report.md',
    ],
    ['a folder and no question', ['ask', '.'], /\. is a file or folder/, 'dossier run "How did'],
    [
      'help for what is no command',
      ['help', 'stauts'],
      /no help for "stauts"/,
      'Did you mean "dossier status"?',
    ],
    ['a store that is not there', ['status', '--store', join(cwd, 'none')], /none/, ''],
  ])('%s ends with 2, a message and a hint on stderr alone', async (_, argv, message, hint) => {
    const { exit, out, err } = await say(argv, { cwd });
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('with --json it comes in the envelope of results, on stdout alone', async () => {
    const { exit, out, err } = await say(['read', 'nothing.pdf', '--json'], { cwd });
    expect([exit, err, out.split('\n').length]).toEqual([2, '', 2]);
    expect(JSON.parse(out)).toEqual({
      schema: 'dossier.error/1',
      ok: false,
      exit: 2,
      warnings: [],
      error: { code: 'usage', message: expect.any(String), hint: expect.any(String), retryable: false },
    });
  });

  test('-v adds the stack', async () => {
    expect((await say(['read', 'nothing.pdf', '-v'], { cwd })).err).toMatch(/\n\s+at /);
  });
});

describe('the built program', () => {
  test.each([
    [['--help'], 0],
    [['stauts'], 2],
    [['read', 'report.md', '--json'], 0],
  ])('%j ends with %i', async (argv, code) => {
    expect((await dossier(argv, { cwd })).code).toBe(code);
  });

  test('ends quietly when what reads its output has gone', async () => {
    const long = `# Long\n\n${'A sentence that is printed again and again.\n\n'.repeat(20_000)}`;
    const folder = mkdtempSync(join(tmpdir(), 'dossier-pipe-'));
    writeFileSync(join(folder, 'long.md'), long);
    const { code, stderr, heard } = await hangUp(['read', 'long.md', '--json'], folder, 'stdout');
    expect(heard).toBeLessThan(long.length);
    expect([code, stderr]).toEqual([0, '']);
  });

  test.each([
    ['events', ['--ndjson'], 'stdout'],
    ['progress', ['-v'], 'stderr'],
  ] as const)('goes on with a run when what reads its %s has gone', async (_, more, stream) => {
    const folder = smallWorld();
    const { code } = await hangUp(['run', QUESTION, '.', '--format', 'md', ...more], folder, stream);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'dossier-out/report.md'), 'utf8')).toContain('# ');
  });

  test('lists a folder that it may not look into, and reads the rest', () => {
    const folder = smallWorld();
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0o000);
    chmodSync(folder, 0o755);
    // Nothing is closed to root: it becomes somebody else.
    const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const command = [join(ROOT, 'bin/dossier.js'), 'read', '.', '--json'];
    const { status, stdout, error } = spawnSync(process.execPath, command, { cwd: folder, ...somebody });
    if (error || status === 1) {
      console.warn('Skipped: somebody else may not run the program on this machine.');
      return;
    }
    const failures = JSON.parse(String(stdout)).documents.map(
      (one: { path: string; failure: { code: string } | null }) => [one.path, one.failure?.code ?? null],
    );
    expect([status, failures]).toEqual([
      3,
      [
        ['regions.csv', null],
        ['report.md', null],
        ['closed', 'unreadable'],
      ],
    ]);
  });

  test('says so where the folder it was started in is gone', () => {
    const gone = mkdtempSync(join(tmpdir(), 'dossier-gone-'));
    const script = `cd '${gone}' && rmdir '${gone}' && exec '${process.execPath}' '${join(ROOT, 'bin/dossier.js')}' status`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^dossier: The working folder no longer exists\.\n/),
    ]);
  });

  test('stops before any work where it could not write its report', async () => {
    const folder = smallWorld();
    const { code, stderr } = await dossier(['run', QUESTION, '.', '--out', 'report.md/out'], { cwd: folder });
    expect([code, existsSync(join(folder, '.dossier'))]).toEqual([7, false]);
    expect(stderr).toMatch(/a part of the path is a file/);
  });
});

async function modulesLoadedBy(argv: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-loaded-'));
  const log = join(folder, 'loaded.txt');
  const hooks = join(folder, 'hooks.mjs');
  writeFileSync(
    hooks,
    `import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  appendFileSync(${JSON.stringify(log)}, url + '\\n');
  return next(url, context);
}
`,
  );
  const preload = join(folder, 'preload.mjs');
  writeFileSync(
    preload,
    `import { register } from 'node:module'; register(${JSON.stringify(`file://${hooks}`)});\n`,
  );
  const ended = await dossier(argv, { cwd, env: { NODE_OPTIONS: `--import ${preload}` } });
  expect(ended.code, ended.stderr).toBe(0);
  return readFileSync(log, 'utf8').trim().split('\n');
}

/** Reads the first bytes of one of its streams, then closes the pipe. */
function hangUp(
  argv: readonly string[],
  folder: string,
  stream: 'stdout' | 'stderr',
): Promise<{ code: number | null; stderr: string; heard: number }> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/dossier.js'), ...argv], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = 0;
  let stderr = '';
  child[stream].once('data', chunk => {
    heard += chunk.length;
    child[stream].destroy();
  });
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  if (stream === 'stderr') child.stdout.resume();
  return new Promise(resolve => child.on('close', code => resolve({ code, stderr, heard })));
}
