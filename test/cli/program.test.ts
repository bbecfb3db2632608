import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/cli/program.ts';
import { COMMON_OPTIONS, OPTIONS, VERBS } from '../../src/cli/verbs.ts';
import { SETTINGS } from '../../src/config/settings.ts';
import { UsageError } from '../../src/errors.ts';

describe('the command line', () => {
  test.each([
    [['run', 'What is it?', 'a.pdf', '-o', 'x'], 'run', ['What is it?', 'a.pdf'], { out: 'x' }],
    [['What is it?', './docs', '--json'], 'run', ['What is it?', './docs'], { json: true }],
    [['read', 'a.pdf', 'b.pdf', '--no-input'], 'read', ['a.pdf', 'b.pdf'], { input: false }],
    [
      ['run', 'Q two', 'a', '--max-time', '10m', '--strict'],
      'run',
      ['Q two', 'a'],
      { maxTime: '10m', strict: true },
    ],
    [['-o', 'x', '--strict', 'run', 'Q two', 'a'], 'run', ['Q two', 'a'], { out: 'x', strict: true }],
    [['--max-time', '10m', 'Q two', 'a'], 'run', ['Q two', 'a'], { maxTime: '10m' }],
  ])('%j is understood', (argv, verb, args, options) => {
    const call = parse(argv);
    expect([call?.verb.name, call?.args]).toEqual([verb, args]);
    expect(call?.options).toMatchObject(options);
  });

  test.each([
    [['rnu', 'x'], /"rnu" is not a command/, /dossier run/],
    [['stauts'], /"stauts" is not a command/, /dossier status/],
    [['elephants'], /"elephants" is not a command/, /Commands: run/],
    [['brief.yaml'], /not a command/, /dossier run brief\.yaml/],
    [['./docs'], /not a command/, /dossier run "…" \.\/docs asks/],
    [['run'], /missing required argument/, /dossier run --help/],
    [['run', 'q q', '--nope'], /unknown option/, /dossier run --help/],
  ])('%j is a slip and gets a hint', (argv, message, hint) => {
    const error = fails(() => parse(argv));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(message);
    expect((error as UsageError).hint).toMatch(hint);
  });

  test('help lists every command and runs none', () => {
    const { call, shown } = show(['--help'], 100);
    expect(call).toBeNull();
    for (const verb of VERBS) expect(shown).toContain(verb.summary.slice(0, 30));
  });

  test.each([60, 100])('help fits into %i columns', columns => {
    const words = show(['run', '--help'], columns).shown.split('Examples:')[0] ?? '';
    expect(
      Math.max(
        ...words
          .split('\n')
          .slice(1)
          .map(line => line.length),
      ),
    ).toBeLessThanOrEqual(columns);
  });

  test('the contract names every command, option and setting', () => {
    const contract = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
    for (const { name } of VERBS) expect(contract, name).toMatch(new RegExp(`\`(dossier )?${name}\\b`));
    const settings = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];
    for (const name of settings) expect(contract, name).toContain(`| \`${name}\` |`);
    for (const [flags] of [...settings.map(name => OPTIONS[name]), ...Object.values(COMMON_OPTIONS)]) {
      for (const dashed of flags.match(/(?<!\w)--?[a-z-]+/g) ?? []) expect(contract, flags).toContain(dashed);
    }
  });

  test('the version is printed', () => {
    expect(show(['--version'], 80).shown.trim()).toBe('1.2.3');
  });
});

function show(argv: readonly string[], columns: number) {
  let shown = '';
  const print = (text: string) => {
    shown += text;
  };
  return { call: parseCommandLine(argv, { print, version: '1.2.3', columns }), shown };
}

function parse(argv: readonly string[]) {
  return parseCommandLine(argv, { print: () => undefined, version: '0', columns: 80 });
}

function fails(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It should have failed.');
}
