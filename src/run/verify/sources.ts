import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceRecord, State } from '../../domain/state.ts';
import { readDocument } from '../../perception/index.ts';
import { hashFile } from '../../sources/index.ts';
import type { Kit } from '../kit.ts';
import type { Problem } from './problem.ts';

/** Reads every cited source again from its file and holds the readings that findings cite against what comes out. */
export async function verifySources(state: State, kit: Kit): Promise<readonly Problem[]> {
  const cited = citedReadings(state);
  const sources = Object.values(state.sources).filter(source => cited.has(source.id));
  const checks = sources.map(source =>
    verifySource(source, cited.get(source.id) as ReadonlySet<string>, kit),
  );
  return (await Promise.all(checks)).flat();
}

async function verifySource(
  source: SourceRecord,
  cited: ReadonlySet<string>,
  kit: Kit,
): Promise<readonly Problem[]> {
  const problem = (rule: Problem['rule'], message: string): readonly Problem[] => [
    { where: source.path, rule, message },
  ];
  const path = resolve(kit.cwd, source.path);
  if (!existsSync(path))
    return problem(
      'source',
      `Nothing lies at ${path}; paths are meant from the folder that the run was started in.`,
    );
  if ((await hashFile(path)) !== source.sha256)
    return problem('source', 'The file is not the one that was read: its hash differs.');
  const opened = await kit.pool.open({ path, kind: source.kind, sha256: source.sha256 });
  if (!opened.ok) return problem('source', `The file can't be read now: ${opened.failure.message}`);
  const pages = readDocument(source.sha256, opened.document.pages);
  const now = new Set(pages.flatMap(page => page.readings.map(reading => reading.id)));
  const lost = [...cited].filter(id => !now.has(id));
  return lost.flatMap(id =>
    problem('reading', `Reading the file again does not give the reading ${id} that findings cite.`),
  );
}

function citedReadings(state: State): ReadonlyMap<string, ReadonlySet<string>> {
  const cited = new Map<string, Set<string>>();
  for (const { evidence } of Object.values(state.findings)) {
    for (const { source, reading } of evidence)
      cited.set(source, (cited.get(source) ?? new Set()).add(reading));
  }
  return cited;
}
