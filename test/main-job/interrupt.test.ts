import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dossier, ROOT } from '../helpers/dossier.ts';
import { smallFolder } from '../helpers/small-folder.ts';

/** What a service manager allows at least before it kills. */
const LONGEST_MS = 5_000;

test.each([
  ['SIGINT', 130, 'while sources are read', /"type":"opening"/],
  ['SIGTERM', 143, 'while sources are read', /"type":"opening"/],
  ['SIGTERM', 143, 'while outputs are drawn', /"type":"stopped"/],
] as const)(
  '%s ends a run with %i %s, and the same command takes it up',
  async (signal, code, _, moment) => {
    const { folder, asked } = await smallFolder();
    const argv = ['run', asked, 'sources', '--out', 'out', '--store', 'store', '--ndjson'];
    const stopped = await signalAt(moment, signal, argv, folder);
    expect(stopped).toMatchObject({ code, stderr: '' });
    expect(stopped.ms).toBeLessThan(LONGEST_MS);
    expect(JSON.parse(stopped.last)).toMatchObject({
      type: 'result',
      exit: code,
      stop: 'interrupted',
      files: [],
    });
    expect(existsSync(join(folder, 'out'))).toBe(false);
    const resumed = await dossier(argv, { cwd: folder });
    expect([0, 3], resumed.stderr).toContain(resumed.code);
    expect(JSON.parse(readFileSync(join(folder, 'out/run.json'), 'utf8'))).toMatchObject({
      resumed: true,
      stop: 'done',
    });
    await rm(folder, { recursive: true, force: true });
  },
  120_000,
);

/** Runs the built command line and signals it once its output shows `moment`; `ms` count from then. */
function signalAt(moment: RegExp, signal: NodeJS.Signals, argv: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [join(ROOT, 'bin/dossier.js'), ...argv], { cwd });
  const said = { stdout: '', stderr: '' };
  let signalledAt = 0;
  child.stdout.on('data', chunk => {
    said.stdout += chunk;
    if (signalledAt > 0 || !moment.test(said.stdout)) return;
    signalledAt = performance.now();
    child.kill(signal);
  });
  child.stderr.on('data', chunk => {
    said.stderr += chunk;
  });
  return new Promise<{ code: number | null; ms: number; last: string; stderr: string }>(resolve => {
    child.on('close', code => {
      const last = said.stdout.trimEnd().split('\n').at(-1) ?? '';
      resolve({ code, ms: performance.now() - signalledAt, last, stderr: said.stderr });
    });
  });
}
