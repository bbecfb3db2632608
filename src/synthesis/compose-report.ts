import type { Block, Report, Section, Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { runOf } from '../lib/state.ts';
import { allocate, assignOnce } from './allocate.ts';
import { disagreementsOf } from './disagreements.ts';
import { weighedInsights } from './insights.ts';
import { citationEntries, coverageOf, sourcesOf } from './ledger.ts';
import { gapsOf, isOpen, openOf } from './open.ts';
import { say, type Voice, type Wording } from './say.ts';
import { sectionOf } from './section.ts';
import { titleOf } from './title.ts';

export interface ComposeInput {
  readonly state: State;
  readonly reasoner: Wording;
  /** Printed page labels by `<source id>/<page>`. */
  readonly labels?: ReadonlyMap<string, string>;
  readonly lang?: string;
}

/** The report as plain data, from the state alone: the same state gives the same report. */
export function composeReport({ state, reasoner, labels = new Map(), lang = 'en' }: ComposeInput): Report {
  const run = runOf(state);
  const voice: Voice = { state, wording: reasoner };
  const answered = assignOnce(
    Object.values(state.questions).map(question => ({ question, weighed: weighedInsights(state, question) })),
  );
  const { answer, key } = allocate(answered);
  const told = [...answer, ...key];
  const sections = answered
    .map(one => ({ section: sectionOf(one, { ...voice, told }), isEmpty: isOpen(one) }))
    .filter(({ section, isEmpty }) => isEmpty || section.blocks.length > 0)
    .map(({ section }) => section);
  const gaps = gapsOf(answered.filter(isOpen).map(({ question }) => question));
  const body = {
    answer: [...answer.map(insight => say(insight, voice)), ...gaps],
    keyFindings: key.map(insight => say(insight, voice)),
    sections,
    disagreements: disagreementsOf(voice),
    open: openOf(answered, voice),
  };
  return {
    title: titleOf(state, answered),
    asked: run.asked,
    run: run.id,
    lang,
    ...body,
    notes: run.notes,
    stop: run.stop ?? 'done',
    coverage: coverageOf(state),
    rejected: run.rejected,
    sources: sourcesOf(state),
    citations: citationEntries(state, citedIn(body), labels),
    findingCount: Object.values(state.findings).filter(({ status }) => status !== 'retracted').length,
  };
}

type Body = Pick<Report, 'answer' | 'keyFindings' | 'sections' | 'disagreements' | 'open'>;

/** Evidence ids in the order that a reader meets them. */
function citedIn({ answer, keyFindings, sections, disagreements, open }: Body): readonly string[] {
  const sentences = (list: readonly Sentence[]) => list.flatMap(({ citations }) => citations);
  return [
    ...sentences(answer),
    ...sentences(keyFindings),
    ...sections.flatMap(({ blocks }: Section) => blocks.flatMap(citedInBlock)),
    ...sentences(disagreements),
    ...sentences(open),
  ];
}

function citedInBlock(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return block.sentences.flatMap(({ citations }) => citations);
  if (block.kind === 'bullets') return block.items.flatMap(({ citations }) => citations);
  if (block.kind === 'quote') return block.sentence.citations;
  return block.kind === 'chart' ? block.chart.citations : block.citations;
}
