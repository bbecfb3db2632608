import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../src/domain/state.ts';
import {
  applyChange,
  EMPTY_STATE,
  foldChanges,
  invertDiff,
  mergeDiffs,
  put,
  runOf,
} from '../../src/lib/state.ts';

const run: RunRecord = {
  id: 'run-1',
  title: 'Q',
  asked: ['Q'],
  stop: null,
  reconciled: 0,
  notes: [],
  rejected: [],
};
const candidate = {
  id: 'q1/s-1/3',
  question: 'q1',
  source: 's-1',
  page: 3,
  score: 2,
  status: 'waiting',
  found: null,
} as const;

describe('changes', () => {
  const opened = applyChange(EMPTY_STATE, { diff: put(EMPTY_STATE, 'run', [run]) });
  const diff = mergeDiffs(
    put(opened, 'run', [{ ...run, stop: 'done' }]),
    put(opened, 'candidates', [candidate]),
  );

  test('applying one touches only the tables it names', () => {
    const after = applyChange(opened, { diff });
    expect(runOf(after).stop).toBe('done');
    expect(after.findings).toBe(opened.findings);
  });

  test('undoing one gives back the state before', () => {
    const after = applyChange(opened, { diff });
    expect(applyChange(after, { diff: invertDiff(diff) })).toEqual(opened);
  });

  test('folding the log gives the state', () => {
    expect(foldChanges([{ diff: put(EMPTY_STATE, 'run', [run]) }, { diff }])).toEqual(
      applyChange(opened, { diff }),
    );
  });

  test('a state without a run is a bug', () => {
    expect(() => runOf(EMPTY_STATE)).toThrow(/no opening change/);
  });
});
