import type { Limits } from '../domain/brief.ts';
import type { Step } from '../domain/change.ts';
import type { Candidate, State, StopReason } from '../domain/state.ts';
import { groupBy } from '../lib/group.ts';
import { runOf } from '../lib/state.ts';

/** What a run has used up so far; measured outside, passed in. */
export interface Spent {
  readonly elapsedMs: number;
  /** Pages of sources opened by this run. */
  readonly pages: number;
  /** What models have charged this run. */
  readonly cost: number;
  readonly interrupted: boolean;
}

/** Share of the time limit after which no further source is opened, so that what was read can still be weighed. */
const OPENING_SHARE = 0.6;
/** Share after which no further page is weighed, so that the report can still be written. */
const READING_SHARE = 0.85;
/** After so many pages in a row that brought nothing new, reading on for a question isn't worth it. */
const BARREN_PAGES = 6;

/**
 * The next step worth taking: plan, then open every source, then rank and read the pages that promise most,
 * each question in turn, then reconcile, then stop. Answers `stop` with a reason when nothing is worth its cost.
 */
export function nextStep(state: State, limits: Limits, spent: Spent): Step {
  const cut = limitReached(limits, spent);
  if (spent.interrupted) return { kind: 'stop', reason: 'interrupted' };
  if (Object.keys(state.questions).length === 0) return { kind: 'plan' };
  const waiting = Object.values(state.sources).find(source => source.status === 'waiting');
  if (waiting && !cut.opening) return { kind: 'read-source', source: waiting.id };
  if (!cut.reading) {
    const step = readingStep(state);
    if (step) return step;
  }
  if (pagesWeighed(state) !== runOf(state).reconciled) return { kind: 'reconcile' };
  const unfinished = waiting !== undefined || (cut.reading !== null && readingStep(state) !== null);
  return { kind: 'stop', reason: unfinished ? (cut.reading ?? cut.opening ?? 'done') : 'done' };
}

/** Pages read for questions so far: when it has moved since the last reconciliation, findings may disagree anew. */
export function pagesWeighed(state: State): number {
  return Object.values(state.candidates).filter(candidate => candidate.status === 'read').length;
}

function limitReached(
  { maxTimeMs, maxPages, maxCost }: Limits,
  { elapsedMs, pages, cost }: Spent,
): { readonly opening: StopReason | null; readonly reading: StopReason | null } {
  const time = maxTimeMs === undefined ? 0 : elapsedMs / maxTimeMs;
  const full = maxPages !== undefined && pages >= maxPages;
  const dear = maxCost !== undefined && cost > 0 && cost >= maxCost ? 'cost' : null;
  return {
    opening: dear ?? (time >= OPENING_SHARE ? 'time' : full ? 'pages' : null),
    reading: dear ?? (time >= READING_SHARE ? 'time' : null),
  };
}

function readingStep(state: State): Step | null {
  const open = Object.values(state.questions).find(question => question.status === 'open');
  if (open) return { kind: 'rank', question: open.id };
  const pages = groupBy(Object.values(state.candidates), candidate => candidate.question);
  const next = Object.values(state.questions)
    .filter(question => question.status === 'ranked')
    .map(question => ({ question: question.id, ...survey(pages.get(question.id) ?? []) }))
    .filter(found => found.best !== null)
    .sort((a, b) => a.read - b.read)[0];
  if (!next?.best) return null;
  return { kind: 'read-page', question: next.question, source: next.best.source, page: next.best.page };
}

/** How many of a question's pages were read, and the one to read next: after a barren stretch only sources not yet seen. */
function survey(pages: readonly Candidate[]): { readonly read: number; readonly best: Candidate | null } {
  const read = pages.filter(page => page.status === 'read').sort(byScore);
  const waiting = pages.filter(page => page.status === 'waiting').sort(byScore);
  const last = read.slice(-BARREN_PAGES);
  const barren = last.length === BARREN_PAGES && last.every(page => page.found === 0);
  const seen = new Set(read.map(page => page.source));
  const worth = barren ? waiting.filter(page => !seen.has(page.source)) : waiting;
  return { read: read.length, best: worth[0] ?? null };
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}
