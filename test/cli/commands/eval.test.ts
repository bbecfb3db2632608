import { expect, test } from 'vitest';
import { say, smallWorld } from '../respond.ts';

const cwd = smallWorld();

test('dossier eval lists a suite without its gold data as skipped', async () => {
  const { exit, out, err } = await say(['eval', '--suite', 'tables', '--floors'], { cwd });
  expect([exit, out]).toEqual([0, 'tables: skipped, needs gold data: set DOSSIER_DATA to its folder\n']);
  expect(err).toBe('tables: skipped\n');
});

test('dossier eval --json gives scores and floors', async () => {
  const { out, err } = await say(['eval', '--suite', 'fixtures', '--json'], { cwd });
  expect(err).toBe('');
  expect(JSON.parse(out)).toMatchObject({
    schema: 'dossier.eval/1',
    suites: [{ name: 'fixtures', status: 'scored', scores: { values: expect.any(Number) } }],
    floors: expect.any(Object),
    fallen: expect.any(Array),
  });
});

test.each([
  ['a suite that is not known', ['--suite', 'nonsense'], {}, /Suites: fixtures, /],
  ['a data folder that is not there', [], { DOSSIER_DATA: './nowhere' }, /DOSSIER_DATA names .*nowhere/],
])('%s is a slip', async (_, argv, env, message) => {
  const { exit, err } = await say(['eval', ...argv], { cwd, env });
  expect(exit).toBe(2);
  expect(err).toMatch(message);
});
