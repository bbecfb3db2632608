import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/cli/program.ts';
import { VERBS } from '../../src/cli/verbs.ts';
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
  ])('%j is understood', (argv, verb, args, options) => {
    const call = parse(argv);
    expect([call?.verb.name, call?.args]).toEqual([verb, args]);
    expect(call?.options).toMatchObject(options);
  });

  test.each([
    [['rnu', 'x'], /"rnu" is not a command/, /dossier run/],
    [['stauts'], /"stauts" is not a command/, /dossier status/],
    [['elephants'], /"elephants" is not a command/, /Commands: run/],
    [['run'], /missing required argument/, /dossier run --help/],
    [['run', 'q q', '--nope'], /unknown option/, /dossier run --help/],
  ])('%j is a slip and gets a hint', (argv, message, hint) => {
    const error = fails(() => parse(argv));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(message);
    expect((error as UsageError).hint).toMatch(hint);
  });

  test('help lists every command and runs none', () => {
    let shown = '';
    expect(
      parseCommandLine(
        ['--help'],
        text => {
          shown += text;
        },
        '1.2.3',
      ),
    ).toBeNull();
    for (const verb of VERBS) expect(shown).toContain(verb.summary.slice(0, 30));
  });

  test('the version is printed', () => {
    let shown = '';
    parseCommandLine(
      ['--version'],
      text => {
        shown += text;
      },
      '1.2.3',
    );
    expect(shown.trim()).toBe('1.2.3');
  });
});

function parse(argv: readonly string[]) {
  return parseCommandLine(argv, () => undefined, '0');
}

function fails(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It should have failed.');
}
