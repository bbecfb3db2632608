import type { Finding } from '../domain/finding.ts';
import type { State } from '../domain/state.ts';
import type { Value } from '../domain/value.ts';
import { groupBy } from '../lib/group.ts';
import { sameValue } from '../lib/quantity/index.ts';
import { claimOf } from './claim.ts';
import { findingKey, valueId } from './keys.ts';

const SCALES = [1e3, 1e6, 1e9];

/**
 * A table whose scale note got lost takes its scale from the rest of its document: where values of it are, times a
 * thousand or a million, what the document says of the same thing elsewhere, all its unscaled values are counted so.
 */
export function rescaleTables(findings: readonly Finding[], state: State): readonly Finding[] {
  const unscaled = findings.filter(isUnscaled);
  if (unscaled.length === 0) return findings;
  const byKey = groupBy(findings, findingKey);
  const scales = new Map<string, number>();
  for (const [table, members] of groupBy(unscaled, tableOf)) {
    const votes = new Set(members.flatMap(member => voteOf(member, byKey.get(findingKey(member)) ?? [])));
    const [scale] = votes;
    if (votes.size === 1 && scale !== undefined) scales.set(table, scale);
  }
  return findings.map(finding => {
    const scale = isUnscaled(finding) ? scales.get(tableOf(finding)) : undefined;
    return scale === undefined ? finding : scaled(finding, scale, state);
  });
}

/** Money from one table cell, printed without a scale of its own. */
function isUnscaled({ value, evidence }: Finding): boolean {
  const plain =
    value?.dimension === 'money' &&
    value.scale === 1 &&
    value.how === 'cell' &&
    !value.unit.includes(' per ');
  return plain && evidence.length === 1 && Number.isInteger(value.amount) && Math.abs(value.amount) >= 100;
}

function tableOf({ evidence }: Finding): string {
  return evidence[0]?.reading ?? '';
}

function voteOf(finding: Finding, same: readonly Finding[]): readonly number[] {
  const source = finding.evidence[0]?.source;
  const others = same.filter(
    other => !isUnscaled(other) && other.evidence.some(one => one.source === source),
  );
  return SCALES.filter(scale =>
    others.some(other => other.value && finding.value && sameValue(other.value, { ...finding.value, scale })),
  );
}

function scaled(finding: Finding, scale: number, state: State): Finding {
  const profile = state.sources[finding.evidence[0]?.source ?? '']?.profile;
  if (!finding.value || !profile) return finding;
  const value: Value = { ...finding.value, scale };
  return { ...finding, id: valueId(finding.question, value), value, claim: claimOf(value, profile) };
}
