import { describe, expect, test } from 'vitest';
import { describeError, errorEnvelope } from '../../src/cli/failure.ts';
import { BugError, ModelError, UsageError } from '../../src/errors.ts';

describe('an error', () => {
  test.each([
    ['that a user can act on', new UsageError('No.', { hint: 'Do.' }), 2, 'usage', 'dossier: No.\n  Do.'],
    ['of a model', new ModelError('None.'), 4, 'model_missing', 'dossier: None.'],
    [
      'of a system that lets too few files be open',
      Object.assign(new Error('x'), { code: 'EMFILE' }),
      1,
      'too_few_files',
      /ulimit -n/,
    ],
    [
      'of our own making',
      new BugError('odd'),
      70,
      'bug',
      /^dossier: an invariant broke: odd\n {2}This is a bug/,
    ],
    ['that nobody thought of', new TypeError('x is not y'), 70, 'bug', /report it[\s\S]*at .*failure\.test/],
    ['that is no error', 'thrown', 70, 'bug', /an unexpected error: thrown/],
  ])('%s', (_, error, exit, code, text) => {
    const described = describeError(error);
    expect([described.exit, described.code]).toEqual([exit, code]);
    if (typeof text === 'string') expect(described.text).toBe(text);
    else expect(described.text).toMatch(text);
    expect(JSON.parse(errorEnvelope(described))).toMatchObject({ ok: false, exit, error: { code } });
  });

  test('shows its stack on request alone', () => {
    expect(describeError(new UsageError('No.')).text).not.toContain('    at ');
    expect(describeError(new UsageError('No.'), true).text).toContain('    at ');
  });
});
