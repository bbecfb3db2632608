import type { Change, Diff, Step } from '../domain/change.ts';
import type { QuestionRecord, SourceRecord, State } from '../domain/state.ts';
import { extractFindings, profileDocument, reconcile, weighFindings } from '../findings/index.ts';
import { mergeDiffs, put, runOf } from '../lib/state.ts';
import { READER_VERSION } from '../perception/index.ts';
import { pagesWeighed } from '../planning/next-step.ts';
import { coverDocument } from './coverage.ts';
import type { Kit } from './kit.ts';
import { rankQuestion } from './rank-question.ts';

/** Carries out one step and says what it changes; the state itself is left as it is. */
export async function takeStep(step: Step, state: State, kit: Kit): Promise<Change> {
  const take = STEPS[step.kind] as (step: Step, state: State, kit: Kit) => Diff | Promise<Diff>;
  return { step, diff: await take(step, state, kit) };
}

const STEPS = {
  plan: makePlan,
  'read-source': readSource,
  rank: rankQuestion,
  'read-page': readPage,
  reconcile: reconcileFindings,
  stop: stopRun,
} satisfies {
  [K in Step['kind']]: (step: Extract<Step, { kind: K }>, state: State, kit: Kit) => Diff | Promise<Diff>;
};

function makePlan(_step: Step, state: State, { reasoner }: Kit): Diff {
  const run = runOf(state);
  const { questions, notes } = reasoner.understand(run.asked);
  return mergeDiffs(
    put(
      state,
      'questions',
      questions.map(question => ({ ...question, status: 'open' as const, why: '' })),
    ),
    put(state, 'run', [{ ...run, notes }]),
  );
}

async function readSource(
  step: Extract<Step, { kind: 'read-source' }>,
  state: State,
  kit: Kit,
): Promise<Diff> {
  const source = state.sources[step.source] as SourceRecord;
  kit.reader.ahead(nextWaiting(state, source, kit.readAhead));
  const reading = await kit.reader.read(source);
  if (!reading.ok) return failSource(state, source, reading.failure);
  const { document } = reading;
  if (!reading.reused) kit.meter.pages += document.pages.length;
  const profile = profileDocument({ path: source.path, title: document.title, pages: document.pages });
  const record: SourceRecord = { ...source, status: 'read', pageCount: document.pageCount, profile };
  return mergeDiffs(
    put(state, 'sources', [record]),
    put(state, 'coverage', coverDocument(source, document)),
    reopenQuestions(state),
  );
}

async function readPage(step: Extract<Step, { kind: 'read-page' }>, state: State, kit: Kit): Promise<Diff> {
  const question = state.questions[step.question] as QuestionRecord;
  const source = state.sources[step.source] as SourceRecord;
  const candidate = state.candidates[`${step.question}/${step.source}/${step.page}`];
  const page = await kit.store.getPage(source.sha256, READER_VERSION, step.page);
  const profile = source.profile;
  const found = page && profile ? extractFindings(question, { source, profile, page }) : [];
  const weighed = weighFindings(state, found);
  const count = Object.keys(weighed.findings ?? {}).length;
  return mergeDiffs(
    weighed,
    candidate ? put(state, 'candidates', [{ ...candidate, status: 'read', found: count }]) : {},
  );
}

function reconcileFindings(_step: Step, state: State): Diff {
  const run = { ...runOf(state), reconciled: pagesWeighed(state) };
  return mergeDiffs(reconcile(state), put(state, 'run', [run]));
}

function stopRun({ reason }: Extract<Step, { kind: 'stop' }>, state: State): Diff {
  return put(state, 'run', [{ ...runOf(state), stop: reason }]);
}

function failSource(state: State, source: SourceRecord, failure: NonNullable<SourceRecord['failure']>): Diff {
  return mergeDiffs(
    put(state, 'sources', [{ ...source, status: 'failed', failure }]),
    put(state, 'coverage', [
      {
        id: `${source.id}/0`,
        source: source.id,
        page: 0,
        what: 'document',
        status: 'failed',
        failure,
        caption: '',
      },
    ]),
  );
}

/** A source that arrives after questions were ranked (a run resumed past its limit) puts them up for ranking again. */
function reopenQuestions(state: State): Diff {
  const settled = Object.values(state.questions).filter(question => question.status !== 'open');
  return settled.length === 0
    ? {}
    : put(
        state,
        'questions',
        settled.map(question => ({ ...question, status: 'open' as const })),
      );
}

function nextWaiting(state: State, after: SourceRecord, count: number): readonly SourceRecord[] {
  const waiting = Object.values(state.sources).filter(source => source.status === 'waiting');
  return waiting.filter(source => source.id !== after.id).slice(0, count);
}
