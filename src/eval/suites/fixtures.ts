import { join } from 'node:path';
import type { Finding } from '../../domain/finding.ts';
import type { State } from '../../domain/state.ts';
import { type Answer, ask } from '../../run/ask.ts';
import { cites, isAbout, states } from '../fact-match.ts';
import { readJson } from '../gold.ts';
import type { Fact, GroundTruth } from '../ground-truth.ts';
import type { EvalContext, Suite } from '../suite.ts';
import { type AdjacencyScore, scoreTables, sumScores, toGridTable } from '../tables.ts';

/** The demo's folder, researched as a whole, against everything that its ground truth knows. */
export const fixtures: Suite = {
  name: 'fixtures',
  about: "the demo's folder researched whole, against its ground truth",
  needs: 'fixtures',
  run: async context => {
    const truth = (await readJson(join(context.fixtures, 'ground-truth.json'))) as GroundTruth;
    const sources = join(context.fixtures, 'sources');
    const brief = {
      questions: [truth.asked],
      sources: [sources],
      reasoner: 'grounded',
      lang: 'en',
      limits: {},
    } as const;
    const answer = await ask(brief, context.kit);
    const facts = truth.questions.flatMap(question => question.expected);
    const each = facts.map(fact => judge(fact, answer.state, truth.company));
    const causes = truth.questions.flatMap(question => question.causes);
    return {
      scores: {
        values: share(each, row => row.value),
        entities: share(each, row => row.entity),
        cited: share(each, row => row.cited),
        causes: share(causes, cause => isStated(cause.text, answer.state)),
        status: shareOfStatus(truth, answer.state),
        leader: Number(answer.text.includes(truth.leader)),
        open: Number(isLeftOpen(truth.unanswerable.topic, answer)),
        tables: (await scoreAllTables(truth, sources, context)).f1,
      },
      n: facts.length,
      each,
    };
  },
};

function judge(fact: Fact, state: State, company: string) {
  const stating = Object.values(state.findings).filter(finding => states(fact, finding));
  const held = stating.filter(({ status }) => status === 'supported' || status === 'contested');
  return {
    fact: fact.id,
    value: held.length > 0,
    entity: held.some(finding => isAbout(fact, finding, company)),
    cited: held.some(finding => cites(fact, finding, state)),
    status: [...new Set(stating.map(finding => finding.status))].join(', '),
  };
}

/** Contested where two sources contradict, superseded where restated, neither where only scope or forecaster differ. */
function shareOfStatus(
  { contradiction, superseded, scopePair, forecasts }: GroundTruth,
  state: State,
): number {
  const all = Object.values(state.findings);
  const about = (fact: Fact) => all.filter(finding => states(fact, finding));
  const has = (found: readonly Finding[], status: Finding['status']) =>
    found.some(one => one.status === status);
  const verdicts = [
    has([...about(contradiction.one), ...about(contradiction.other)], 'contested'),
    ...superseded.map(({ current }) => has(about(current), 'supported')),
    ...superseded.map(({ old }) =>
      about(old).every(one => one.status === 'superseded' || one.status === 'retracted'),
    ),
    ...[...scopePair, ...forecasts].map(fact => !has(about(fact), 'contested')),
  ];
  return share(verdicts, verdict => verdict);
}

/** Said to be open in the report, and no number was found for it. */
function isLeftOpen(topic: string, { report, state }: Answer): boolean {
  const asked = Object.values(state.questions).filter(({ text }) => text.toLowerCase().includes(topic));
  const ids = new Set(asked.map(question => question.id));
  const answered = Object.values(state.findings).some(
    ({ question, value }) => ids.has(question) && value !== null,
  );
  return report.open.length > 0 && ids.size > 0 && !answered;
}

function isStated(cause: string, { findings }: State): boolean {
  const wanted = words(cause);
  return Object.values(findings).some(({ claim, evidence }) =>
    [claim, ...evidence.map(({ quote }) => quote)].some(text => words(text).includes(wanted)),
  );
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%.]+/gu, ' ')
    .replace(/\.$/, '')
    .trim();
}

/** Tables on pages that can be read without eyes. */
async function scoreAllTables(
  truth: GroundTruth,
  sources: string,
  { read }: EvalContext,
): Promise<AdjacencyScore> {
  const scores: AdjacencyScore[] = [];
  for (const place of new Set(truth.tables.map(({ file, page }) => `${file}#${page}`))) {
    const [file = '', page] = place.split('#');
    const opened = await read(join(sources, file));
    const readings = opened.ok
      ? (opened.document.pages.find(one => one.page === Number(page))?.readings ?? [])
      : [];
    const found = readings.flatMap(reading => (reading.kind === 'table' ? [toGridTable(reading)] : []));
    const gold = truth.tables.filter(table => `${table.file}#${table.page}` === place).map(toGridTable);
    scores.push(scoreTables(found, gold));
  }
  return sumScores(scores);
}

function share<T>(all: readonly T[], good: (one: T) => boolean): number {
  return all.length === 0 ? 1 : all.filter(good).length / all.length;
}
