import type { Brief } from '../domain/brief.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { bestFinding } from './best-finding.ts';
import { composeRun } from './compose.ts';
import type { Kit } from './kit.ts';
import { loadRun } from './load-run.ts';
import { research } from './research.ts';

export interface Answer {
  readonly report: Report;
  readonly state: State;
  /** Sentences in reading order. */
  readonly text: string;
  /** The finding that answers best, where one does. */
  readonly best: Finding | null;
}

/** Researches one question and answers it from the findings; nothing is written but the store. */
export async function ask(brief: Brief, kit: Kit, signal?: AbortSignal): Promise<Answer> {
  const sources = brief.sources.length > 0 ? brief.sources : await sourcesOfLatestRun(kit);
  const { state } = await research({ ...brief, sources }, kit, signal);
  const report = await composeRun(state, kit);
  const sentences = report.answer.length > 0 ? report.answer : report.open;
  return {
    report,
    state,
    text: sentences.map(sentence => sentence.text).join('\n'),
    best: bestFinding(
      sentences.flatMap(sentence => sentence.findings),
      state,
    ),
  };
}

async function sourcesOfLatestRun(kit: Kit): Promise<readonly string[]> {
  const { state } = await loadRun(kit.store);
  return Object.values(state.sources).map(source => source.path);
}
