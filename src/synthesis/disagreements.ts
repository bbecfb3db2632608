import type { Finding } from '../domain/finding.ts';
import type { Insight } from '../domain/insight.ts';
import type { Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import { sourceName } from './places.ts';
import { say, type Voice } from './say.ts';

const MOST = 12;

/** Where sources contradict each other, and what a later edition restated; each pair once. */
export function disagreementsOf(voice: Voice): readonly Sentence[] {
  const { state } = voice;
  return [...contested(state), ...superseded(state)].slice(0, MOST).map(insight => say(insight, voice));
}

function contested(state: State): readonly Insight[] {
  const told = new Set<string>();
  return Object.values(state.findings).flatMap((finding): readonly Insight[] => {
    const others = finding.against
      .flatMap(id => state.findings[id] ?? [])
      .filter(other => other.status === 'contested' && isNear(finding, other));
    if (finding.status !== 'contested' || others.length === 0 || told.has(finding.id)) return [];
    for (const { id } of [finding, ...others]) told.add(id);
    return [{ kind: 'contested', finding, others, names: namesOf(state, [finding, ...others]) }];
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
    return one && evidence[0] ? `${i === 0 ? name : 'the same source'}, p. ${evidence[0].page},` : name;
  });
}
