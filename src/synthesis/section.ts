import type { Insight } from '../domain/insight.ts';
import type { Block, Section, Sentence } from '../domain/report.ts';
import { type Answered, SUPPORT } from './allocate.ts';
import { chartsOf } from './chart.ts';
import { standing, type Weighed } from './insights.ts';
import { findingsOf, say, type Voice } from './say.ts';
import { seriesOf } from './series.ts';
import { tableOf } from './table.ts';

const MOST_LEADS = 4;
const MOST_STATEMENTS = 6;

export interface SectionInput extends Voice {
  /** Insights that answer and key findings have told already: here they yield to what is new. */
  readonly told: ReadonlySet<Insight>;
}

/** A question's section: what the numbers show, the chart, the table, and what the sources say about it. */
export function sectionOf({ question, weighed }: Answered, { told, ...voice }: SectionInput): Section {
  const { state, wording } = voice;
  const series = seriesOf(question, standing(state, question)).filter(one => one.strength >= SUPPORT);
  const strong = weighed.filter(one => one.strength >= SUPPORT);
  const leads = leadsOf(strong, told);
  const statements = statementsFor(strong, told, leads.length);
  const table = tableOf(question.topic, series);
  const blocks: Block[] = [
    ...paragraph(leads.map(insight => say(insight, voice))),
    ...chartsOf(state, series, wording).map(chart => ({ kind: 'chart' as const, chart })),
    ...(table ? [table] : []),
    ...bullets(statements.map(insight => say(insight, voice))),
  ];
  return { id: question.id, title: question.topic, blocks };
}

/** What hasn't been told yet, strongest first, none of it on findings used here before; else the strongest again. */
function leadsOf(strong: readonly Weighed[], told: ReadonlySet<Insight>): readonly Insight[] {
  const values = strong.filter(one => one.role !== 'statement').map(one => one.insight);
  const fresh = values.filter(insight => !told.has(insight));
  const growth = fresh.filter(insight => insight.kind === 'growth' || insight.kind === 'leap');
  const rest = fresh.filter(insight => insight.kind !== 'growth' && insight.kind !== 'leap');
  const chosen = withoutRepeats([...growth.slice(0, 2), ...rest]).slice(0, MOST_LEADS);
  return chosen.length > 0 ? chosen : values.slice(0, 1);
}

function statementsFor(
  strong: readonly Weighed[],
  told: ReadonlySet<Insight>,
  leads: number,
): readonly Insight[] {
  const all = strong.filter(one => one.role === 'statement').map(one => one.insight);
  const fresh = all.filter(insight => !told.has(insight));
  return (fresh.length > 0 || leads > 0 ? fresh : all).slice(0, MOST_STATEMENTS);
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
