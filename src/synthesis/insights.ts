import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Question } from '../domain/question.ts';
import type { State } from '../domain/state.ts';
import { hasStance } from '../lib/qualifiers.ts';
import { comparePeriods } from '../lib/quantity/index.ts';
import { rankings } from './rankings.ts';
import { isValued, seriesOf, strengthOf, type WeighedSeries } from './series.ts';
import { shapeOf } from './shape.ts';
import { shares } from './shares.ts';
import { statementsOf } from './statements.ts';

/** An insight with how much it says about its question, and whether it leads or only adds detail. */
export interface Weighed {
  readonly insight: Insight;
  readonly strength: number;
  readonly role: 'lead' | 'detail' | 'statement';
}

/** What the findings of a question show, strongest first. Pure: the same state gives the same insights. */
export function insights(state: State, question: Question): readonly Insight[] {
  return weighedInsights(state, question).map(({ insight }) => insight);
}

export function weighedInsights(state: State, question: Question): readonly Weighed[] {
  const findings = standing(state, question);
  const series = seriesOf(question, findings);
  const found: Weighed[] = [
    ...series.flatMap(leadOf),
    ...series.flatMap(detailsOf),
    ...rankings(question, series),
    ...shares(state, series),
    ...goalsOf(question, findings),
    ...statementsOf(question, findings).map(finding => statement(question, finding)),
  ];
  return found.sort((a, b) => b.strength - a.strength);
}

/** Findings of a question that hold: what was restated or taken back is told elsewhere. */
export function standing(state: State, { id }: Pick<Question, 'id'>): readonly Finding[] {
  return Object.values(state.findings).filter(
    finding => finding.question === id && (finding.status === 'supported' || finding.status === 'contested'),
  );
}

function leadOf(series: WeighedSeries): readonly Weighed[] {
  const { findings, strength } = series;
  const [from, to] = [findings[0], findings.at(-1)];
  if (!from || !to) return [];
  if (findings.length === 1) return [{ insight: { kind: 'level', finding: from }, strength, role: 'lead' }];
  if (findings.length === 2)
    return [{ insight: { kind: 'change', series, from, to }, strength, role: 'lead' }];
  return [{ insight: { kind: 'trend', series, from, to, ...shapeOf(series) }, strength, role: 'lead' }];
}

/** Beside the whole span of a longer series, its last step. */
function detailsOf(series: WeighedSeries): readonly Weighed[] {
  const { findings, strength } = series;
  const [from, to] = findings.slice(-2);
  if (findings.length < 3 || !from || !to) return [];
  return [{ insight: { kind: 'change', series, from, to }, strength: strength - 0.25, role: 'detail' }];
}

function goalsOf(question: Question, findings: readonly Finding[]): readonly Weighed[] {
  const wanted = question.aspects.includes('target') ? 0.25 : -0.1;
  return findings
    .filter(isValued)
    .filter(({ value }) => hasStance(value, 'target') || hasStance(value, 'projected'))
    .sort((a, b) => comparePeriods(a.value.period, b.value.period) || (a.id < b.id ? -1 : 1))
    .map(finding => ({
      insight: hasStance(finding.value, 'target') ? { kind: 'target', finding } : { kind: 'level', finding },
      strength: strengthOf(finding) + wanted,
      role: question.aspects.includes('target') ? 'lead' : 'detail',
    }));
}

function statement({ aspects }: Question, finding: Finding): Weighed {
  const wanted = aspects.includes('statement') || aspects.includes('cause') ? 0.2 : 0;
  return {
    insight: { kind: 'statement', finding },
    strength: strengthOf(finding) + wanted,
    role: 'statement',
  };
}
