import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import { attributed } from './attribute.ts';
import { isValued } from './series.ts';

/** The part of a reasoner that composing needs. */
export interface Wording {
  word(insight: Insight, form?: 'sentence' | 'title'): string;
  topic(question: string): string;
}

/** Who words, and whose sources they are. */
export interface Voice {
  readonly state: State;
  readonly wording: Wording;
}

/** An insight as a sentence with its findings and citations; which evidence is cited is decided here, not by wording. */
export function say(insight: Insight, { state, wording }: Voice): Sentence {
  if (insight.kind === 'verdict') {
    const said = say(insight.insight, { state, wording });
    return { ...said, text: `${insight.holds ? 'Yes' : 'No'}: ${said.text}` };
  }
  const text = wording.word(insight);
  const findings = findingsOf(insight);
  const inputs = findings.flatMap(({ derivation }) => derivation?.inputs ?? []);
  return {
    text:
      insight.kind === 'statement'
        ? attributed(state, insight.finding, text)
        : computed(insight, doubted(insight, text)),
    findings: [...new Set([...findings.map(({ id }) => id), ...inputs])],
    citations: citationsOf(shownIn(insight)),
  };
}

/** A number that no source prints is told with how it was computed; of several, the formula alone. */
function computed(insight: Insight, text: string): string {
  const derivations = shownIn(insight).flatMap(({ derivation }) => derivation ?? []);
  const [first] = derivations;
  if (!first) return text;
  const how = derivations.length === 1 ? `${first.formula} = ${first.worked}` : first.formula;
  return `${text.replace(/\.$/u, '')}, computed as ${how}.`;
}

/** A number that another source contradicts is never told without saying so. */
function doubted(insight: Insight, text: string): string {
  if (insight.kind === 'contested' || insight.kind === 'superseded') return text;
  const labels = shownIn(insight)
    .filter(({ status }) => status === 'contested')
    .map(({ value }) => value?.period?.label ?? '');
  if (labels.length === 0) return text;
  const which = [...new Set(labels)].filter(label => label !== '').join(', ');
  return `${text.replace(/\.$/u, '')}; sources disagree on the value${which === '' ? '' : ` for ${which}`}.`;
}

/** Every finding that an insight rests on. */
export function findingsOf(insight: Insight): readonly Finding[] {
  return distinct(BASIS[insight.kind](insight as never));
}

/** One citation a finding, its best evidence; what was computed cites every input. */
export function citationsOf(findings: readonly Finding[]): readonly string[] {
  const cited = findings.flatMap(({ evidence, derivation }) =>
    derivation ? evidence : evidence.slice(0, 1),
  );
  return [...new Set(cited.map(({ id }) => id))];
}

type Of<K extends Insight['kind']> = Extract<Insight, { kind: K }>;

const BASIS = {
  level: ({ finding }: Of<'level'>) => [finding],
  change: ({ from, to }: Of<'change'>) => [from, to],
  trend: ({ series, from, to, turn }: Of<'trend'>) => [from, ...(turn ? [turn] : []), to, ...series.findings],
  growth: ({ from, to }: Of<'growth'>) => [from, to],
  leap: ({ from, to }: Of<'leap'>) => [from, to],
  rank: ({ ordered, whole }: Of<'rank'>) => (whole ? [...ordered, whole] : ordered),
  share: ({ part, whole }: Of<'share'>) => [part, whole],
  verdict: ({ insight }: Of<'verdict'>) => findingsOf(insight),
  target: ({ finding }: Of<'target'>) => [finding],
  statement: ({ finding }: Of<'statement'>) => [finding],
  contested: ({ finding, others }: Of<'contested'>) => [finding, ...others],
  superseded: ({ older, newer }: Of<'superseded'>) => [older, newer],
} satisfies { [K in Insight['kind']]: (insight: Of<K>) => readonly Finding[] };

/** So few values are told one by one. */
const LISTED = 4;

/** The findings whose numbers stand in the sentence: a long series is cited at its ends and turns only. */
function shownIn(insight: Insight): readonly Finding[] {
  if (insight.kind === 'verdict') return shownIn(insight.insight);
  if (insight.kind === 'rank')
    return distinct([
      ...insight.ordered.slice(0, 3),
      ...insight.ordered.slice(-1),
      ...(insight.whole ? [insight.whole] : []),
    ]);
  if (insight.kind !== 'trend') return findingsOf(insight);
  const { from, to, turn, shape, series } = insight;
  if (series.findings.length <= LISTED && (shape === 'rise' || shape === 'fall' || shape === 'mixed'))
    return series.findings;
  if (shape !== 'mixed') return turn ? [from, turn, to] : [from, to];
  const sorted = series.findings.filter(isValued).sort((a, b) => valueInBase(a.value) - valueInBase(b.value));
  return distinct([sorted[0] ?? from, sorted.at(-1) ?? to, from, to]);
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map(finding => [finding.id, finding])).values()];
}
