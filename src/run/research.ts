import type { Brief } from '../domain/brief.ts';
import type { State, StopReason } from '../domain/state.ts';
import { unlessAborted } from '../lib/abort.ts';
import { applyChange, runOf } from '../lib/state.ts';
import { nextStep } from '../planning/next-step.ts';
import { collectSources } from '../sources/index.ts';
import { emitChange, emitStep } from './emit-change.ts';
import type { Kit } from './kit.ts';
import { openRun } from './open-run.ts';
import { takeStep } from './take-step.ts';

export interface Outcome {
  readonly run: string;
  readonly state: State;
  readonly stop: StopReason;
  /** Whether the log of this run was there already. */
  readonly resumed: boolean;
  /** Pages that were opened and read now, rather than taken from the store. */
  readonly pagesRead: number;
}

/**
 * The whole job but for writing: plan, read, weigh, until nothing more is worth it or a limit is met.
 * Every step is on disk before the next begins: killed at any point, the same call takes up where the log ends.
 */
export async function research(brief: Brief, kit: Kit, signal?: AbortSignal): Promise<Outcome> {
  const startedAt = kit.clock();
  const collected = await collectSources(brief.sources, kit.cwd);
  const { id, state: opened, resumed } = await openRun(brief, collected, kit);
  kit.emit({
    type: 'run-started',
    run: id,
    title: runOf(opened).title,
    sources: collected.sources.length,
    resumed,
    done: runOf(opened).stop === 'done',
  });
  let state = opened;
  while (runOf(state).stop !== 'done') {
    const elapsedMs = kit.clock() - startedAt;
    const spent = {
      elapsedMs,
      pages: kit.meter.pages,
      cost: kit.meter.cost,
      interrupted: signal?.aborted ?? false,
    };
    const step = nextStep(state, brief.limits, spent);
    emitStep(step, state, kit.emit);
    // Reading a source may take long; the other steps are over soon.
    const change = await unlessAborted(
      takeStep(step, state, kit),
      step.kind === 'read-source' ? signal : undefined,
    );
    if (!change) continue;
    await kit.store.append(id, change);
    const before = state;
    state = applyChange(state, change);
    emitChange({ before, after: state, change, elapsedMs }, kit.emit);
    if (step.kind === 'stop') break;
  }
  return { run: id, state, stop: runOf(state).stop ?? 'done', resumed, pagesRead: kit.meter.pages };
}
