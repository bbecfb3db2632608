import type { Block, TableCell } from '../domain/report.ts';
import { scopeOf } from '../lib/qualifiers.ts';
import { formatValue } from '../lib/quantity/index.ts';
import type { Weighed } from './insights.ts';
import { upperFirst } from './labels.ts';
import { citationsOf } from './say.ts';
import { isValued, type Valued } from './series.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

const LEAST = 3;
const MOST = 10;

/** Goals side by side: whose, of what, how much, by when. Null where there are fewer than three. */
export function goalTable(topic: string, weighed: readonly Weighed[]): TableBlock | null {
  const goals = weighed
    .flatMap(({ insight }) => (insight.kind === 'target' ? [insight.finding] : []))
    .filter(isValued)
    .slice(0, MOST);
  if (goals.length < LEAST) return null;
  const several = new Set(goals.map(({ value }) => value.entity)).size > 1;
  const whose = (goal: Valued): readonly TableCell[] =>
    several ? [label(goal.value.entity || 'Not said')] : [];
  return {
    kind: 'table',
    title: topic,
    columns: [
      ...(several ? [{ label: 'Who', number: false }] : []),
      { label: 'What', number: false },
      { label: 'Target', number: true },
      { label: 'By', number: true },
    ],
    rows: goals.map(goal => [
      ...whose(goal),
      label(subjectOf(goal)),
      { text: formatValue(goal.value), findings: [goal.id] },
      label(goal.value.period?.label ?? '–'),
    ]),
    citations: citationsOf(goals),
  };
}

function subjectOf({ value }: Valued): string {
  const scope = scopeOf(value).join(', ');
  return upperFirst(scope === '' ? value.metric : scope);
}

function label(text: string): TableCell {
  return { text, findings: [] };
}
