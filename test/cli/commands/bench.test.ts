import { expect, test } from 'vitest';
import { say, smallWorld } from '../respond.ts';

test('dossier bench prints JSON', async () => {
  const { exit, out, err } = await say(['bench', 'regions.csv'], { cwd: smallWorld() });
  expect([exit, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({
    schema: 'dossier.bench/1',
    startUp: { rounds: expect.any(Number) },
    reading: { byKind: { csv: { files: 1, pages: 1 } } },
  });
});
