import type { State } from '../../domain/state.ts';
import { runOf } from '../../lib/state.ts';
import { type LoadedRun, loadRun, withReadonlyStore } from '../../run/load-run.ts';
import type { Execute } from '../invocation.ts';
import { printable } from '../terminal.ts';

/** `dossier status`: the runs of a store, and how far one of them came. */
export const execute: Execute = async ({ options, settings }) =>
  withReadonlyStore(settings.store, async store => {
    const run = await loadRun(store, options.run as string | undefined);
    const runs = await store.runs();
    const progress = progressOf(run);
    const steps = run.changes.map(change => change.step);
    const text = [
      `${run.summary.id}  ${progress.stop ?? 'not finished'}`,
      runOf(run.state).title,
      `sources: ${progress.sources.read} read, ${progress.sources.failed} failed, ${progress.sources.waiting} waiting`,
      `questions: ${progress.questions}`,
      `pages weighed: ${progress.pages.read}, waiting: ${progress.pages.waiting}`,
      `findings: ${progress.findings}`,
      `runs in ${store.location}: ${runs.length}`,
    ].join('\n');
    return {
      exit: 0,
      schema: 'dossier.status/1',
      text: printable(text),
      data: { run: run.summary.id, ...progress, steps, runs },
    };
  });

function progressOf({ state }: LoadedRun) {
  const count = <T extends { readonly status: string }>(
    records: Readonly<Record<string, T>>,
    status: string,
  ) => Object.values(records).filter(record => record.status === status).length;
  const { sources, candidates, questions, findings } = state satisfies State;
  return {
    stop: runOf(state).stop,
    sources: {
      read: count(sources, 'read'),
      failed: count(sources, 'failed'),
      waiting: count(sources, 'waiting'),
    },
    questions: Object.keys(questions).length,
    pages: { read: count(candidates, 'read'), waiting: count(candidates, 'waiting') },
    findings: Object.keys(findings).length,
  };
}
