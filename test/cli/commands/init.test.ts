import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '../../../src/config/settings.ts';
import { say, smallWorld } from '../respond.ts';

describe('dossier init', () => {
  test('writes a brief that runs as it is', async () => {
    const cwd = smallWorld();
    const said = await say(['init'], { cwd });
    expect(said).toEqual({
      exit: 0,
      out: 'Wrote brief.yaml. Fill it in, then: dossier run brief.yaml\n',
      err: '',
    });
    const run = await say(['run', 'brief.yaml', '--format', 'md', '-q'], { cwd });
    expect([0, 3], run.out).toContain(run.exit);
    expect(run.out).toContain('$1,250 million');
  });

  test('whose settings are known, and valid once they count', async () => {
    const cwd = smallWorld();
    await say(['init', 'other brief.yml'], { cwd });
    const path = join(cwd, 'other brief.yml');
    const settings = [...readFileSync(path, 'utf8').matchAll(/^# (\w+):.* {2,}?# |^# (\w+): .* # /gm)];
    const named = settings.map(match => match[1] ?? match[2] ?? '');
    expect(Object.keys(SETTINGS).filter(name => !named.includes(name))).toEqual(['reasoner', 'vlm', 'wait']);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^# (?=[a-z][A-Za-z]+: )/gm, ''));
    const shown = await say(['plan', 'other brief.yml', '--json'], { cwd });
    expect(shown.exit, shown.out).toBe(0);
  });

  test.each([
    ['a brief that is there', ['init', 'there.yaml'], 2, /there\.yaml exists already/],
    ['another kind of file', ['init', 'brief'], 2, /brief is none/],
    ['a folder that is not there', ['init', 'none/brief.yaml'], 7, /can't be written \(ENOENT\)/],
  ])('leaves %s alone', async (_, argv, exit, message) => {
    const cwd = smallWorld();
    writeFileSync(join(cwd, 'there.yaml'), 'mine');
    const said = await say(argv, { cwd });
    expect([said.exit, said.err]).toEqual([exit, expect.stringMatching(message)]);
    expect(readFileSync(join(cwd, 'there.yaml'), 'utf8')).toBe('mine');
  });
});
