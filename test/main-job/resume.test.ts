import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../../fixtures/make/random.ts';
import { dossier, type Ended } from '../helpers/dossier.ts';
import { smallFolder } from '../helpers/small-folder.ts';

const MOMENTS = 10;
const OUTPUTS = ['report.md', 'deck.pptx', 'findings.json', 'coverage.json'];

let folder: string;
let asked: string;
let undisturbed: {
  readonly ended: Ended;
  readonly files: readonly Buffer[];
  readonly steps: readonly string[];
};

beforeAll(async () => {
  ({ folder, asked } = await smallFolder());
  const ended = await run('whole');
  undisturbed = { ended, files: await outputs('whole'), steps: await steps('whole') };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(`a run killed at any of ${MOMENTS} moments ends, when run again, with the same bytes and no step done twice`, async () => {
  const random = new Random(20240229);
  const times = Array.from({ length: MOMENTS }, () => Math.round(random.next() * undisturbed.ended.ms));
  const pending = [...times.entries()];
  const lane = async () => {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      await killAndResume(`killed-${next[0]}`, next[1]);
    }
  };
  await Promise.all([lane(), lane()]);
});

test('an undisturbed run takes no step twice', () => {
  expect(twice(undisturbed.steps)).toEqual([]);
});

async function killAndResume(name: string, afterMs: number): Promise<void> {
  await run(name, afterMs);
  const before = await steps(name);
  const resumed = await run(name);
  const context = `killed after ${afterMs} ms, with ${before.length} steps done`;
  expect(resumed.code, `${context}: ${resumed.stderr}`).toBe(undisturbed.ended.code);
  const after = await steps(name);
  expect(after.slice(0, before.length), context).toEqual(before);
  expect(twice(after), context).toEqual([]);
  for (const [i, bytes] of (await outputs(name)).entries()) {
    expect(bytes.equals(undisturbed.files[i] as Buffer), `${OUTPUTS[i]}, ${context}`).toBe(true);
  }
}

function run(name: string, killAfterMs?: number): Promise<Ended> {
  const places = ['--out', `out-${name}`, '--store', `store-${name}`];
  return dossier(['run', asked, 'sources', ...places, '-q'], {
    cwd: folder,
    ...(killAfterMs === undefined ? {} : { killAfterMs }),
  });
}

function outputs(name: string): Promise<Buffer[]> {
  return Promise.all(OUTPUTS.map(file => readFile(join(folder, `out-${name}`, file))));
}

/** The steps in the log, none where the run was killed before there was a store. */
async function steps(name: string): Promise<string[]> {
  const { code, stdout } = await dossier(['status', '--store', `store-${name}`, '--json'], { cwd: folder });
  return code === 0 ? JSON.parse(stdout).steps.map((step: unknown) => JSON.stringify(step)) : [];
}

/** Settling what was found is repeated by design, after every few pages. */
function twice(taken: readonly string[]): string[] {
  const reads = taken.filter(step => !step.includes('"reconcile"'));
  return reads.filter((step, i) => reads.indexOf(step) !== i);
}
