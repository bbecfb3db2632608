import type { Finding } from '../domain/finding.ts';
import { mergeFindings } from './merge.ts';
import { contentStems } from './words.ts';

/** Share of the shorter statement's content words that the longer one must hold for both to say the same. */
const SAME_STATEMENT = 0.85;

/** Near-duplicates join the more relevant statement; numbers must be the same, whatever the words. */
export function mergeStatements(findings: readonly Finding[]): readonly Finding[] {
  const best = [...findings].sort((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1));
  const groups: { readonly words: ReadonlySet<string>; readonly members: Finding[] }[] = [];
  for (const finding of best) {
    const words = contentStems(finding.claim);
    const home = groups.find(group => isSame(group.words, words));
    if (home) home.members.push(finding);
    else groups.push({ words, members: [finding] });
  }
  return groups.map(({ members }) => {
    const first = members[0] as Finding;
    const merged = mergeFindings(members);
    const evidence = [...merged.evidence].sort(
      (a, b) => Number(isOf(first, b.id)) - Number(isOf(first, a.id)),
    );
    return { ...merged, id: first.id, claim: first.claim, evidence };
  });
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return false;
  const shared = [...small].filter(word => large.has(word)).length;
  return (
    shared / small.size >= SAME_STATEMENT && [...small].every(word => !/\d/.test(word) || large.has(word))
  );
}

function isOf({ evidence }: Finding, id: string): boolean {
  return evidence.some(one => one.id === id);
}
