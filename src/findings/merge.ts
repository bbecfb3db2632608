import type { Evidence, Finding } from '../domain/finding.ts';
import { resolutionOf } from '../lib/quantity/index.ts';
import { round2 } from './draft.ts';

/** What a further piece of evidence leaves of the doubt: from another source more than from the same one. */
const DOUBT_LEFT = { otherSource: 0.4, sameSource: 0.8 } as const;

/**
 * One finding out of several that say the same. The best-founded one lends its words and value, all evidence is
 * kept once, and confidence rises with it. The same for every order of the findings.
 */
export function mergeFindings(findings: readonly Finding[]): Finding {
  const [best, ...others] = [...findings].sort(byFoundation) as [Finding, ...Finding[]];
  if (others.length === 0) return best;
  const evidence = mergeEvidence(best, others);
  const base = best.value?.confidence ?? Math.max(...findings.map(ownConfidence));
  return {
    ...best,
    evidence,
    confidence: corroborated(base, evidence),
    relevance: Math.max(...findings.map(finding => finding.relevance)),
  };
}

/** A finding that keeps its words, its value and its first evidence, and takes on what others bring. */
export function absorb(finding: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return finding;
  const { id, claim, value, relevance, kind, evidence } = finding;
  const merged = mergeFindings([finding, ...others.map(other => ({ ...other, value: null, relevance: 0 }))]);
  const first = evidence[0]?.id;
  return {
    ...merged,
    ...{ id, claim, value, relevance, kind },
    evidence: [...merged.evidence].sort((a, b) => Number(b.id === first) - Number(a.id === first)),
  };
}

/** Exact before rounded, sure before unsure, then by place; a total order. */
export function byFoundation(a: Finding, b: Finding): number {
  return (
    precision(b) - precision(a) ||
    (b.value?.confidence ?? b.relevance) - (a.value?.confidence ?? a.relevance) ||
    b.relevance - a.relevance ||
    compare(firstPlace(a), firstPlace(b)) ||
    compare(a.claim, b.claim) ||
    compare(a.id, b.id)
  );
}

function precision({ value }: Finding): number {
  if (!value) return 0;
  const exact = value.qualifiers.some(word => word === 'about' || word === 'more than' || word === 'at least')
    ? -100
    : 0;
  return exact - Math.round(Math.log10(resolutionOf(value)));
}

/** The best finding's first evidence stays first: the value was read from it. */
function mergeEvidence(best: Finding, others: readonly Finding[]): readonly Evidence[] {
  const [first, ...rest] = best.evidence;
  const further = [...rest, ...others.flatMap(finding => finding.evidence)].sort((a, b) =>
    compare(placeOf(a), placeOf(b)),
  );
  const byId = new Map([...(first ? [first] : []), ...further].map(evidence => [evidence.id, evidence]));
  return [...byId.values()];
}

/** Confidence is a statement's own until evidence is added; then it must not count the same evidence twice. */
function ownConfidence({ confidence, evidence }: Finding): number {
  return evidence.length <= 1 ? confidence : 1 - (1 - confidence) / doubtLeft(evidence);
}

function corroborated(base: number, evidence: readonly Evidence[]): number {
  return round2(Math.min(0.99, 1 - (1 - base) * doubtLeft(evidence)));
}

function doubtLeft(evidence: readonly Evidence[]): number {
  const sources = new Set(evidence.map(one => one.source)).size;
  const pages = new Set(evidence.map(one => `${one.source}/${one.page}`)).size;
  return DOUBT_LEFT.otherSource ** (sources - 1) * DOUBT_LEFT.sameSource ** (pages - sources);
}

function firstPlace({ evidence }: Finding): string {
  return evidence[0] ? placeOf(evidence[0]) : '';
}

function placeOf({ source, page, id }: Evidence): string {
  return `${source}/${String(page).padStart(6, '0')}/${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
