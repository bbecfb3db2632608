import type { Insight } from '../domain/insight.ts';
import type { Block, Section, Sentence } from '../domain/report.ts';
import { hasStance } from '../lib/qualifiers.ts';
import { type Answered, isTold, SUPPORT } from './allocate.ts';
import { chartsOf } from './chart.ts';
import { goalTable } from './goal-table.ts';
import { standing, type Weighed } from './insights.ts';
import { findingsOf, say, type Voice } from './say.ts';
import { seriesOf } from './series.ts';
import { tableOf } from './table.ts';

const MOST_LEADS = 3;
const MOST_STATEMENTS = 6;
/** Statements weaker than this share of the strongest only fill the page. */
const WORTH_SAYING = 0.6;

export interface SectionInput extends Voice {
  /** What answer and key findings have said already: here it yields to what is new. */
  readonly told: readonly Insight[];
}

/** A question's section: what the numbers show, the charts, the table, and what the sources say about it. */
export function sectionOf({ question, weighed }: Answered, { told, ...voice }: SectionInput): Section {
  const { state, wording } = voice;
  const series = seriesOf(question, standing(state, question)).filter(one => one.strength >= SUPPORT);
  const strong = weighed.filter(one => one.strength >= SUPPORT);
  const outlooks = strong.map(one => one.insight).filter(isOutlook);
  const charts = chartsOf(state, series, { wording, outlooks });
  const leads = leadsOf(
    strong,
    charts.map(({ lead }) => lead),
    told,
  );
  const statements = statementsOf(strong, told);
  const table = tableOf(question.topic, series) ?? goalTable(question.topic, strong);
  const blocks: Block[] = [
    ...paragraph(leads.map(insight => say(insight, voice))),
    ...charts.map(({ chart }) => ({ kind: 'chart' as const, chart })),
    ...(table ? [table] : []),
    ...bullets(statements.map(insight => say(insight, voice))),
  ];
  return { id: question.id, title: question.topic, blocks };
}

function isOutlook(insight: Insight): boolean {
  return insight.kind === 'change' && insight.to.value !== null && hasStance(insight.to.value, 'projected');
}

/** Growth first, then what the charts show, then what hasn't been told. */
function leadsOf(
  strong: readonly Weighed[],
  charted: readonly Insight[],
  told: readonly Insight[],
): readonly Insight[] {
  const values = strong.filter(one => one.role !== 'statement').map(one => one.insight);
  const fresh = values.filter(insight => !isTold(insight, told));
  const growth = fresh.filter(({ kind }) => kind === 'growth' || kind === 'leap').slice(0, 2);
  const rest = fresh.filter(({ kind }) => kind !== 'growth' && kind !== 'leap');
  const shown = charted.map(insight => sameRank(insight, values)).filter(insight => !isTold(insight, told));
  const chosen: Insight[] = [];
  for (const insight of withoutRepeats([...growth, ...shown, ...rest]))
    if (!isTold(insight, chosen)) chosen.push(insight);
  return chosen.slice(0, MOST_LEADS);
}

/** A chart of parts knows nothing of their total; where the ranking does, that one is told. */
function sameRank(insight: Insight, values: readonly Insight[]): Insight {
  if (insight.kind !== 'rank') return insight;
  const same = values.find(other => other.kind === 'rank' && other.ordered[0]?.id === insight.ordered[0]?.id);
  return same ?? insight;
}

function statementsOf(strong: readonly Weighed[], told: readonly Insight[]): readonly Insight[] {
  const said = strong.filter(one => one.role === 'statement');
  const least = (said[0]?.strength ?? 0) * WORTH_SAYING;
  return said
    .filter(one => one.strength >= least && !isTold(one.insight, told))
    .map(one => one.insight)
    .slice(0, MOST_STATEMENTS);
}

function withoutRepeats(insights: readonly Insight[]): readonly Insight[] {
  const used = new Set<string>();
  return insights.filter(insight => {
    const ids = findingsOf(insight).map(({ id }) => id);
    if (ids.every(id => used.has(id))) return false;
    for (const id of ids) used.add(id);
    return true;
  });
}

function paragraph(sentences: readonly Sentence[]): readonly Block[] {
  return sentences.length === 0 ? [] : [{ kind: 'paragraph', sentences }];
}

function bullets(items: readonly Sentence[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'bullets', items }];
}
