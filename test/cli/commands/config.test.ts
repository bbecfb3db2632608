import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { say, smallWorld } from '../respond.ts';

const cwd = smallWorld();
const inner = join(cwd, 'inner');
mkdirSync(inner);
writeFileSync(join(cwd, 'dossier.yaml'), 'out: ./from-file\nworkers: 3\n');

describe('dossier config show', () => {
  test('shows every setting in force', async () => {
    const { exit, out } = await say(['config', 'show'], { cwd });
    expect(exit).toBe(0);
    expect(out).toMatch(/^out: .*\/from-file$/m);
    expect(out).toMatch(/^maxPages: none$/m);
  });

  test('--origin says where each comes from: flag, environment, a file above, or default', async () => {
    const { out } = await say(['config', 'show', '--origin', '--store', 's'], {
      cwd: inner,
      env: { DOSSIER_MAX_TIME: '10m' },
    });
    expect(out).toMatch(/^store: .*\/s {2}\(flag: command line\)$/m);
    expect(out).toMatch(/^maxTime: 600s {2}\(environment\)$/m);
    expect(out).toMatch(/^workers: 3 {2}\(file: .*dossier\.yaml\)$/m);
    expect(out).toMatch(/^lang: en {2}\(default\)$/m);
  });

  test('--json gives settings and origins', async () => {
    const { out } = await say(['config', 'show', '--json'], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      schema: 'dossier.config/1',
      settings: { workers: 3, maxCost: null },
      origins: { workers: { origin: 'file' } },
    });
  });

  test('a setting that is not known is named with its file: 2', async () => {
    const folder = smallWorld();
    writeFileSync(join(folder, 'dossier.yaml'), 'colour: red\n');
    const { exit, err } = await say(['config', 'show'], { cwd: folder });
    expect(exit).toBe(2);
    expect(err).toMatch(/dossier\.yaml has a setting that Dossier doesn't know: "colour"/);
  });

  test('show may be left out', async () => {
    expect((await say(['config'], { cwd })).out).toBe((await say(['config', 'show'], { cwd })).out);
  });

  test('another word than show is a slip', async () => {
    expect(await say(['config', 'hide'], { cwd })).toMatchObject({ exit: 2 });
  });
});
