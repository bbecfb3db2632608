import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { VERBS } from '../../../src/cli/verbs.ts';
import { say, smallWorld } from '../respond.ts';

const cwd = smallWorld();

describe('dossier completion', () => {
  test.each(['bash', 'zsh', 'fish'])('%s names every command and its options', async shell => {
    const { exit, out } = await say(['completion', shell], { cwd });
    expect(exit).toBe(0);
    for (const { name } of VERBS) expect(out).toMatch(new RegExp(`\\b${name}\\b`));
    for (const option of ['max-time', 'password-file', 'no-input', 'grounded'])
      expect(out).toMatch(new RegExp(`\\b${option}\\b`));
  });

  test('for another shell is a slip that names those there are', async () => {
    const { exit, err } = await say(['completion', 'tcsh'], { cwd });
    expect([exit, err]).toEqual([2, expect.stringMatching(/"tcsh"[\s\S]*bash, zsh, fish/)]);
  });

  test.each([
    ['a command', ['fig'], ['figures']],
    ['an option', ['run', '--max-'], ['--max-time', '--max-pages', '--max-cost']],
    ['a value', ['run', '--format', ''], ['md', 'pptx', 'html']],
    ['what a command takes', ['config', ''], ['show']],
    ['no word of ours where a file is meant', ['read', 'rep'], []],
    ['no option of another command', ['status', '--max-'], []],
  ])('bash completes %s', async (_, typed, expected) => {
    const { out } = await say(['completion', 'bash'], { cwd });
    const words = ['dossier', ...typed].map(word => `'${word}'`).join(' ');
    const script = `${out}\nCOMP_WORDS=(${words}); COMP_CWORD=${typed.length}; _dossier; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const bash = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    if (bash.error) {
      console.warn('Skipped: there is no bash on this machine.');
      return;
    }
    expect([bash.stderr, bash.stdout.split('\n').filter(Boolean)]).toEqual(['', expected]);
  });
});
