import { describe, expect, test } from 'vitest';
import type { Candidate, QuestionRecord, SourceRecord, State } from '../../src/domain/state.ts';
import { applyChange, EMPTY_STATE, mergeDiffs, put } from '../../src/lib/state.ts';
import { nextStep } from '../../src/planning/next-step.ts';

const NOTHING_SPENT = { elapsedMs: 0, pages: 0, cost: 0, interrupted: false };

describe('the next step', () => {
  test.each([
    ['plans first', stateOf({ sources: [source('a', 'waiting')] }), { kind: 'plan' }],
    [
      'opens sources in order',
      stateOf({ questions: ['open'], sources: [source('a', 'read'), source('b', 'waiting')] }),
      { kind: 'read-source', source: 'b' },
    ],
    [
      'ranks an open question',
      stateOf({ questions: ['open'], sources: [source('a', 'read')] }),
      { kind: 'rank', question: 'q1' },
    ],
    [
      'reads the page that promises most',
      stateOf({ questions: ['ranked'], candidates: [page(1, 0.2), page(2, 0.9)] }),
      { kind: 'read-page', question: 'q1', source: 'a', page: 2 },
    ],
    [
      'reconciles what was read',
      stateOf({ questions: ['ranked'], candidates: [page(1, 1, 2)] }),
      { kind: 'reconcile' },
    ],
    [
      'stops when all is done',
      stateOf({ questions: ['ranked'], candidates: [page(1, 1, 2)], reconciled: 1 }),
      { kind: 'stop', reason: 'done' },
    ],
  ] as const)('%s', (_, state, step) => {
    expect(nextStep(state, {}, NOTHING_SPENT)).toEqual(step);
  });

  test('gives each question its turn', () => {
    const other = { ...page(7, 0.1), id: 'q2/a/7', question: 'q2' };
    const state = stateOf({
      questions: ['ranked', 'ranked'],
      candidates: [page(1, 0.9, 1), page(2, 0.8), other],
    });
    expect(nextStep(state, {}, NOTHING_SPENT)).toMatchObject({ question: 'q2', page: 7 });
  });

  test('after a barren stretch reads only sources not yet seen', () => {
    const barren = [1, 2, 3, 4, 5, 6].map(n => page(n, 1 - n / 100, 0));
    const unseen = { ...page(3, 0.01), id: 'q1/b/3', source: 'b' };
    const state = stateOf({ questions: ['ranked'], candidates: [...barren, page(7, 0.5), unseen] });
    expect(nextStep(state, {}, NOTHING_SPENT)).toMatchObject({ kind: 'read-page', source: 'b' });
  });

  test.each([
    [
      'past most of its time it opens no more sources',
      { maxTimeMs: 1000 },
      { elapsedMs: 700 },
      { kind: 'rank', question: 'q1' },
    ],
    [
      'past its pages it opens no more sources',
      { maxPages: 10 },
      { pages: 10 },
      { kind: 'rank', question: 'q1' },
    ],
    [
      'near its end it stops, and says why',
      { maxTimeMs: 1000 },
      { elapsedMs: 900 },
      { kind: 'stop', reason: 'time' },
    ],
    ['within its cost it goes on', { maxCost: 2 }, { cost: 1.99 }, { kind: 'read-source', source: 'b' }],
    ['at its cost it stops, and says why', { maxCost: 2 }, { cost: 2 }, { kind: 'stop', reason: 'cost' }],
    [
      'where nothing may cost, the first charge stops it',
      { maxCost: 0 },
      { cost: 0.01 },
      { kind: 'stop', reason: 'cost' },
    ],
    [
      'where nothing may cost and nothing does, it goes on',
      { maxCost: 0 },
      {},
      { kind: 'read-source', source: 'b' },
    ],
  ] as const)('%s', (_, limits, spent, step) => {
    const state = stateOf({ questions: ['open'], sources: [source('a', 'read'), source('b', 'waiting')] });
    expect(nextStep(state, limits, { ...NOTHING_SPENT, ...spent })).toEqual(step);
  });

  test('an interruption stops at once', () => {
    const spent = { ...NOTHING_SPENT, interrupted: true };
    expect(nextStep(stateOf({}), {}, spent)).toEqual({ kind: 'stop', reason: 'interrupted' });
  });
});

function stateOf(given: {
  readonly questions?: readonly QuestionRecord['status'][];
  readonly sources?: readonly SourceRecord[];
  readonly candidates?: readonly Candidate[];
  readonly reconciled?: number;
}): State {
  const { questions = [], sources = [], candidates = [], reconciled = 0 } = given;
  const run = { id: 'run-1', title: '', asked: [], stop: null, reconciled, notes: [], rejected: [] };
  const asked = questions.map((status, i) => ({ ...QUESTION, id: `q${i + 1}`, status }));
  const diff = mergeDiffs(
    put(EMPTY_STATE, 'run', [run]),
    put(EMPTY_STATE, 'questions', asked),
    put(EMPTY_STATE, 'sources', sources),
    put(EMPTY_STATE, 'candidates', candidates),
  );
  return applyChange(EMPTY_STATE, { diff });
}

const QUESTION = {
  text: '',
  topic: '',
  metrics: [],
  entities: [],
  periods: [],
  aspects: [],
  terms: [],
  by: [],
  why: '',
} as const;

function source(id: string, status: SourceRecord['status']): SourceRecord {
  return {
    id,
    path: id,
    sha256: id,
    bytes: 1,
    kind: 'pdf',
    status,
    pageCount: 0,
    profile: null,
    failure: null,
  };
}

/** A candidate, read when `found` says what it brought. */
function page(number: number, score: number, found?: number): Candidate {
  const status = found === undefined ? 'waiting' : 'read';
  return {
    id: `q1/a/${number}`,
    question: 'q1',
    source: 'a',
    page: number,
    score,
    status,
    found: found ?? null,
  };
}
