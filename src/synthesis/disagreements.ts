import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import { pagesOf, sourceName } from './places.ts';
import { say, type Voice } from './say.ts';
import { strengthOf } from './series.ts';

const MOST = 12;

/** Where sources contradict each other, and what a later edition restated; each pair once. */
export function disagreementsOf(voice: Voice): readonly Sentence[] {
  const { state } = voice;
  const pairs = [...contested(state), ...superseded(state)];
  return distinct(pairs.map(insight => withChoice(insight, say(insight, voice)))).slice(0, MOST);
}

/** What the report goes by, and why. */
function withChoice(insight: Insight, sentence: Sentence): Sentence {
  const choice = insight.kind === 'contested' ? chosen(insight) : 'the later figure is used here';
  return { ...sentence, text: `${sentence.text.replace(/\.$/u, '')}; ${choice}.` };
}

function chosen({ finding, others }: Extract<Insight, { kind: 'contested' }>): string {
  const places = (one: Finding) => one.evidence.length;
  const most = Math.max(...others.map(places));
  if (places(finding) > most) return 'the first is used here, as more places state it';
  return finding.confidence > Math.max(...others.map(other => other.confidence))
    ? 'the first is used here, as it was read with more certainty'
    : 'the first is used here, and nothing in the sources settles which is right';
}

/** The same two values of the same thing, found for two questions or in two tables, are one disagreement. */
function distinct(sentences: readonly Sentence[]): readonly Sentence[] {
  const key = ({ text }: Sentence) => text.toLowerCase();
  return sentences.filter((one, i) => sentences.findIndex(other => key(other) === key(one)) === i);
}

/** The better supported first, as series take it. */
function byBacking(a: Finding, b: Finding): number {
  return b.evidence.length - a.evidence.length || strengthOf(b) - strengthOf(a) || (a.id < b.id ? -1 : 1);
}

function contested(state: State): readonly Insight[] {
  const told = new Set<string>();
  return Object.values(state.findings).flatMap((finding): readonly Insight[] => {
    const others = finding.against
      .flatMap(id => state.findings[id] ?? [])
      .filter(other => other.status === 'contested' && isNear(finding, other));
    if (finding.status !== 'contested' || others.length === 0 || told.has(finding.id)) return [];
    for (const { id } of [finding, ...others]) told.add(id);
    const [used = finding, ...rest] = [finding, ...others].sort(byBacking);
    return [{ kind: 'contested', finding: used, others: rest, names: namesOf(state, [used, ...rest]) }];
  });
}

/** Values several times apart are of different things, whatever their labels say; that is no disagreement to report. */
function isNear({ value: a }: Finding, { value: b }: Finding): boolean {
  if (!a || !b || a.dimension === 'percent') return true;
  const ratio = Math.abs(valueInBase(a) / valueInBase(b));
  return ratio <= MOST_APART && ratio >= 1 / MOST_APART;
}

const MOST_APART = 3;

function superseded(state: State): readonly Insight[] {
  return Object.values(state.findings).flatMap((older): readonly Insight[] => {
    const newer = older.against.map(id => state.findings[id]).find(other => other !== undefined);
    if (older.status !== 'superseded' || !newer) return [];
    const [from, to] = [older, newer].map(finding =>
      sourceName(state, finding.evidence[0]?.source ?? ''),
    ) as [string, string];
    return [{ kind: 'superseded', older, newer, names: [from, to] }];
  });
}

function namesOf(state: State, findings: readonly Finding[]): readonly string[] {
  const sources = findings.map(({ evidence }) => evidence[0]?.source ?? '');
  const one = new Set(sources).size === 1;
  return findings.map(({ evidence }, i) => {
    const name = sourceName(state, sources[i] ?? '');
    if (!evidence[0]) return name;
    const place = pagesOf(state.sources[sources[i] ?? '']?.kind, [evidence[0].page]);
    return one && i > 0 ? `the same source (${place})` : `${name} (${place})`;
  });
}
