import { expect, test } from 'vitest';
import { say, smallWorld } from '../respond.ts';

test('dossier doctor tries each part once', async () => {
  const { exit, out } = await say(['doctor', '--json'], { cwd: smallWorld() });
  const { schema, checks } = JSON.parse(out);
  expect(schema).toBe('dossier.doctor/1');
  expect(exit).toBe(checks.every((check: { ok: boolean }) => check.ok) ? 0 : 1);
  expect(checks.map((check: { name: string }) => check.name)).toEqual(
    expect.arrayContaining(['Node.js', 'state store', 'reading PDF', 'rendering pages']),
  );
});
