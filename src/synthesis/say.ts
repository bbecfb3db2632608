import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Sentence } from '../domain/report.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import { isValued } from './series.ts';

/** The part of a reasoner that composing needs. */
export interface Wording {
  word(insight: Insight, form?: 'sentence' | 'title'): string;
  topic(question: string): string;
}

/** An insight as a sentence with its findings and citations; which evidence is cited is decided here, not by wording. */
export function say(insight: Insight, wording: Wording): Sentence {
  return {
    text: wording.word(insight),
    findings: findingsOf(insight).map(({ id }) => id),
    citations: citationsOf(shownIn(insight)),
  };
}

/** Every finding that an insight rests on. */
export function findingsOf(insight: Insight): readonly Finding[] {
  return distinct(BASIS[insight.kind](insight as never));
}

/** One citation a finding: its best evidence. */
export function citationsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ id }) => id)))];
}

type Of<K extends Insight['kind']> = Extract<Insight, { kind: K }>;

const BASIS = {
  level: ({ finding }: Of<'level'>) => [finding],
  change: ({ from, to }: Of<'change'>) => [from, to],
  trend: ({ series, from, to, turn }: Of<'trend'>) => [from, ...(turn ? [turn] : []), to, ...series.findings],
  rank: ({ ordered }: Of<'rank'>) => ordered,
  share: ({ part, whole }: Of<'share'>) => [part, whole],
  target: ({ finding }: Of<'target'>) => [finding],
  statement: ({ finding }: Of<'statement'>) => [finding],
  contested: ({ finding, others }: Of<'contested'>) => [finding, ...others],
  superseded: ({ older, newer }: Of<'superseded'>) => [older, newer],
} satisfies { [K in Insight['kind']]: (insight: Of<K>) => readonly Finding[] };

/** The findings whose numbers stand in the sentence: a long series is cited at its ends and turns only. */
function shownIn(insight: Insight): readonly Finding[] {
  if (insight.kind === 'rank')
    return distinct([...insight.ordered.slice(0, 3), ...insight.ordered.slice(-1)]);
  if (insight.kind !== 'trend') return findingsOf(insight);
  const { from, to, turn, shape, series } = insight;
  if (shape !== 'mixed') return turn ? [from, turn, to] : [from, to];
  const sorted = series.findings.filter(isValued).sort((a, b) => valueInBase(a.value) - valueInBase(b.value));
  return distinct([sorted[0] ?? from, sorted.at(-1) ?? to, from, to]);
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map(finding => [finding.id, finding])).values()];
}
