import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Document } from '../../domain/region.ts';
import type { State } from '../../domain/state.ts';
import { UsageError } from '../../errors.ts';
import { checkReport } from '../../synthesis/index.ts';
import { composeRun } from '../compose.ts';
import type { Kit } from '../kit.ts';
import { loadRun } from '../load-run.ts';
import { type RenderOptions, renderRun } from '../render.ts';
import { loadTemplate } from '../template.ts';
import { verifyDeck } from './deck.ts';
import { verifyFindings } from './evidence.ts';
import type { Problem } from './problem.ts';
import { verifyReport } from './report.ts';
import { verifySources } from './sources.ts';

export type { Problem } from './problem.ts';

export interface Verification {
  readonly run: string;
  readonly findings: number;
  readonly evidence: number;
  readonly problems: readonly Problem[];
}

/** Re-derives the log, the readings, the findings and, where one is given, a report or deck that may have been edited. */
export async function verifyRun(
  kit: Kit,
  options: { readonly run?: string; readonly file?: string; readonly template?: string | undefined },
): Promise<Verification> {
  const template = options.template === undefined ? undefined : await loadTemplate(options.template);
  const { summary, state } = await loadRun(kit.store, options.run ?? (await runNamedIn(options.file)));
  const log = (await kit.store.verify()).map(
    (message): Problem => ({ where: kit.store.location, rule: 'log', message }),
  );
  const problems = [
    ...log,
    ...(await verifyFindings(state, kit.store)),
    ...(await verifySources(state, kit)),
    ...(await verifySentences(state, kit)),
    ...(options.file === undefined ? [] : await verifyFile(options.file, state, { kit, template })),
  ];
  const findings = Object.values(state.findings);
  return {
    run: summary.id,
    findings: findings.length,
    evidence: findings.flatMap(finding => finding.evidence).length,
    problems,
  };
}

/** Every sentence of the report must stand on its findings, and say no number that they don't bear out. */
async function verifySentences(state: State, kit: Kit): Promise<readonly Problem[]> {
  const unproven = checkReport(await composeRun(state, kit), state);
  return unproven.map(({ text, problem }) => ({
    where: 'report',
    rule: 'number',
    message: `${problem} “${text}”`,
  }));
}

async function verifyFile(
  file: string,
  state: State,
  { kit, template }: { readonly kit: Kit; readonly template: RenderOptions['template'] },
): Promise<readonly Problem[]> {
  const name = basename(file);
  if (/\.md$/i.test(file)) {
    const { files } = await renderRun(state, kit, { formats: ['md'], template });
    return verifyReport(await readText(file), String(files.get('report.md')), name);
  }
  if (/\.pptx$/i.test(file)) {
    const { files } = await renderRun(state, kit, { formats: ['pptx'] });
    return verifyDeckFile(file, files.get('deck.pptx') as Uint8Array, kit);
  }
  throw new UsageError(`${file} is neither a report (.md) nor a deck (.pptx).`);
}

async function verifyDeckFile(file: string, rendered: Uint8Array, kit: Kit): Promise<readonly Problem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-verify-'));
  try {
    const path = join(folder, 'rendered.pptx');
    await writeFile(path, rendered);
    return verifyDeck(await openDeck(file, kit), await openDeck(path, kit), basename(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openDeck(path: string, kit: Kit): Promise<Document> {
  const opened = await kit.pool.open({ path, kind: 'pptx' });
  if (opened.ok) return opened.document;
  throw new UsageError(`${path} can't be read as a deck: ${opened.failure.message}`);
}

/** The run that a report says it is of; undefined where it says none, and the latest is meant. */
async function runNamedIn(file: string | undefined): Promise<string | undefined> {
  if (file === undefined || !/\.md$/i.test(file)) return undefined;
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(await readText(file))?.[1] ?? '';
  return /^run: *(run-[0-9a-f]+) *$/m.exec(front)?.[1];
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`${path} can't be read (${(cause as NodeJS.ErrnoException).code}).`, { cause });
  }
}
