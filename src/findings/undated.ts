import type { Finding } from '../domain/finding.ts';
import { sameValue } from '../lib/quantity/index.ts';
import { valueKey } from './keys.ts';
import { absorb } from './merge.ts';

/**
 * A value whose table lost its period joins the dated value it equals; where the document dates that measure
 * elsewhere and nothing equals it, it can't be placed and is retracted.
 */
export function placeUndated(findings: readonly Finding[]): readonly Finding[] {
  const undated = findings.filter(({ value }) => value !== null && value.period === null);
  if (undated.length === 0) return findings;
  const joined = new Map<string, Finding[]>();
  const kept: Finding[] = [];
  for (const finding of undated) {
    const dated = findings.filter(other => isSameMeasure(finding, other));
    const equal = dated.find(other => other.value && finding.value && sameValue(other.value, finding.value));
    if (equal) joined.set(equal.id, [...(joined.get(equal.id) ?? []), finding]);
    else kept.push(dated.length === 0 ? finding : unplaced(finding, dated[0] as Finding));
  }
  const dated = findings.filter(finding => !undated.includes(finding));
  return [...dated.map(finding => absorb(finding, joined.get(finding.id) ?? [])), ...kept];
}

function isSameMeasure(undated: Finding, other: Finding): boolean {
  if (!undated.value || !other.value || other.value.period === null || other.question !== undated.question)
    return false;
  const sources = new Set(other.evidence.map(one => one.source));
  const undatedKey = valueKey({ ...other.value, period: null });
  return undated.evidence.some(one => sources.has(one.source)) && undatedKey === valueKey(undated.value);
}

function unplaced(finding: Finding, dated: Finding): Finding {
  const reason = 'its period is not stated, and the same document dates this measure elsewhere';
  return { ...finding, status: 'retracted', against: [dated.id], reason };
}
