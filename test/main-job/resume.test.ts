import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../../fixtures/make/random.ts';
import { UsageError } from '../../src/errors.ts';
import { foldChanges } from '../../src/lib/state.ts';
import { openStore } from '../../src/store/index.ts';
import { dossier, type Ended } from '../helpers/dossier.ts';
import { smallFolder } from '../helpers/small-folder.ts';

const MOMENTS = 10;
const OUTPUTS = ['report.md', 'deck.pptx', 'findings.json', 'coverage.json'];
const PATIENCE_MS = 240_000;

interface Log {
  readonly steps: readonly string[];
  /** Pages of the sources that were read. */
  readonly pages: number;
  readonly faults: readonly string[];
}

let folder: string;
let asked: string;
let undisturbed: { readonly ended: Ended; readonly files: readonly Buffer[]; readonly log: Log };

beforeAll(async () => {
  ({ folder, asked } = await smallFolder());
  const ended = await run('whole');
  undisturbed = { ended, files: await outputs('whole'), log: await logOf('whole') };
}, PATIENCE_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('an undisturbed run takes no step twice and leaves a log that proves itself', () => {
  expect(twice(undisturbed.log.steps)).toEqual([]);
  expect(undisturbed.log.faults).toEqual([]);
});

test(
  `killed at any of ${MOMENTS} moments, the same command ends with the same bytes and repeats no step`,
  async () => {
    const random = new Random(20240229);
    const moments = Array.from({ length: MOMENTS }, () => Math.round(random.next() * undisturbed.ended.ms));
    const pending = [...moments.entries()];
    const lane = async () => {
      for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
        await killAndResume(`killed-${next[0]}`, next[1]);
      }
    };
    await Promise.all([lane(), lane()]);
  },
  PATIENCE_MS,
);

async function killAndResume(name: string, afterMs: number): Promise<void> {
  await run(name, afterMs);
  const before = await logOf(name);
  const resumed = await run(name);
  const context = `killed after ${afterMs} ms, with ${before.steps.length} steps done`;
  expect(resumed.code, `${context}: ${resumed.stderr}`).toBe(undisturbed.ended.code);
  const after = await logOf(name);
  expect(after.steps.slice(0, before.steps.length), context).toEqual(before.steps);
  expect(twice(after.steps), context).toEqual([]);
  expect(after.faults, context).toEqual([]);
  expect(JSON.parse(resumed.stdout).pagesRead, context).toBeLessThanOrEqual(after.pages - before.pages);
  for (const [i, bytes] of (await outputs(name)).entries()) {
    expect(bytes.equals(undisturbed.files[i] as Buffer), `${OUTPUTS[i]}, ${context}`).toBe(true);
  }
}

function run(name: string, killAfterMs?: number): Promise<Ended> {
  const args = ['run', asked, 'sources', '--out', `out-${name}`, '--store', `store-${name}`, '--json'];
  return dossier(args, { cwd: folder, ...(killAfterMs === undefined ? {} : { killAfterMs }) });
}

function outputs(name: string): Promise<Buffer[]> {
  return Promise.all(OUTPUTS.map(file => readFile(join(folder, `out-${name}`, file))));
}

/** What the store holds; nothing where the run was killed before there was one. */
async function logOf(name: string): Promise<Log> {
  const store = await openStore(join(folder, `store-${name}`), { readonly: true }).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
  if (store === null) return { steps: [], pages: 0, faults: [] };
  await using _closed = store;
  const [latest] = await store.runs();
  const changes = latest === undefined ? [] : await store.changes(latest.id);
  const { sources } = foldChanges(changes);
  return {
    steps: changes.map(change => JSON.stringify(change.step)),
    pages: Object.values(sources).reduce((sum, source) => sum + source.pageCount, 0),
    faults: await store.verify(),
  };
}

/** Settling what was found is repeated by design, after every few pages. */
function twice(steps: readonly string[]): string[] {
  const taken = steps.filter(step => !step.includes('"reconcile"'));
  return taken.filter((step, i) => taken.indexOf(step) !== i);
}
