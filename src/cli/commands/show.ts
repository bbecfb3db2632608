import type { State } from '../../domain/state.ts';
import { UsageError } from '../../errors.ts';
import { loadRun, withReadonlyStore } from '../../run/load-run.ts';
import type { Execute } from '../invocation.ts';
import { printable } from '../terminal.ts';
import { readingText } from '../text/reading.ts';

/** `dossier show ID`: the record of that id, whatever it is. */
export const execute: Execute = async ({ args, options, settings }) =>
  withReadonlyStore(settings.store, async store => {
    const id = (args[0] ?? '').replace(/^\[?\^?|\]$/g, '');
    const { state } = await loadRun(store, options.run as string | undefined);
    const record = findRecord(state, id);
    if (record) return answer(record.what, record.value);
    const stored = await store.getReading(id);
    if (!stored)
      throw new UsageError(`No record has the id "${id}".`, {
        hint: 'dossier findings and dossier figures list ids.',
      });
    return { ...answer('reading', stored), text: printable(readingText(stored.reading)) };
  });

function findRecord(state: State, id: string): { readonly what: string; readonly value: unknown } | null {
  for (const table of ['findings', 'sources', 'questions', 'coverage', 'candidates'] as const) {
    const value = state[table][id];
    if (value) return { what: table.replace(/s$/, ''), value };
  }
  for (const finding of Object.values(state.findings)) {
    const evidence = finding.evidence.find(item => item.id === id);
    if (evidence) return { what: 'evidence', value: { ...evidence, finding: finding.id } };
  }
  return null;
}

function answer(what: string, value: unknown) {
  return {
    exit: 0 as const,
    schema: 'dossier.record/1',
    text: printable(JSON.stringify(value, null, 2)),
    data: { what, record: value },
  };
}
