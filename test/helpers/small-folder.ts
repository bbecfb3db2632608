import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GroundTruth } from '../../fixtures/make/ground-truth.ts';
import { ROOT } from './dossier.ts';

/** A few of the committed fixtures: enough for every step of a run, few enough to run a dozen times. */
const FILES = ['results-presentation-2024.pptx', 'sustainability-report-2024.pdf', 'revenue-by-region.csv'];

/** A working folder with `sources/`, and the question to ask of it. */
export async function smallFolder(
  files: readonly string[] = FILES,
): Promise<{ folder: string; asked: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-small-'));
  await mkdir(join(folder, 'sources'));
  for (const file of files)
    await cp(join(ROOT, 'fixtures/data/sources', file), join(folder, 'sources', file));
  const truth: GroundTruth = JSON.parse(
    await readFile(join(ROOT, 'fixtures/data/ground-truth.json'), 'utf8'),
  );
  return { folder, asked: truth.asked };
}
