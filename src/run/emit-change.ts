import type { Change, Step } from '../domain/change.ts';
import type { RunEvent } from '../domain/event.ts';
import type { State } from '../domain/state.ts';

interface Taken {
  readonly before: State;
  readonly after: State;
  readonly change: Change;
  readonly elapsedMs: number;
}

/** Tells watchers what is about to be done, where that may take long. */
export function emitStep(step: Step, state: State, emit: (event: RunEvent) => void): void {
  if (step.kind === 'read-source') emit({ type: 'opening', path: state.sources[step.source]?.path ?? '' });
}

/** Tells watchers what a change brought. */
export function emitChange(
  { before, after, change, elapsedMs }: Taken,
  emit: (event: RunEvent) => void,
): void {
  const { step } = change;
  if (step.kind === 'plan') {
    const questions = Object.values(after.questions).map(({ id, topic }) => ({ id, topic }));
    emit({ type: 'planned', questions });
  }
  if (step.kind === 'read-source') emitSource(after, step.source, emit);
  if (step.kind === 'read-page') {
    const path = after.sources[step.source]?.path ?? '';
    emit({ type: 'reading', question: step.question, path, page: step.page });
  }
  for (const [id, [, finding]] of Object.entries(change.diff.findings ?? {})) {
    if (finding && !before.findings[id]) emit({ type: 'finding', finding });
  }
  if (step.kind === 'stop') emit({ type: 'stopped', reason: step.reason });
  else emit({ type: 'progress', ...progress(after), elapsedMs });
}

function emitSource(state: State, id: string, emit: (event: RunEvent) => void): void {
  const source = state.sources[id];
  if (!source) return;
  const { path, failure, pageCount } = source;
  if (failure) emit({ type: 'source-failed', path, ...failure });
  else emit({ type: 'source-read', source: id, path, pages: pageCount });
}

/** Steps done and steps in sight. */
function progress(state: State): { readonly done: number; readonly left: number } {
  const sources = Object.values(state.sources);
  const candidates = Object.values(state.candidates);
  const waiting = sources.filter(source => source.status === 'waiting').length;
  const unread = candidates.filter(candidate => candidate.status === 'waiting').length;
  return { done: sources.length - waiting + candidates.length - unread, left: waiting + unread };
}
